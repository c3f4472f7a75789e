"""Days that are other than every week: closed ones, bank holidays, one-off shifts, learners and breaks."""

from datetime import date, time, timedelta

import attrs
import pytest

from alongside.api import diary, enterprise
from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import LONDON, BadInput, NotAllowed, NotFound, Period, at
from alongside.api.web import Form, GoTo, Visit
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Visitor
from alongside.web.around import mistakes_of
from alongside_cafe.actions import beginning, begun_by_hand, days, looking_again
from alongside_cafe.bank_holidays import bank_holidays, read
from alongside_cafe.pages import days as pages
from alongside_cafe.pages import rota as rota_page
from alongside_cafe.pages import week
from alongside_cafe.pattern import OnDate, OpeningPattern, ShiftTemplate, shifts_of
from alongside_cafe.rota import KeptAssignment, KeptShift, Rota
from alongside_cafe.tables import pattern_lines, rota_of

from .conftest import MONDAY, WEEK, pattern, think

DISPLAY = Display({"cafe": "alongside_cafe"})
TUESDAY = MONDAY + timedelta(days=1)
FRONT = frozenset({"front"})


def party(**more):
    facts = {"weekday": 1, "starts": time(15), "ends": time(18), "job": "Party", "places": (FRONT,)}
    return ShiftTemplate(**(facts | more))


def visit(cafe, unit, who="Rosa Delgado", **facts):
    return Visit(
        host=None,
        unit=unit,
        visitor=Visitor(Actor.person(cafe.people[who], who), who),
        part="cafe",
        edition=Edition.STANDARD,
        zone=LONDON,
        today=MONDAY,
        business=cafe.business,
        **facts,
    )


# --- values


def test_closed_day_has_no_shift_of_the_week_but_its_one_off_shifts():
    once = OnDate(day=TUESDAY, template=party())
    found = shifts_of(pattern(), MONDAY, 1, LONDON, closures={TUESDAY}, one_offs=[once])
    assert [one.job for one in found if one.day == TUESDAY] == ["Party"]
    assert len([one for one in found if one.day != TUESDAY]) == 8


def test_one_off_shift_of_the_same_job_and_start_stands_in_the_place_of_that_of_the_week():
    once = OnDate(day=TUESDAY, template=party(starts=time(9), job="Front", places=(FRONT,) * 5))
    found = [one for one in shifts_of(pattern(), MONDAY, 1, LONDON, one_offs=[once]) if one.day == TUESDAY]
    assert [(one.job, len(one.places)) for one in found] == [("Kitchen", 2), ("Front", 5)]


def test_one_off_shift_of_another_week_is_not_in_this_one():
    once = OnDate(day=TUESDAY + timedelta(days=7), template=party())
    assert "Party" not in {one.job for one in shifts_of(pattern(), MONDAY, 1, LONDON, one_offs=[once])}


def test_shift_carries_what_can_be_learnt_on_it_and_its_break():
    week_ = OpeningPattern((party(learning=("till",), break_minutes=20),))
    (shift,) = shifts_of(week_, MONDAY, 1, LONDON)
    assert (shift.learning, shift.break_minutes) == (("till",), 20)


@pytest.mark.parametrize("minutes", [-1, 180, 500])
def test_break_that_leaves_no_work_is_refused(minutes):
    with pytest.raises(BadInput, match="does not fit this shift"):
        party(break_minutes=minutes)


def test_break_fits_a_shift_over_midnight():
    assert party(starts=time(22), ends=time(6), break_minutes=30).minutes == 480


# --- bank holidays


def test_bank_holidays_are_in_order_with_a_source_and_an_end():
    found = bank_holidays()
    assert [one.day for one in found.days] == sorted(one.day for one in found.days)
    assert "GOV.UK" in found.source
    assert max(one.day for one in found.days) <= found.to


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_each_part_of_the_country_has_its_number_of_bank_holidays(year):
    of_year = bank_holidays().within(Period(date(year, 1, 1), date(year, 12, 31)))
    count = {part: sum(part in one.where for one in of_year) for part in ("england-and-wales", "scotland")}
    assert count == {"england-and-wales": 8, "scotland": 9}


