"""What is missing before a rota is filled is named in a sentence: shifts nobody can have, contradictory hours."""

from datetime import date, time, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.api import people, placements
from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import LONDON, NotAllowed
from alongside.api.web import Form, Visit
from alongside.people.tables import PEOPLE
from alongside.placements.most_hours import MostHours
from alongside.placements.tables import PLACEMENTS
from alongside.placements.tables.most import MOSTS
from alongside.rulepacks import look_up
from alongside.rulepacks.offers import NoValue, UnknownRule
from alongside.rulepacks.pack import Pack, shipped
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Visitor
from alongside_cafe import pages
from alongside_cafe.actions import before_filling, days, drafting, planning, wishing
from alongside_cafe.availability import FreeHours
from alongside_cafe.missing import free_minutes, hours
from alongside_cafe.pages import before_filling as page
from alongside_cafe.pattern import ShiftTemplate

from .conftest import MONDAY
from .test_cafe_brought import coached
from .test_cafe_edges import shown, visit

DISPLAY = Display({"cafe": "alongside_cafe"})
TUESDAY = MONDAY + timedelta(days=1)
FRONT = frozenset({"front"})


def found(cafe, weeks=1):
    with cafe.unit(writing=False) as unit:
        return [str(one) for one in before_filling.look(unit, cafe.business.id, MONDAY, weeks)]


def once(cafe, **more):
    facts = {"weekday": 1, "starts": time(15), "ends": time(17), "job": "Party", "places": (FRONT,)} | more
    with cafe.unit() as unit:
        days.add_one_off(unit, cafe.business.id, TUESDAY, ShiftTemplate(**facts))


def test_café_in_which_everything_can_be_done_lacks_nothing(cafe):
    assert found(cafe) == []


def test_shift_that_nobody_has_the_skill_for_is_named_with_what_it_asks(cafe):
    once(cafe, places=(frozenset({"barista"}),))
    (said,) = found(cafe)
    assert said.startswith("Party, Tuesday 1 December at 15:00: nobody who works here can do this: barista.")


def test_shift_at_a_time_at_which_nobody_who_can_is_free_is_named(cafe):
    once(cafe, starts=time(20), ends=time(22))
    assert found(cafe) == [
        "Party, Tuesday 1 December at 20:00: everybody who can do this is away or has other hours."
    ]


def test_key_that_nobody_has_or_can_bring_is_named(cafe):
    once(cafe, starts=time(20), ends=time(22), key_holder=True)
    assert any("everybody with the key is away or has other hours" in one for one in found(cafe))
    with cafe.unit() as unit:
        for who in ("Rosa Delgado", "Ben Hartley"):
            people.remove_skills(unit, cafe.people[who], {"key_holder"})
    said = found(cafe)
    assert any("Front, Monday 30 November at 09:00: nobody who works here has the key" in one for one in said)


def test_same_lack_of_several_weeks_is_said_once_with_how_many_more(cafe):
    with cafe.unit() as unit:
        for who in ("Rosa Delgado", "Ben Hartley"):
            people.remove_skills(unit, cafe.people[who], {"key_holder"})
    said = found(cafe, weeks=3)
    assert len([one for one in said if one.endswith("It is the same on more days: 2.")]) == 5
    assert len([one for one in said if "has the key" in one]) == 5


NOBODY = "it is longer than 6 hours and has no break of 20 minutes. Nobody can have it. Write one in."
NO_YOUNG = (
    "it is longer than 4 hours 30 minutes and has no break of 30 minutes. "
    "People under 18 cannot have it. Write one in."
)


@pytest.mark.parametrize(
    ("ends", "rest", "named"),
    [
        (16, None, [NOBODY, NO_YOUNG]),
        (16, 10, [NOBODY, NO_YOUNG]),
        (16, 20, [NO_YOUNG]),
        (16, 30, []),
        (14, None, [NO_YOUNG]),
        (13, None, []),
    ],
)
def test_shift_too_long_for_its_break_is_named_for_adults_and_for_those_under_18(cafe, ends, rest, named):
    once(cafe, starts=time(9), ends=time(ends), break_minutes=rest)
    assert found(cafe) == [f"Party, Tuesday 1 December at 09:00: {one}" for one in named]


