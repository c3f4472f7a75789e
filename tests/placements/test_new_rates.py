"""A new rate of pay: a job goes on at it with all that is agreed, on both databases, and on the page for all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.display import Edition, View
from alongside.display.rendering import Display
from alongside.enterprise import actions as enterprise_actions
from alongside.enterprise import offers as enterprise
from alongside.instants import LONDON, Interval, Period, at
from alongside.messages.tables import MESSAGES
from alongside.money import Pence
from alongside.placements import PART, actions, offers
from alongside.placements.hours import Worked
from alongside.placements.hours_wish import Pace
from alongside.placements.job import jobs_of
from alongside.placements.new_rate import NotRaised, not_known_from, parted, usual_day
from alongside.placements.outcome import reached_by
from alongside.placements.pages import agreeing, my_work, raising
from alongside.placements.pay_floor import BackDated, PayTooLow
from alongside.placements.placement import Placement
from alongside.placements.tables import PLACEMENTS
from alongside.placements.wages import account_of
from alongside.refusal import BadInput, NotAllowed
from alongside.rulepacks.offers import Pack, shipped
from alongside.store import Actor, Store, Unit
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Form, GoTo, Visit, Visitor
from alongside.web.host import Host

from .conftest import place

AMY, BEN, CAL = (Actor.person(*one) for one in (("amy", "Amy Lind"), ("ben", "Ben Roe"), ("cal", "Cal Fry")))
TODAY, APRIL = date(2026, 11, 23), date(2027, 4, 1)
DISPLAY = Display({"placements": "alongside.placements"})
Agree = Callable[..., Placement]


@pytest.fixture
def managed(tideline: Store, keyboard: Actor, agree: Agree) -> Store:
    """Amy has paid work in the café at £13 since April; Cal manages the café and nothing else."""
    with tideline.unit(keyboard) as unit:
        assert enterprise.today(unit) == TODAY
        agree(unit)
        enterprise.give_role(unit, "ben", "supporter")
        enterprise.give_role(unit, "cal", "manager", place(unit))
    tideline.rights = lambda unit: enterprise.rights_of(unit, {"placements": PART.permissions, "people": ("see",)})
    return tideline


def parts(unit: Unit, person: str = "amy") -> list[Placement]:
    return offers.placements_of(unit, person)


def told(unit: Unit, person: str = "amy") -> list[tuple[str, str]]:
    """The new rates of which somebody was told, each with its day."""
    rows = [one for one in unit.find(MESSAGES) if one.person == person and one.title.key == "Your pay goes up"]
    return [(one.lines[0].facts["rate"], one.lines[0].days["day"].isoformat()) for one in rows]


# --- one placement


def test_job_goes_on_at_the_new_rate_with_everything_else_that_is_agreed(
    tideline: Store, keyboard: Actor, agree: Agree
) -> None:
    with tideline.unit(keyboard) as unit:
        since = date(2026, 6, 1)
        old = agree(unit, supporter="ben", last_day=date(2027, 12, 31), apprentice_since=since)
        actions.agree_hours(unit, old.id, [(date(2027, 2, 1), 900), (date(2027, 5, 1), 1000)])
        old = actions.agree_coach(unit, old.id, beside=True)
        (new,) = actions.raise_rates(unit, APRIL, {old.id: Pence(1390)})
        before = offers.placement(unit, old.id)
    assert (before.rate, before.last_day) == (1300, date(2027, 3, 31))
    assert (new.rate, new.first_day, new.agreed_minutes) == (1390, APRIL, 900)
    assert [(one.first_day, one.minutes) for one in new.plan] == [(date(2027, 5, 1), 1000)]
    kept = ("person", "business", "kind", "supporter", "coach_beside", "apprentice_since")
    assert all(getattr(new, name) == getattr(old, name) for name in kept)
    assert new.last_day == date(2027, 12, 31)


def test_hours_of_the_past_keep_their_rate(managed: Store, keyboard: Actor, work: Any) -> None:
    with managed.unit(keyboard) as unit:
        for day in (9, 10, 20):
            work(unit, "amy", date(2026, 11, day), time(9), time(11))
        actions.raise_rates(unit, date(2026, 11, 10), {parts(unit)[0].id: Pence(1390)})
        november = Period(date(2026, 11, 1), date(2026, 11, 30))
        # 2 h at £13.00; 2 h and 2 h at £13.90.
        assert [one.earned for one in offers.accounts(unit, november)] == [2 * 1300, 4 * 1390]


def test_same_rate_sent_twice_changes_nothing_the_second_time(managed: Store) -> None:
    with managed.unit(CAL) as unit:
        (old,) = parts(unit)
        assert len(actions.raise_rates(unit, APRIL, {old.id: Pence(1390)})) == 1
    with managed.unit(CAL) as unit:
        there = offers.placements_on(unit, APRIL)
        assert actions.raise_rates(unit, APRIL, {there[0].id: Pence(1390)}) == []
        assert (len(parts(unit)), told(unit)) == (2, [("£13.90", "2027-04-01")])


def test_rate_is_refused_in_a_sentence_and_nothing_is_half_written(
    managed: Store, agree: Agree, keyboard: Actor
) -> None:
    with managed.unit(keyboard) as unit:
        (amy,) = parts(unit)
        ben = agree(unit, person="ben", first_day=date(2026, 12, 7), last_day=date(2027, 6, 30), rate=Pence(1100))
    for day, rate, said in (
        (
            date(2026, 12, 1),
            1150,
            "The work of Ben Roe begins on 7 December 2026. Choose that day or a later one.",
        ),
        (date(2027, 7, 1), 1150, "The work of Ben Roe is over by then. Choose an earlier day."),
        (date(2027, 1, 1), 1050, "Ben Roe gets £11.00 an hour already. Write that or more."),
        (date(2027, 1, 1), 100_100, "over £1,000.00"),
    ):
        with managed.unit(CAL) as unit:
            with pytest.raises(NotRaised, match=said):
                actions.raise_rates(unit, day, {amy.id: Pence(1390), ben.id: Pence(rate)})
            assert [one.rate for one in (*parts(unit), *parts(unit, "ben"))] == [1300, 1100]
            assert told(unit) == []
    with managed.unit(CAL) as unit, pytest.raises(BadInput, match="more than a year ahead"):
        actions.raise_rates(unit, date(2028, 4, 1), {amy.id: Pence(1390)})
    with managed.unit(BEN) as unit, pytest.raises(NotAllowed):
        actions.raise_rates(unit, APRIL, {amy.id: Pence(1390)})


def test_floor_is_that_of_the_first_day_of_the_pay_period_and_of_the_age_then(
    tideline: Store, keyboard: Actor, agree: Agree
) -> None:
    # Ben, born on 9 August 2008, is 18 from August 2026: £8.00 until then, £10.85 from September on.
    tideline.clock = lambda: at(date(2026, 7, 6), time(12), LONDON)
    with tideline.unit(keyboard) as unit:
        there = agree(unit, person="ben", rate=Pence(800))
        for day, least in ((date(2026, 8, 20), 800), (date(2026, 9, 1), 1085)):
            (one,) = actions.earners_on(unit, place(unit), day)
            assert one.floor is not None
            assert (one.floor.pence, one.too_low, one.offered) == (least, least > 800, least)
        with pytest.raises(NotRaised, match="£10.84 an hour is too low") as refused:
            actions.raise_rates(unit, date(2026, 9, 15), {there.id: Pence(1084)})
        assert isinstance(refused.value.each[there.id], PayTooLow)
        assert len(actions.raise_rates(unit, date(2026, 9, 15), {there.id: Pence(1085)})) == 1


def test_promise_beyond_the_law_is_the_floor_where_it_was_made(managed: Store, keyboard: Actor) -> None:
    with managed.unit(keyboard) as unit:
        terms = {"by": "The members' meeting", "source": "its minutes", "age_from": 18}
        enterprise_actions.make_promise(unit, "uk.minimum-wage", "13.45", first_day=APRIL, **terms)
        (one,) = actions.earners_on(unit, place(unit), APRIL)
        assert (one.offered, one.too_low) == (1345, True)
        with pytest.raises(NotRaised, match="we promised"):
            actions.raise_rates(unit, APRIL, {one.placement.id: Pence(1344)})


def test_somebody_whose_birthday_is_not_known_stays_as_she_is_and_gets_no_new_rate(
    managed: Store, keyboard: Actor, agree: Agree
) -> None:
    with managed.unit(keyboard) as unit:
        cal = unit.change(PLACEMENTS, agree(unit, "harbour-garden"), person="cal", business=place(unit))
        one = next(one for one in actions.earners_on(unit, place(unit), APRIL) if one.name == "Cal Fry")
        assert (one.floor, one.offered) == (None, 1300)
        assert actions.raise_rates(unit, APRIL, {cal.id: Pence(1300)}) == []
        with pytest.raises(NotRaised, match="date of birth of Cal Fry is not known"):
            actions.raise_rates(unit, APRIL, {cal.id: Pence(1400)})


def test_manager_asks_for_no_floor_before_this_pay_period(managed: Store) -> None:
    with managed.unit(CAL) as unit:
        (old,) = parts(unit)
        with pytest.raises(BackDated):
            actions.earners_on(unit, place(unit), date(2026, 10, 31))
        with pytest.raises(NotRaised, match="before this pay period"):
            actions.raise_rates(unit, date(2026, 10, 31), {old.id: Pence(1390)})


# --- the job goes on


def test_rate_to_come_is_no_less_than_one_agreed_for_an_earlier_day(managed: Store) -> None:
    with managed.unit(CAL) as unit:
        actions.raise_rates(unit, APRIL, {parts(unit)[0].id: Pence(1320)})
        actions.raise_rates(unit, date(2027, 1, 1), {parts(unit)[0].id: Pence(1400)})
        assert [(one.first_day.month, one.rate) for one in parts(unit)] == [(4, 1300), (1, 1400), (4, 1400)]


def test_hours_and_coach_that_are_agreed_later_hold_for_what_goes_on_too(managed: Store) -> None:
    with managed.unit(CAL) as unit:
        (old,) = parts(unit)
        (new,) = actions.raise_rates(unit, APRIL, {old.id: Pence(1390)})
        actions.agree_hours(unit, old.id, [(date(2027, 2, 1), 900), (date(2027, 6, 1), 960)])
        actions.agree_coach(unit, old.id, beside=True)
        new = offers.placement(unit, new.id)
        assert (new.agreed_minutes, [one.minutes for one in new.plan], new.coach_beside) == (900, [960], True)


def test_work_that_ends_before_the_new_rate_begins_does_not_begin_again(managed: Store) -> None:
    with managed.unit(CAL) as unit:
        (old,) = parts(unit)
        (new,) = actions.raise_rates(unit, APRIL, {old.id: Pence(1390)})
    with managed.unit(AMY) as unit:
        actions.wish_for_hours(unit, new.id, Pace.MORE)
    with managed.unit(CAL) as unit:
        actions.end_placement(unit, old.id, date(2027, 5, 31))
        assert [one.last_day for one in parts(unit)] == [date(2027, 3, 31), date(2027, 5, 31)]
        actions.end_placement(unit, old.id, date(2027, 2, 14))
        (only,) = parts(unit)
        assert (only.id, only.last_day) == (old.id, date(2027, 2, 14))
        assert len(offers.wishes_for(unit, only)) == 1


def test_coach_chosen_for_one_job_and_a_wish_stay_over_the_new_rate(managed: Store) -> None:
    with managed.unit(AMY) as unit:
        (old,) = parts(unit)
        actions.choose_coach(unit, "ben", old.id)
        actions.wish_for_hours(unit, old.id, Pace.MORE)
    with managed.unit(CAL) as unit:
        actions.agree_coach(unit, old.id, beside=True)
        (new,) = actions.raise_rates(unit, date(2026, 11, 23), {old.id: Pence(1390)})
        week = Period(date(2026, 11, 23), date(2026, 11, 29))
        beside = offers.coaches_beside(unit, week, place(unit))
        assert {who: [one.coach for one in hers] for who, hers in beside.items()} == {"amy": ["ben"]}
        assert offers.is_coach_of(unit, "ben", "amy", new.id)
        assert [one.waits for one in offers.wishes_for(unit, new)] == [True]
    with managed.unit(AMY) as unit:
        actions.choose_coach(unit, "ben", new.id)
        assert [one.placement for one in actions.my_coachings(unit)] == [new.id]


@given(st.integers(1, 400), st.integers(1, 400), st.sampled_from([13, 26, 52]))
def test_outcomes_and_the_one_job_are_the_same_over_a_new_rate(first: int, second: int, weeks: int) -> None:
    begun = date(2025, 1, 6)
    whole = Placement(
        id="a", person="amy", business="b", kind="paid", first_day=begun, agreed_minutes=600, rate=Pence(1300)
    )
    one, rest = parted(whole, begun + timedelta(days=first), Pence(1350), id="b")
    two, three = parted(rest, rest.first_day + timedelta(days=second), Pence(1400), id="c")
    today = begun + timedelta(weeks=weeks)
    assert reached_by([one, two, three], today) == reached_by([whole], today)
    (job,) = jobs_of([three, one, two])
    assert (job.id, job.first_day, job.last_day) == ("a", begun, None)


MINUTES = st.integers(0, 24 * 60 * 400)


@given(st.lists(st.tuples(MINUTES, st.integers(1, 600)), max_size=8), st.integers(1, 380))
def test_minutes_of_both_parts_add_up_to_the_whole(shifts: list[tuple[int, int]], change: int) -> None:
    begun = date(2026, 1, 1)
    whole = Placement(
        id="a", person="amy", business="b", kind="paid", first_day=begun, agreed_minutes=600, rate=Pence(1300)
    )
    old, new = parted(whole, begun + timedelta(days=change), Pence(1390), id="b")
    noon = at(begun, time(12), LONDON)
    begins = [noon + timedelta(minutes=start) for start, _ in shifts]
    worked = [
        Worked("amy", Interval(start, start + timedelta(minutes=long)))
        for start, (_, long) in zip(begins, shifts, strict=True)
    ]
    period = Period(begun, date(2027, 3, 31))
    both = [account_of(one, worked, period, LONDON) for one in (old, new)]
    assert sum(one.minutes for one in both) == account_of(whole, worked, period, LONDON).minutes


# --- the day


def test_day_that_is_offered_is_the_next_step_of_the_law_where_it_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert usual_day(TODAY) == date(2026, 12, 1)
    assert usual_day(date(2025, 12, 1)) == date(2026, 4, 1)
    assert (not_known_from(date(2027, 3, 31)), not_known_from(APRIL)) == (None, APRIL)
    steps = [one for one in shipped().of("uk.minimum-wage") if one.last_day is None]
    pack = Pack(
        (
            *(one for one in shipped().values if one not in steps),
            *(attrs.evolve(one, last_day=APRIL - timedelta(days=1)) for one in steps),
            *(attrs.evolve(one, first_day=APRIL) for one in steps),
        )
    )
    monkeypatch.setattr("alongside.placements.new_rate.shipped", lambda: pack)
    assert (usual_day(TODAY), not_known_from(APRIL)) == (APRIL, None)


# --- the page


def visiting(unit: Unit, query: dict[str, str] | None = None, placement: str = "", **fields: str) -> Visit:
    return Visit(
        unit=unit,
        host=cast("Host", None),  # these pages ask nothing of it
        visitor=Visitor(unit.actor, unit.actor.name),
        part="placements",
        edition=Edition.STANDARD,
        zone=LONDON,
        today=enterprise.today(unit),
        path={"placement": placement},
        query=Form(tuple((query or {}).items())),
        form=Form(tuple(fields.items())),
    )


def both(view: GoTo | View) -> str:
    """The page in standard English, after its Easy Read was looked at."""
    assert isinstance(view, View)
    easy = DISPLAY.render("placements", view, edition=Edition.EASY)
    assert easy_read_faults(easy) == []
    return DISPLAY.render("placements", view).replace("\N{NO-BREAK SPACE}", " ")


def test_page_offers_what_each_has_or_the_floor_and_marks_in_words_who_is_under_it(
    managed: Store, keyboard: Actor, agree: Agree
) -> None:
    with managed.unit(keyboard) as unit:
        ben = agree(unit, person="ben", rate=Pence(1085))
        agree(unit, "harbour-garden", person="ben", rate=Pence(1999))
        unit.change(PLACEMENTS, ben, rate=Pence(1000))
    with managed.unit(CAL) as unit:
        (_amy,) = parts(unit)
        html = both(raising.rates(visiting(unit, {"day": "2027-01-01"})))
        assert 'value="2027-01-01"' in html
        for seen in (
            "Amy Lind",
            "Now £13 an hour.",
            "The least is £12.71.",
            "Now £10 an hour.",
            "The least is £10.85.",
        ):
            assert seen in html, seen
        assert html.count("This is too low.") == 1
        assert "<strong>1 person</strong> has less than the least of that day." in html
        for private in ("1999", "2008", "19.99", "Harbour", "18"):
            assert private not in html.replace("Pounds", ""), private
        assert 'name="amy-rate" type="text" value="13.00"' in html
        assert 'name="ben-rate" type="text" value="10.85"' in html


def test_page_agrees_all_rates_with_one_button_and_tells_each(
    managed: Store, keyboard: Actor, agree: Agree
) -> None:
    with managed.unit(keyboard) as unit:
        agree(unit, person="ben", rate=Pence(1085))
    day = {"day": "2027-04-01", "business": "tideline-cafe"}
    with managed.unit(CAL) as unit:
        (_amy,) = parts(unit)
        both(raising.rates(visiting(unit, day)))
        fields = {"amy-rate": "13.90", "ben-rate": "10.85"}
        done = raising.send_rates(visiting(unit, day, **fields))
        assert isinstance(done, GoTo)
        assert (told(unit), told(unit, "ben")) == ([("£13.90", "2027-04-01")], [])
        html = both(raising.rates(visiting(unit, day)))
        assert "From that day £13.90 is agreed." in html
        assert "The law changes the least pay on 1 April 2027." in html
    # Twice on the button: what was named first goes on as another placement by then.
    with managed.unit(CAL) as unit:
        again = raising.send_rates(visiting(unit, day, **fields))
        assert isinstance(again, GoTo)
        assert str(again.notice) == "These rates are agreed already."
        assert (len(parts(unit)), len(told(unit))) == (2, 1)


def test_page_says_beside_the_field_what_is_wrong_and_keeps_nothing(
    managed: Store, keyboard: Actor, agree: Agree
) -> None:
    with managed.unit(keyboard) as unit:
        agree(unit, person="ben", rate=Pence(1085))
    with managed.unit(CAL) as unit:
        (_amy,) = parts(unit)
        fields = {"amy-rate": "12.70", "ben-rate": "11.00"}
        html = both(raising.send_rates(visiting(unit, {"day": "2027-01-01"}, **fields)))
        assert "£13.00 an hour already" in html.split('id="amy-rate-mistake"')[1].split("</p>")[0]
        assert [one.rate for one in (*parts(unit), *parts(unit, "ben"))] == [1300, 1085]
        for day, said in (
            ("2026-10-01", "before this pay period"),
            ("2028-01-01", "a year ahead"),
            ("x", "not a day"),
        ):
            assert said in both(raising.rates(visiting(unit, {"day": day}))), day
    with managed.unit(BEN) as unit, pytest.raises(NotAllowed):
        raising.rates(visiting(unit))


def test_pages_show_one_job_that_goes_on_and_no_end_of_it(managed: Store) -> None:
    with managed.unit(CAL) as unit:
        (old,) = parts(unit)
        actions.raise_rates(unit, APRIL, {old.id: Pence(1390)})
        html = both(agreeing.one(visiting(unit, placement=old.id)))
        assert "it is £13.90 an hour" in html
        assert "31 March 2027" not in html
        assert "2027-03-31" not in html
    with managed.unit(AMY) as unit:
        html = both(my_work.my_work(visiting(unit)))
        assert html.count("It is this:") == 1
        assert "Your last day" not in html