def test_no_bank_holiday_of_the_file_is_on_a_weekend():
    assert [one for one in bank_holidays().days if one.day.weekday() > 4] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[day]]\ntitle = 'x'", "cannot be read: 'day'"),
        ("to = 2028-12-31\nsource = 'x'\n[[day]]\nday = 2027-01-01\ntitle = 'x'\nwhere = ['scotland']", "read_on"),
        ("[[day]]\nday = 2027-01-01\ntitle = 'Feast'\nwhere = ['wales']", "Feast on 2027-01-01 is kept in wales"),
        ("[[day]", "cannot be read"),
    ],
)
def test_file_of_bank_holidays_that_lacks_something_is_refused_in_a_sentence(text, said):
    with pytest.raises(BadInput, match=said):
        read(text)


# --- acting


def test_rota_of_a_closed_day_is_given_up_when_it_is_filled_again(cafe):
    cafe.fill()
    with cafe.unit() as unit:
        days.close(unit, cafe.business.id, TUESDAY, "We paint")
    cafe.fill()
    with cafe.unit(writing=False) as unit:
        rota = rota_of(unit, cafe.business.id, Period(MONDAY, MONDAY + timedelta(days=6)))
        assert looking_again.faults(unit, cafe.business.id, Period(MONDAY, MONDAY + timedelta(days=6))) == []
    assert {one.day for one in rota.shifts} == {MONDAY, *(MONDAY + timedelta(days=n) for n in (2, 3, 4))}


def test_one_off_shift_is_filled_with_the_week(cafe):
    with cafe.unit() as unit:
        days.add_one_off(unit, cafe.business.id, TUESDAY, party(learning=("till",), break_minutes=15))
    done = cafe.fill()
    (shift,) = [one for one in done.rota.shifts if one.job == "Party"]
    assert len(done.rota.on(shift)) >= 1
    assert (shift.learning, shift.break_minutes) == (("till",), 15)


def test_control_filling_again_after_a_day_was_opened_again_brings_its_shifts_back(cafe):
    with cafe.unit() as unit:
        closed = days.close(unit, cafe.business.id, TUESDAY)
        days.open_again(unit, cafe.business.id, closed.id)
    assert TUESDAY in {one.day for one in cafe.ask().problem.shifts}


def test_day_that_is_closed_twice_keeps_the_newer_words(cafe):
    with cafe.unit() as unit:
        days.close(unit, cafe.business.id, TUESDAY, "We paint")
        days.close(unit, cafe.business.id, TUESDAY, "We clean")
        assert [one.words for one in days.ahead(unit, cafe.business.id).closures] == ["We clean"]


def test_bank_holidays_that_are_chosen_are_closed_and_no_other_day_is_touched(cafe):
    christmas, boxing = date(2026, 12, 25), date(2026, 12, 28)
    with cafe.unit() as unit:
        days.close(unit, cafe.business.id, TUESDAY, "We paint")
        days.choose_holidays(unit, cafe.business.id, {christmas: "Christmas Day", boxing: "Boxing Day"})
        days.choose_holidays(unit, cafe.business.id, {christmas: "Christmas Day"})
        assert [one.day for one in days.ahead(unit, cafe.business.id).closures] == [TUESDAY, christmas]


@pytest.mark.parametrize("off", [timedelta(days=-400), timedelta(days=4000)])
def test_day_that_has_been_or_is_far_off_is_refused(cafe, off):
    with cafe.unit() as unit, pytest.raises(BadInput, match="Choose one"):
        days.close(unit, cafe.business.id, MONDAY + off)


def test_one_off_shift_of_a_job_and_start_that_the_day_has_is_refused(cafe):
    with cafe.unit() as unit:
        with pytest.raises(BadInput, match="a shift called Front at 09:00"):
            days.add_one_off(unit, cafe.business.id, TUESDAY, party(starts=time(9), job="Front"))
        once = days.add_one_off(unit, cafe.business.id, TUESDAY, party())
        with pytest.raises(BadInput, match="a shift called Party at 15:00"):
            days.add_one_off(unit, cafe.business.id, TUESDAY, party())
        assert days.change_one_off(unit, once, TUESDAY, party(places=(FRONT,) * 2)).places == (FRONT,) * 2


def test_on_a_closed_day_a_one_off_shift_may_be_like_that_of_the_week(cafe):
    with cafe.unit() as unit:
        days.close(unit, cafe.business.id, TUESDAY)
        days.add_one_off(unit, cafe.business.id, TUESDAY, party(starts=time(9), job="Front"))
    assert [one.job for one in cafe.ask().problem.shifts if one.day == TUESDAY] == ["Front"]


