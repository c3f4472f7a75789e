"""A café's beginning: a week to start with, its shifts one by one, who can do what, and when."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.api import enterprise, people
from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import LONDON, BadInput, NotAllowed, NotFound
from alongside.api.web import Form, GoTo, Visit
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Visitor
from alongside.web.around import mistakes_of
from alongside_cafe import pages, reactions
from alongside_cafe.actions import beginning, planning
from alongside_cafe.availability import FreeHours
from alongside_cafe.pages import team as team_pages
from alongside_cafe.pages import week as week_pages
from alongside_cafe.pattern import OpeningPattern, ShiftTemplate
from alongside_cafe.starter import Opening, open_hours, starter

MONDAY = date(2026, 11, 30)
DISPLAY = Display({"cafe": "alongside_cafe"})
OPEN = Opening(days=(1, 4), opens=time(10), closes=time(15), kitchen=2, front=1)
START = (("days", "1"), ("opens", "10:00"), ("closes", "15:00"), ("kitchen", "2"), ("front", "1"))
SHIFT = (
    ("job", "Bakery"),
    ("days", "2"),
    ("days", "4"),
    ("starts", "07:00"),
    ("ends", "11:00"),
    ("0-people", "2"),
)


@pytest.fixture
def empty(cafe):
    """The café without its week."""
    with cafe.unit() as unit:
        planning.set_pattern(unit, cafe.business.id, OpeningPattern(()))
    return cafe


def visit(cafe, unit, pairs=(), **path):
    who = "Rosa Delgado"
    return Visit(
        host=None,
        unit=unit,
        visitor=Visitor(Actor.person(cafe.people[who], who), who),
        part="cafe",
        edition=Edition.STANDARD,
        zone=LONDON,
        today=MONDAY,
        business=cafe.business,
        path=path,
        form=Form(tuple(pairs)),
    )


def easy(view):
    return easy_read_faults(DISPLAY.render("cafe", view, edition=Edition.EASY))


# --- a week to start with

HALF_HOURS = st.integers(0, 47).map(lambda half: time(half // 2, half % 2 * 30))


@given(
    st.sets(st.integers(0, 6), min_size=1).map(tuple), HALF_HOURS, HALF_HOURS, st.integers(0, 9), st.integers(0, 9)
)
def test_week_to_start_with_is_covered_from_opening_to_closing(days, opens, closes, kitchen, front):
    if closes <= opens or kitchen + front == 0:
        with pytest.raises(BadInput):
            Opening(days=days, opens=opens, closes=closes, kitchen=kitchen, front=front)
        return
    made = starter(Opening(days=days, opens=opens, closes=closes, kitchen=kitchen, front=front)).templates
    assert {one.weekday for one in made} == set(days)
    for one in made:
        length = timedelta(hours=one.ends.hour - one.starts.hour, minutes=one.ends.minute - one.starts.minute)
        assert timedelta() < length <= timedelta(hours=12)
    for day in days:
        for job, people_wanted in (("Kitchen", kitchen), ("Front", front)):
            shifts = sorted(
                (one for one in made if (one.weekday, one.job) == (day, job)), key=lambda one: one.starts
            )
            assert all(len(one.places) == people_wanted for one in shifts)
            assert [one.ends for one in shifts[:-1]] == [one.starts for one in shifts[1:]]
            assert not shifts or (shifts[0].starts <= opens and shifts[-1].ends == closes)
        assert sum(one.key_holder for one in made if one.weekday == day) == 1


def test_hours_when_the_café_is_open_reach_from_the_first_shift_to_the_last():
    late = ShiftTemplate(weekday=4, starts=time(18), ends=time(1), job="Bar", places=(frozenset(),))
    assert open_hours([*starter(OPEN).templates, late]) == (
        FreeHours(1, time(9), time(15)),
        FreeHours(4, time(9), time(0)),
    )


def test_week_is_made_once_and_never_thrown_away(empty):
    with empty.unit() as unit:
        assert len(beginning.begin_week(unit, empty.business.id, OPEN)) == 4
        with pytest.raises(BadInput, match="This week has shifts already"):
            beginning.begin_week(unit, empty.business.id, OPEN)


def test_shift_is_added_changed_and_taken_out(empty):
    shift = ShiftTemplate(weekday=2, starts=time(9), ends=time(12), job="Till", places=(frozenset({"till"}),))
    with empty.unit() as unit:
        (kept,) = beginning.add_shifts(unit, empty.business.id, [shift])
        with pytest.raises(BadInput, match="The shift is there twice"):
            beginning.add_shifts(unit, empty.business.id, [shift])
        later = ShiftTemplate(weekday=2, starts=time(10), ends=time(12), job="Till", places=(frozenset(),) * 2)
        changed = beginning.change_shift(unit, kept, later)
        assert planning.pattern(unit, empty.business.id) == [changed]
        beginning.remove_shift(unit, changed)
        assert planning.pattern(unit, empty.business.id) == []
        with pytest.raises(NotFound):
            beginning.line(unit, empty.business.id, changed.id)


# --- who can do what, and when


def test_what_people_can_do_is_noted_and_taken_back_for_what_the_week_asks_alone(cafe):
    leah, mei = cafe.people["Leah Osei"], cafe.people["Mei Tanaka"]
    with cafe.unit() as unit:
        people.add_skill(unit, mei, "paints", "Paints signs")
        assert beginning.asked_for(planning.pattern(unit, cafe.business.id)) == (
            *("food_hygiene", "front", "kitchen"),
            "key_holder",
        )
        chosen = {leah: ("front", "key_holder", "flying"), mei: ("food_hygiene",)}
        assert beginning.note_skills(unit, cafe.business.id, chosen) == 2
        assert people.skills_of(unit, [leah, mei]) == {leah: {"front", "key_holder"}, mei: {"paints"}}
        assert people.full_skills_of(unit, [leah])[leah][0].words == "Does front"


def test_all_who_said_nothing_can_work_when_it_is_open_and_the_others_keep_their_hours(cafe):
    with cafe.unit() as unit:
        reactions.offers.let_go(unit, cafe.people["Dan Pascoe"])
        assert beginning.all_when_open(unit, cafe.business.id) == 1
        kept = {one.name: one.said.hours[0] for one in beginning.team(unit, cafe.business.id)}
    assert kept["Dan Pascoe"] == FreeHours(0, time(8), time(15))
    assert kept["Rosa Delgado"] == FreeHours(0, time(7), time(18))


def test_who_may_not_plan_may_not_shape_the_week(cafe):
    sam = Actor.person(cafe.people["Sam Whitlock"], "Sam Whitlock")
    for act in (
        lambda unit: beginning.begin_week(unit, cafe.business.id, OPEN),
        lambda unit: beginning.add_shifts(unit, cafe.business.id, []),
        lambda unit: beginning.team(unit, cafe.business.id),
        lambda unit: beginning.note_skills(unit, cafe.business.id, {}),
        lambda unit: beginning.all_when_open(unit, cafe.business.id),
    ):
        with pytest.raises(NotAllowed), cafe.store.unit(sam) as unit:
            act(unit)


def test_first_steps_of_a_café_are_named_until_they_are_done(empty):
    business = empty.business
    with empty.unit() as unit:
        assert [one.done for one in reactions.first_steps(unit, business)] == [False, False, True, False]
        beginning.begin_week(unit, business.id, OPEN)
        assert [one.done for one in reactions.first_steps(unit, business)] == [True, True, True, False]
        assert reactions.skills_wanted(unit) == {"kitchen", "front", "key_holder"}
        other = enterprise.add_business(unit, "Quay", "")
        assert reactions.first_steps(unit, other) == ()


# --- on pages


def test_week_page_offers_a_start_and_then_shows_its_shifts(empty):
    with empty.unit() as unit:
        offered = week_pages.pattern(visit(empty, unit))
        assert "Suggest a week" in DISPLAY.render("cafe", offered)
        assert isinstance(week_pages.send_pattern(visit(empty, unit, START)), GoTo)
        shown = week_pages.pattern(visit(empty, unit))
        text = DISPLAY.render("cafe", shown)
        assert "Kitchen" in text
        assert "one with the key" in text
        first = planning.pattern(unit, empty.business.id)[0]
        assert isinstance(week_pages.send_pattern(visit(empty, unit, (("do", f"remove:{first.id}"),))), GoTo)
        assert len(planning.pattern(unit, empty.business.id)) == 1
    assert easy(offered) == []
    assert easy(shown) == []


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"days": None}, "days"),
        ({"closes": "09:00"}, "closes"),
        ({"opens": "ten"}, "opens"),
        ({"opens": "09:00+01:00"}, "opens"),
        ({"kitchen": "many"}, "kitchen"),
        ({"front": "21"}, "front"),
        ({"kitchen": "0", "front": "0"}, "kitchen"),
    ],
)
def test_week_that_cannot_be_is_asked_for_again(empty, changed, field):
    pairs = [(name, changed.get(name, value)) for name, value in START if changed.get(name, value) is not None]
    with empty.unit() as unit:
        view = week_pages.send_pattern(visit(empty, unit, pairs))
        assert [name for name, _said in mistakes_of(view)] == [field]
        assert f'id="{field}-mistake"' in DISPLAY.render("cafe", view)
        assert planning.pattern(unit, empty.business.id) == []


def test_shift_with_two_kinds_of_places_is_kept_and_shown_again(empty):
    pairs = (*SHIFT, ("0-skills", "kitchen"), ("1-people", "1"), ("1-other", "Head baker"), ("key", "yes"))
    with empty.unit() as unit:
        assert isinstance(week_pages.send_shift(visit(empty, unit, pairs, line="new")), GoTo)
        first, second = planning.pattern(unit, empty.business.id)
        assert (first.weekday, second.weekday, first.key_holder) == (2, 4, True)
        assert first.places == (frozenset({"kitchen"}),) * 2 + (frozenset({"head_baker"}),)
        view = week_pages.shift(visit(empty, unit, line=first.id))
        groups = [(one.people.shown, one.skills.chosen) for one in view.facts["places"]]
        assert groups == [("2", ("kitchen",)), ("1", ("head_baker",)), ("", ())]
        changed = [("days", "3") if pair[0] == "days" else pair for pair in pairs[1:]]
        sent = visit(empty, unit, (("job", "Oven"), *dict.fromkeys(changed)), line=first.id)
        assert isinstance(week_pages.send_shift(sent), GoTo)
        assert {(one.weekday, one.job) for one in planning.pattern(unit, empty.business.id)} == {
            (3, "Oven"),
            (4, "Bakery"),
        }
        assert easy(week_pages.shift(visit(empty, unit, line="new"))) == []


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"job": " "}, "job"),
        ({"days": None}, "days"),
        ({"ends": "07:00"}, "ends"),
        ({"starts": ""}, "starts"),
        ({"starts": "09:00+01:00"}, "starts"),
        ({"0-people": "0"}, "0-people"),
        ({"0-people": "x"}, "0-people"),
        ({"0-people": "", "0-skills": "till"}, "0-people"),
        ({"0-other": "9 lives!"}, "0-other"),
    ],
)
def test_shift_that_cannot_be_is_asked_for_again_with_what_was_written(empty, changed, field):
    sent = {**dict(SHIFT), **changed}
    pairs = [(name, value) for name, value in sent.items() if value is not None]
    with empty.unit() as unit:
        view = week_pages.send_shift(visit(empty, unit, pairs, line="new"))
        assert [name for name, _said in mistakes_of(view)] == [field]
        assert f'id="{field}-mistake"' in DISPLAY.render("cafe", view)


def test_shift_that_is_there_already_is_said_beside_the_form(empty):
    with empty.unit() as unit:
        week_pages.send_shift(visit(empty, unit, SHIFT, line="new"))
        view = week_pages.send_shift(visit(empty, unit, SHIFT, line="new"))
        ((field, said),) = mistakes_of(view)
    assert field == "job"
    assert "there twice" in str(said[-1])


def test_team_page_keeps_what_was_ticked(cafe):
    leah = cafe.people["Leah Osei"]
    with cafe.unit() as unit:
        seen = team_pages.team(visit(cafe, unit))
        assert isinstance(
            team_pages.send_team(visit(cafe, unit, [("person", leah), (f"{leah}-skills", "kitchen")])), GoTo
        )
        assert people.skills_of(unit, [leah])[leah] == {"kitchen"}
    assert "Leah Osei" in DISPLAY.render("cafe", seen)
    assert easy(seen) == []


def test_both_buttons_of_the_team_page_keep_what_was_ticked(cafe):
    leah = cafe.people["Leah Osei"]
    with cafe.unit() as unit:
        reactions.offers.let_go(unit, leah)
        done = team_pages.send_team(
            visit(cafe, unit, [("person", leah), (f"{leah}-skills", "kitchen"), ("then", "open")])
        )
        assert done.notice.facts == {"number": 1}
        assert people.skills_of(unit, [leah])[leah] == {"kitchen"}


def test_team_page_before_there_is_a_week_leads_to_it(empty):
    with empty.unit() as unit:
        seen = team_pages.team(visit(empty, unit))
    assert "First say which shifts every week needs" in DISPLAY.render("cafe", seen)
    assert easy(seen) == []


def test_manager_writes_down_when_somebody_can_work_and_different_times_are_kept(cafe):
    leah = cafe.people["Leah Osei"]
    each = [
        ("each", "1"),
        ("1-can", "yes"),
        ("1-since", "09:00"),
        ("1-until", "12:00"),
        ("5-can", "yes"),
        ("5-since", "10:00"),
    ]
    with cafe.unit() as unit:
        sent = visit(cafe, unit, [*each, ("5-until", "16:00")], person=leah)
        assert team_pages.send_hours(sent).notice.facts == {"name": "Leah Osei"}
        kept = planning.availability(unit, cafe.business.id, leah)
        assert kept.hours == (FreeHours(1, time(9), time(12)), FreeHours(5, time(10), time(16)))
        shown = team_pages.hours(visit(cafe, unit, person=leah))
        assert shown.facts["each"]
        assert 'value="16:00"' in DISPLAY.render("cafe", shown)
        wrong = team_pages.send_hours(visit(cafe, unit, [*each, ("5-until", "09:00")], person=leah))
        assert [field for field, _said in mistakes_of(wrong)] == ["5-until"]
        none = team_pages.send_hours(visit(cafe, unit, each[:1], person=leah))
        assert [field for field, _said in mistakes_of(none)] == ["0-can"]
        with pytest.raises(NotFound):
            team_pages.hours(visit(cafe, unit, person="nobody"))
    assert easy(shown) == []


def test_second_time_of_a_day_is_kept_shown_and_has_to_lie_behind_the_first(cafe):
    sam = cafe.people["Sam Whitlock"]
    day = [("each", "1"), ("1-can", "yes"), ("1-since", "09:00"), ("1-until", "12:00")]

    def sends(unit, again, then):
        return team_pages.send_hours(visit(cafe, unit, [*day, ("1-again", again), ("1-then", then)], person=sam))

    with cafe.unit() as unit:
        assert sends(unit, "15:00", "18:00").notice.facts == {"name": "Sam Whitlock"}
        kept = planning.availability(unit, cafe.business.id, sam)
        assert kept.hours == (FreeHours(1, time(9), time(12)), FreeHours(1, time(15), time(18)))
        shown = team_pages.hours(visit(cafe, unit, person=sam))
        page = DISPLAY.render("cafe", shown)
        assert page.count('<details class="more" open>') == 1
        assert 'name="1-then" type="time" value="18:00"' in page
        assert easy(shown) == []
        for again, then, field in (
            ("11:00", "18:00", "1-again"),
            ("15:00", "14:00", "1-then"),
            ("15:00", "", "1-then"),
            ("", "18:00", "1-again"),
            ("4 pm", "", "1-again"),
        ):
            wrong = sends(unit, again, then)
            assert [name for name, _said in mistakes_of(wrong)] == [field]
            assert '<details class="more" open>' in DISPLAY.render("cafe", wrong), "what is wrong is to be seen"
        assert planning.availability(unit, cafe.business.id, sam).hours == kept.hours
        # A mistake in another form of the page leaves the days with their own times as they are.
        other = [("do", "hours"), ("day", "2026-12-05"), ("since", "15:00"), ("until", "11:00")]
        again = team_pages.send_hours(visit(cafe, unit, other, person=sam))
        assert again.facts["each"]
        assert 'name="1-then" type="time" value="18:00"' in DISPLAY.render("cafe", again)


def test_rota_page_of_a_café_without_a_week_leads_to_it(empty):
    with empty.unit() as unit:
        text = DISPLAY.render("cafe", pages.rota(visit(empty, unit)))
    assert 'href="/cafe/tideline-cafe/pattern"' in text
    assert "Fill this week" not in text
