"""Who alone has the key is erased or leaves: the rota that stands says at once on which shifts nobody has it."""

from datetime import timedelta

import pytest

from alongside.api import people, placements
from alongside.api.display import Edition
from alongside.placements.actions import end_placement
from alongside_cafe import reactions
from alongside_cafe.actions import morning
from alongside_cafe.actions.keyless import without_a_key
from alongside_cafe.tables import GAPS, rota_of

from .conftest import MONDAY, WEEK
from .test_left_work import shown

ROSA = "Rosa Delgado"


@pytest.fixture
def engine_name():
    """One database is enough: nothing is asked here that others do not ask."""
    return "sqlite"


@pytest.fixture
def alone(cafe):
    """Rosa alone has the key, and the week is filled: she is on every front that has it."""
    with cafe.unit() as unit:
        people.remove_skills(unit, cafe.people["Ben Hartley"], ["key_holder"])
    cafe.fill()
    return cafe


def keyless(cafe):
    with cafe.unit(writing=False) as unit:
        return without_a_key(unit, cafe.business.id, rota_of(unit, cafe.business.id, WEEK))


def with_rosa(cafe, since=MONDAY):
    """The fronts from a day on that have nobody else with the key."""
    with cafe.unit(writing=False) as unit:
        rota = rota_of(unit, cafe.business.id, WEEK)
    fronts = [one for one in rota.shifts if one.key_holder and one.day >= since]
    return [one.id for one in fronts if cafe.people[ROSA] in rota.on(one)]


def no_key_in_the_morning(cafe, day):
    with cafe.unit(writing=False) as unit:
        return [one.id for one in morning.morning(unit, cafe.business.id, day).no_key]


def test_while_she_is_there_nothing_is_said_and_what_was_open_at_once_is_not_said_twice(alone):
    hers = with_rosa(alone)
    assert hers
    assert keyless(alone) == []
    assert "Nobody has the key" not in shown(alone, Edition.STANDARD)
    with alone.unit(writing=False) as unit:
        there = {gap.shift for gap in unit.find(GAPS) if gap.place is None}
    assert not there & set(hers)


@pytest.mark.parametrize("edition", list(Edition))
def test_where_she_is_erased_the_rota_names_each_shift_without_a_key(alone, edition):
    hers = with_rosa(alone)
    with alone.unit() as unit:
        reactions.person_erased(unit, alone.people[ROSA])
    assert [one.id for one in keyless(alone)] == hers
    assert shown(alone, edition).count("Nobody has the key") == 1
    monday = [one.id for one in keyless(alone) if one.day == MONDAY]
    assert set(monday) <= set(no_key_in_the_morning(alone, MONDAY))


def test_where_her_work_ends_the_days_after_it_have_no_key_though_she_is_still_on_them(alone):
    last = MONDAY + timedelta(days=1)
    after = with_rosa(alone, last + timedelta(days=1))
    assert after
    with alone.unit() as unit:
        (hers,) = placements.placements_of(unit, alone.people[ROSA])
        end_placement(unit, hers.id, last)
    assert [one.id for one in keyless(alone)] == after
    (first, *_) = keyless(alone)
    assert first.id in no_key_in_the_morning(alone, first.day)
    assert not set(no_key_in_the_morning(alone, MONDAY)) & set(after)


def test_where_she_gives_the_key_back_it_is_missing_until_another_on_the_shift_has_it(alone):
    hers = with_rosa(alone)
    with alone.unit() as unit:
        people.remove_skills(unit, alone.people[ROSA], ["key_holder"])
    assert [one.id for one in keyless(alone)] == hers
    with alone.unit() as unit:
        for name in ("Ben Hartley", "Sam Whitlock", "Leah Osei"):
            people.add_skill(unit, alone.people[name], "key_holder", "Has the key")
    assert keyless(alone) == []