def test_what_is_said_of_breaks_hangs_on_nobody_s_age(cafe, monkeypatch):
    once(cafe, starts=time(9), ends=time(14))
    of_adults = found(cafe)
    monkeypatch.setattr("alongside_cafe.actions.asking._under_18", lambda *_: True)
    assert found(cafe) == of_adults


def test_person_whose_birthday_nobody_wrote_down_is_named_to_who_may_see_birthdays_alone(cafe):
    assert found(cafe) == []
    unborn(cafe, "Dan Pascoe")
    assert found(cafe) == [
        "Nobody wrote down when Dan Pascoe was born. The rota plans as for an adult until somebody does."
    ]
    for may in (frozenset({"cafe.see", "cafe.plan"}), frozenset({"cafe.plan", "people.see", "people.skills"})):
        cafe.store.rights = lambda _, may=may: {cafe.business.id: may, None: may}
        with cafe.store.unit(Actor.person(cafe.people["Rosa Delgado"], "Rosa"), writing=False) as unit:
            assert before_filling.look(unit, cafe.business.id, MONDAY, 1) == ()


def unborn(cafe, name):
    with cafe.unit() as unit:
        unit.change(PEOPLE, people.person(unit, cafe.people[name]), date_of_birth=None)


def test_person_who_has_not_said_when_is_named(cafe):
    set_hours(cafe, "Dan Pascoe", [])
    assert "Dan Pascoe has not said when they can work. The rota gives them nothing until they do." in found(cafe)


def test_person_whose_hours_contradict_each_other_is_named(cafe):
    set_hours(cafe, "Dan Pascoe", [FreeHours(0, time(9), time(12))])
    assert any("Dan Pascoe has agreed 20 hours a week, and can work 3 hours a week." in one for one in found(cafe))


def test_person_who_wants_fewer_hours_than_are_agreed_is_named(cafe):
    with cafe.unit() as unit:
        row = MostHours(id="m", person=cafe.people["Dan Pascoe"], minutes=630, said_on=date(2026, 11, 1))
        unit.add(MOSTS, row)
    assert (
        "Dan Pascoe has agreed 20 hours a week, and wants 10 hours 30 minutes a week at the most. Talk about it."
        in found(cafe)
    )


def set_hours(cafe, name, free):
    with cafe.unit() as unit:
        planning.set_availability(unit, cafe.business.id, cafe.people[name], free)


def change(cafe, name, **changes):
    with cafe.unit() as unit:
        (there,) = placements.placements_of(unit, cafe.people[name])
        unit.change(PLACEMENTS, there, **changes)


def test_person_who_needs_a_coach_and_has_none_here_is_named(cafe):
    change(cafe, "Dan Pascoe", coach_beside=True)
    assert any(
        "Dan Pascoe works beside a job coach, and no coach of theirs works here" in one for one in found(cafe)
    )


def test_person_whose_choice_of_a_coach_ends_in_these_weeks_is_named_with_the_first_day_without(cafe):
    coached(cafe, "Dan Pascoe", "Mei Tanaka", until=MONDAY + timedelta(days=2))
    said = "No coach of theirs counts on Thursday 3 December."
    assert any(said in one for one in found(cafe))


def test_person_whose_pay_is_under_the_floor_is_named_without_age(cafe):
    change(cafe, "Dan Pascoe", rate=500)
    (said,) = found(cafe)
    assert said.startswith("The pay of Dan Pascoe is under the least that counts on Monday 30 November.")


def test_what_people_want_to_learn_and_cannot_is_named(cafe):
    cafe.store.rights = lambda _: {cafe.business.id: frozenset({"cafe.see"})}
    with cafe.store.unit(Actor.person(cafe.people["Leah Osei"], "Leah Osei")) as unit:
        wishing.say_learning(unit, cafe.business.id, ["kitchen"], [])
    assert found(cafe) == [
        "People who want to learn this: 1. No shift has a place to learn it: kitchen.",
        "People who want to learn this: 1. Nobody has said that they like to show it: kitchen.",
    ]


def test_only_who_plans_looks_at_what_is_missing(cafe):
    cafe.store.rights = lambda _: {cafe.business.id: frozenset({"cafe.see"})}
    actor = Actor.person(cafe.people["Leah Osei"], "Leah Osei")
    with cafe.store.unit(actor, writing=False) as unit, pytest.raises(NotAllowed):
        before_filling.look(unit, cafe.business.id, MONDAY, 1)