def close_the_week(cafe, first=MONDAY):
    with cafe.unit() as unit:
        for n in range(7):
            days.close(unit, cafe.business.id, first + timedelta(days=n))


def held(cafe, week):
    """The time that the diary holds of everybody here."""
    with cafe.unit(writing=False) as unit:
        return diary.holds(unit, list(cafe.people.values()), week.interval(LONDON))


@pytest.mark.parametrize("way", ["filled", "by hand"])
def test_week_that_is_closed_after_its_rota_was_published_is_emptied_by_a_new_one(cafe, way):
    cafe.fill()
    assert held(cafe, WEEK)
    close_the_week(cafe)
    if way == "filled":
        draft = cafe.draft()
    else:
        with cafe.unit() as unit:
            draft = begun_by_hand.begin(unit, cafe.business.id, MONDAY, 1)
    with cafe.unit(writing=False) as unit:
        shown = DISPLAY.render("cafe", rota_page(visit(cafe, unit, query={"week": str(MONDAY)})))
    assert 'value="publish"' in shown
    assert not cafe.publish(draft).rota.shifts
    assert not held(cafe, WEEK)


@pytest.mark.parametrize("edition", list(Edition))
def test_everybody_reads_on_the_rota_that_a_day_is_closed_and_why(cafe, edition):
    with cafe.unit() as unit:
        days.close(unit, cafe.business.id, TUESDAY, "We paint")
    with cafe.unit(writing=False) as unit:
        shown = rota_page(visit(cafe, unit, query={"week": str(MONDAY)}))
    said = " ".join(DISPLAY.render("cafe", shown, edition=edition).split())
    assert "Tuesday 1 December" in said
    assert "losed" in said
    assert "We paint" in said


def test_closed_week_without_a_rota_is_refused_in_a_sentence(cafe):
    close_the_week(cafe)
    with pytest.raises(BadInput, match="or the café is closed then"):
        cafe.ask()
    with cafe.unit() as unit, pytest.raises(BadInput, match="or the café is closed then"):
        begun_by_hand.begin(unit, cafe.business.id, MONDAY, 1)


def test_who_does_not_plan_changes_no_day(cafe):
    with cafe.store.unit(Actor.person(cafe.people["Mei Tanaka"], "Mei Tanaka")) as unit:
        for act in (
            lambda: days.ahead(unit, cafe.business.id),
            lambda: days.close(unit, cafe.business.id, TUESDAY),
            lambda: days.add_one_off(unit, cafe.business.id, TUESDAY, party()),
            lambda: days.choose_holidays(unit, cafe.business.id, {}),
        ):
            with pytest.raises(NotAllowed):
                act()


def test_closed_day_of_another_café_is_not_found(cafe):
    with cafe.unit() as unit:
        other = enterprise.add_business(unit, "Harbour Café", "cafe", opened=date(2024, 1, 1))
        closed = days.close(unit, other.id, TUESDAY)
        with pytest.raises(NotFound):
            days.open_again(unit, cafe.business.id, closed.id)


# --- pages


def sent(cafe, pairs, **path):
    with cafe.unit() as unit:
        going = pages.send_one_day if path else pages.send_days
        return going(visit(cafe, unit, form=Form(tuple(pairs)), path=path))


@pytest.fixture
def plans(cafe):
    cafe.store.rights = lambda _: {cafe.business.id: frozenset({"cafe.see", "cafe.plan"})}
    return cafe


def shown(plans, show, edition=Edition.STANDARD, **path):
    with plans.unit(writing=False) as unit:
        return DISPLAY.render("cafe", show(visit(plans, unit, path=path)), edition=edition)


def test_page_of_different_days_shows_them_and_says_them_in_easy_read(plans):
    answers = [
        sent(plans, [("do", "close"), ("day", str(TUESDAY)), ("words", "We paint")]),
        sent(plans, [("do", "holidays"), ("closed", "2026-12-25")]),
        sent(plans, [*PARTY], shift="new"),
    ]
    assert all(isinstance(one, GoTo) for one in answers)
    standard, easy = shown(plans, pages.days), shown(plans, pages.days, Edition.EASY)
    for words in ("We paint", "Party", "Christmas Day", "gov.uk/bank-holidays"):
        assert words in standard
    assert easy_read_faults(easy) == []
    assert easy_read_faults(shown(plans, pages.one_day, Edition.EASY, shift="new")) == []


