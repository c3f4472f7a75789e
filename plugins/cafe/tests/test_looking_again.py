"""Who plans sees what has become of the published rota since: rules that it breaks now, keys, swaps that wait."""

from datetime import timedelta

import pytest

from alongside.api import people
from alongside.api.display import Edition
from alongside.testing.easy_read import easy_read_faults
from alongside_cafe import pages, tiles
from alongside_cafe.actions import answering_swaps, looking, looking_again, own_ways, planning, swapping

from .conftest import MONDAY, WEEK
from .test_cafe_edges import shown, visit


@pytest.fixture
def engine_name():
    """One database is enough: nothing is asked here that others do not ask."""
    return "sqlite"


def page(standing, edition=Edition.STANDARD):
    with standing.unit("Rosa Delgado", writing=False) as unit:
        return shown(pages.rota(visit(standing.cafe, unit, query={"week": str(MONDAY)})), edition)


TITLE = {
    Edition.STANDARD: "What a rule does not allow any more",
    Edition.EASY: "Not allowed any more",
}


@pytest.mark.parametrize("edition", list(Edition))
def test_who_is_away_since_the_rota_was_published_is_named_with_the_day_and_nobody_before(standing, edition):
    assert TITLE[edition] not in page(standing, edition)
    shift, place = standing.first_place("Ben Hartley", MONDAY + timedelta(days=1))
    with standing.unit() as unit:
        old = planning.availability(unit, standing.cafe.business.id, place.person)
        planning.set_availability(unit, standing.cafe.business.id, place.person, old.hours, [shift.day])
    with standing.unit("Rosa Delgado", writing=False) as unit:
        found = looking_again.broken_now(unit, standing.cafe.business.id, standing_rota(unit, standing))
    assert [(one.shift.id, one.person) for one in found] == [(shift.id, place.person)]
    told = page(standing, edition)
    assert TITLE[edition] in told
    assert found[0].said in told or edition is Edition.EASY
    assert edition is Edition.STANDARD or easy_read_faults(told) == []
    with standing.unit("Leah Osei", writing=False) as unit:
        hers = pages.rota(visit(standing.cafe, unit, who="Leah Osei", query={"week": str(MONDAY)}))
    assert TITLE[Edition.STANDARD] not in shown(hers)


def standing_rota(unit, standing):
    return looking.week(unit, standing.cafe.business.id, MONDAY).rota


def test_what_has_gone_by_is_looked_at_no_more(standing):
    shift, place = standing.first_place("Ben Hartley")
    with standing.unit() as unit:
        planning.set_availability(unit, standing.cafe.business.id, place.person, ())
    standing.at(shift.starts + timedelta(minutes=1))
    with standing.unit("Rosa Delgado", writing=False) as unit:
        rota = standing_rota(unit, standing)
        found = looking_again.broken_now(unit, standing.cafe.business.id, rota)
    assert shift.id not in {one.shift.id for one in found}
    assert all(one.shift.starts > shift.starts for one in found)


def noted(standing):
    with standing.unit("Rosa Delgado", writing=False) as unit:
        glance = tiles.rota(visit(standing.cafe, unit))
    return {one.said.key: one.said.facts.get("n") for one in glance.notes}, glance


KEYS, SWAPS = "Shifts on which nobody has the key: **{n}**.", "Swaps that wait for your yes: **{n}**."


def test_tile_of_who_plans_names_shifts_without_a_key(standing):
    assert KEYS not in noted(standing)[0]
    with standing.unit() as unit:
        for name in ("Rosa Delgado", "Ben Hartley"):
            people.remove_skills(unit, standing.cafe.people[name], ["key_holder"])
    with standing.unit("Rosa Delgado", writing=False) as unit:
        need = looking.needs_somebody(unit, standing.cafe.business.id, WEEK)
    fronts = [one for one in standing.rota().shifts if one.key_holder]
    assert (need.keys, need.later + need.today) == (len(fronts), 0)
    assert noted(standing)[0][KEYS] == str(len(fronts))


def test_tile_of_who_plans_names_swaps_once_both_want_them_and_leads_there(standing):
    business, names = standing.cafe.business.id, {who: name for name, who in standing.cafe.people.items()}
    for place in standing.rota().assignments:
        with standing.unit(names[place.person]) as unit:
            could = swapping.possible(unit, business, place.shift)
        if could:
            break
    with standing.unit("Rosa Delgado") as unit:
        own_ways.set_confirming(unit, business, confirm_swaps=True)
    with standing.unit(names[place.person]) as unit:
        swap = swapping.ask(unit, business, place.shift, could[0].place.id)
    assert SWAPS not in noted(standing)[0]
    with standing.unit(names[could[0].place.person]) as unit:
        answering_swaps.say_yes(unit, business, swap.id)
    notes, glance = noted(standing)
    assert notes[SWAPS] == "1"
    assert glance.waits