@pytest.mark.parametrize("edition", Edition)
def test_page_says_what_is_missing_and_that_nothing_is(cafe, edition):
    shown = [rendered(cafe, edition)]
    once(cafe, places=(frozenset({"barista"}),))
    set_hours(cafe, "Dan Pascoe", [FreeHours(0, time(9), time(12))])
    unborn(cafe, "Mei Tanaka")
    once(cafe, job="Market", starts=time(9), ends=time(16))
    shown.append(rendered(cafe, edition))
    assert "Nothing is missing" in shown[0]
    assert "barista" in shown[1]
    assert "Dan Pascoe" in shown[1]
    assert "Mei Tanaka" in shown[1]
    if edition is Edition.STANDARD:
        assert f"/people/{cafe.people['Mei Tanaka']}/contact" in shown[1]
    if edition is Edition.EASY:
        assert [easy_read_faults(one) for one in shown] == [[], []]


def rendered(cafe, edition):
    with cafe.unit(writing=False) as unit:
        here = Visit(
            host=None,
            unit=unit,
            visitor=Visitor(unit.actor, "Rosa"),
            part="cafe",
            edition=edition,
            zone=LONDON,
            today=MONDAY,
            business=cafe.business,
            query=Form((("week", str(MONDAY)),)),
        )
        return DISPLAY.render("cafe", page.before(here), edition=edition)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 22), st.integers(1, 8)), max_size=12))
def test_free_minutes_count_each_minute_once(stretches):
    free = [
        FreeHours(day, time(start), time((start + long) % 24) if start + long < 24 else time())
        for day, start, long in stretches
    ]
    minutes = {(one.weekday, m) for one in free for m in range(24 * 60) if _in(one, m)}
    assert free_minutes(free) == len(minutes)


def _in(one, minute):
    until = 24 * 60 if one.until == time() else one.until.hour * 60
    return one.since.hour * 60 <= minute < until


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0 hours"), (60, "1 hour"), (90, "1 hour 30 minutes"), (45, "45 minutes")]
)
def test_minutes_are_said_as_hours(minutes, said):
    assert hours(minutes) == said


# --- rule files


def packed_without(monkeypatch, values):
    pack = Pack(tuple(values))
    monkeypatch.setattr(look_up, "shipped", lambda: pack)


def test_rule_that_no_file_has_is_named_before_anything_is_searched(cafe, monkeypatch):
    packed_without(monkeypatch, (one for one in shipped().values if one.id != "uk.daily-rest"))
    with cafe.unit(writing=False) as unit, pytest.raises(UnknownRule) as refused:
        drafting.ask(unit, cafe.business.id, MONDAY, 1)
    assert "There is no rule “uk.daily-rest”" in refused.value.sentence


def test_rule_that_has_no_value_for_the_days_is_named_with_the_day(cafe, monkeypatch):
    later = date(2030, 1, 1)
    packed_without(
        monkeypatch,
        (attrs.evolve(one, first_day=later) if one.id == "uk.daily-rest" else one for one in shipped().values),
    )
    with cafe.unit(writing=False) as unit, pytest.raises(NoValue) as refused:
        drafting.ask(unit, cafe.business.id, MONDAY, 1)
    assert "“uk.daily-rest” has no value" in refused.value.sentence
    assert "30 November 2026" in refused.value.sentence.replace("\xa0", " ")


def test_control_with_the_files_as_they_are_the_question_is_asked(cafe):
    with cafe.unit(writing=False) as unit:
        assert drafting.ask(unit, cafe.business.id, MONDAY, 1).problem.shifts


@pytest.mark.parametrize("edition", Edition)
def test_empty_week_names_what_is_missing_before_it_is_filled(cafe, edition):
    with cafe.unit() as unit:
        planning.set_availability(unit, cafe.business.id, cafe.people["Rosa Delgado"], [])
        planning.set_availability(unit, cafe.business.id, cafe.people["Ben Hartley"], [])
    with cafe.unit(writing=False) as unit:
        page.before(visit(cafe, unit))  # its own page and this one are asked in any order
        view = pages.rota(visit(cafe, unit, query=Form((("week", "2026-11-30"),))))
        assert 0 < len(view.facts["lacking"]) <= pages.MOST_NAMED
        html = shown(view, edition)
    assert "key" in html
    assert edition is Edition.STANDARD or easy_read_faults(html) == []