PARTY = (
    ("job", "Party"),
    ("day", str(TUESDAY)),
    ("starts", "15:00"),
    ("ends", "18:00"),
    ("0-people", "2"),
    ("0-skills", "front"),
    ("learning", "till"),
    ("rest", "15"),
)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"job": ""}, "job"),
        ({"day": "soon"}, "day"),
        ({"ends": "15:00"}, "ends"),
        ({"0-people": ""}, "0-people"),
        ({"rest": "180"}, "job"),
        ({"starts": "09:00", "job": "Front"}, "job"),
    ],
)
def test_one_off_shift_that_cannot_be_is_asked_for_again(plans, wrong, field):
    view = sent(plans, {**dict(PARTY), **wrong}.items(), shift="new")
    assert [name for name, _said in mistakes_of(view)] == [field]


def test_one_off_shift_is_opened_with_what_it_has_and_changed(plans):
    sent(plans, PARTY, shift="new")
    with plans.unit(writing=False) as unit:
        (once,) = days.ahead(unit, plans.business.id).one_offs
        form = pages.one_day(visit(plans, unit, path={"shift": once.id})).facts["form"]
        assert (form.job.shown, form.learning.chosen, form.rest.shown) == ("Party", ("till",), "15")
    sent(plans, {**dict(PARTY), "0-people": "3"}.items(), shift=once.id)
    with plans.unit(writing=False) as unit:
        (once,) = days.ahead(unit, plans.business.id).one_offs
    assert len(once.places) == 3


def test_day_that_cannot_be_closed_is_asked_for_again(plans):
    view = sent(plans, [("do", "close"), ("day", "2020-01-01")])
    assert [name for name, _said in mistakes_of(view)] == ["close-day"]


def test_shift_of_the_week_keeps_what_can_be_learnt_on_it_and_its_break(plans):
    with plans.unit() as unit:
        line = pattern_lines(unit, plans.business.id)[0]
        pairs = [("job", line.job), ("days", "0"), ("starts", "08:00"), ("ends", "14:00"), ("learning", "till")]
        form = Form((*pairs, ("0-people", "2"), ("0-skills", "kitchen"), ("rest", "20")))
        assert isinstance(week.send_shift(visit(plans, unit, form=form, path={"line": line.id})), GoTo)
        kept = beginning.line(unit, plans.business.id, line.id)
    assert (kept.learning, kept.break_minutes) == (("till",), 20)
    assert "one who learns: till" in shown(plans, week.pattern)
    assert easy_read_faults(shown(plans, week.pattern, Edition.EASY)) == []


def test_learners_place_is_no_gap_and_does_not_count_as_filled(plans):
    with plans.unit() as unit:
        days.add_one_off(unit, plans.business.id, TUESDAY, party(learning=("till", "barista")))
    asked = plans.ask()
    assert not [one for one in think(asked).answer.gaps if "Party" in one.shift]


def test_who_learns_beside_the_team_fills_no_place_of_it():
    shift = KeptShift(
        id="s",
        business="b",
        called="s",
        day=MONDAY,
        job="Till",
        starts=at(MONDAY, time(9), LONDON),
        ends=at(MONDAY, time(14), LONDON),
        places=(FRONT, FRONT),
        key_holder=False,
        zone=LONDON,
        learning=("till",),
    )
    there = [
        KeptAssignment(id=str(n), business="b", shift="s", place=n, person=str(n), claim=str(n)) for n in (0, 2)
    ]
    rota = Rota(shifts=(shift,), assignments=tuple(there), gaps=())
    assert (rota.filled, rota.open_on(shift), rota.on(shift)) == (1, 1, ["0", "2"])


def test_kept_shift_is_the_shift_that_was_planned(plans):
    with plans.unit() as unit:
        days.add_one_off(unit, plans.business.id, TUESDAY, party(learning=("till",)))
    done = plans.fill()
    (kept,) = [one for one in done.rota.shifts if one.job == "Party"]
    assert attrs.asdict(kept.shift)["learning"] == ("till",)
