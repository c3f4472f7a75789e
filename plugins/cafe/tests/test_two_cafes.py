"""Who works in two cafés: the hours that each agreed with her, and whom she is never on a shift with."""

from collections import Counter
from datetime import date, time, timedelta

import attrs
import pytest

from alongside.api import enterprise
from alongside.api.store import Actor
from alongside.api.values import NotFound
from alongside.placements.tables import PLACEMENTS
from alongside_cafe.actions import changing, pairing, planning, standing_in
from alongside_cafe.availability import FreeHours
from alongside_cafe.offers import brought
from alongside_cafe.pattern import OpeningPattern, ShiftTemplate
from alongside_cafe.tables import TEMPLATES
from alongside_cafe.tables.bringing import APARTS

from .conftest import MONDAY, place
from .test_rota_fill import ALWAYS, problem, shift, worker

LEAH, ROSA, SAM, BEN = "Leah Osei", "Rosa Delgado", "Sam Whitlock", "Ben Hartley"
FRONT = frozenset({"front"})


def opens(unit, business, starts, ends, places=1):
    """One shift at the front each weekday, and none of those that were there before."""
    for line in planning.pattern(unit, business.id):
        unit.remove(TEMPLATES, line)
    lines = [
        ShiftTemplate(
            weekday=day,
            starts=time(starts),
            ends=time(ends),
            job="Front",
            places=(FRONT,) * places,
            break_minutes=30,
        )
        for day in range(5)
    ]
    planning.set_pattern(unit, business.id, OpeningPattern(tuple(lines)))


def joins(cafe, unit, name, business, minutes):
    place(unit, cafe.people[name], business, minutes)
    free = [FreeHours(day, time(7), time(18)) for day in range(5)]
    planning.set_availability(unit, business.id, cafe.people[name], free)


def agrees(cafe, unit, name, minutes):
    hers = unit.find(PLACEMENTS, PLACEMENTS.table.c.person == cafe.people[name])
    (here,) = [one for one in hers if one.business == cafe.business.id]
    unit.change(PLACEMENTS, here, agreed_minutes=minutes)


@pytest.fixture
def harbour(cafe):
    """A second café, open in the afternoons; Leah has 6 hours a week in the first and 12 in this one."""
    with cafe.unit() as unit:
        there = enterprise.add_business(unit, "Harbour Café", "cafe", opened=date(2024, 1, 1))
        opens(unit, cafe.business, 8, 14)
        opens(unit, there, 14, 17)
        agrees(cafe, unit, LEAH, 6 * 60)
        joins(cafe, unit, LEAH, there, 12 * 60)
        joins(cafe, unit, SAM, there, 6 * 60)
        for name in (SAM, BEN):
            agrees(cafe, unit, name, 6 * 60)
    return there


def minutes(cafe, done):
    names = {who: name for name, who in cafe.people.items()}
    found = Counter()
    for one in done.rota.assignments:
        found[names[one.person]] += done.rota.by_id[one.shift].shift.minutes
    return found


@pytest.mark.parametrize("first_here", [True, False])
def test_each_café_gives_somebody_the_hours_that_it_agreed_with_her_whichever_is_filled_first(
    cafe, harbour, first_here
):
    order = [cafe.business, harbour]
    done = {one.id: cafe.fill(business=one) for one in (order if first_here else order[::-1])}
    assert minutes(cafe, done[cafe.business.id])[LEAH] == 6 * 60
    assert minutes(cafe, done[harbour.id])[LEAH] == 12 * 60


def test_limits_on_the_week_count_the_hours_of_both_cafés(cafe, harbour):
    leah = next(one for one in cafe.ask().problem.workers if one.id == cafe.people[LEAH])
    assert (leah.agreed_in(MONDAY), leah.agreed_here_in(MONDAY)) == (18 * 60, 6 * 60)
    assert leah.most_minutes > 18 * 60


def test_work_of_this_café_that_is_planned_no_more_counts_and_that_of_another_does_not():
    begun, elsewhere = shift(0, 8, 4).during, shift(1, 8, 4).during
    rosa = worker("Rosa", availability=ALWAYS, work=(begun, elsewhere), not_here=frozenset({elsewhere}))
    asked = problem([], [attrs.evolve(rosa, agreed_minutes=1080, agreed_here=((MONDAY, 360),))])
    assert asked.workers[0].work_here == (begun,)
    assert asked.workers[0].expected_in(MONDAY) == 360


def test_stand_in_is_told_with_what_is_left_of_the_hours_agreed_here(cafe, harbour):
    done = cafe.fill()
    free = next(one for one in done.rota.shifts if cafe.people[LEAH] not in done.rota.on(one))
    with cafe.unit(writing=False) as unit:
        there = changing.standing(unit, cafe.business.id, free)
        leah = next(one for one in there.able.workers if one.id == cafe.people[LEAH])
        assert standing_in.able_to(there, leah, free, LEAH).left == 0


# --- never together


def never_together(cafe, name, other):
    with cafe.store.unit(Actor.person(cafe.people[name], name)) as unit:
        return pairing.keep_apart(unit, cafe.business.id, cafe.people[name], cafe.people[other])


@pytest.fixture
def both(cafe, harbour):
    """Leah and Sam work in both cafés, and two are wanted at a time in the second; anybody sees a rota."""
    with cafe.unit() as unit:
        opens(unit, harbour, 14, 17, places=2)
    cafe.store.rights = lambda _unit: {one.id: frozenset({"cafe.see"}) for one in (cafe.business, harbour)}
    return harbour


def test_two_who_are_never_together_in_one_café_are_not_in_another(cafe, both):
    together = cafe.fill(business=both).rota
    assert any(len(together.on(one)) == 2 for one in together.shifts)
    never_together(cafe, LEAH, SAM)
    rota = cafe.fill(business=both).rota
    assert [len(rota.on(one)) for one in rota.shifts] == [1] * 5


def test_pair_is_read_and_taken_out_in_any_café_that_the_two_share_by_whose_it_is_alone(cafe, both):
    pair = never_together(cafe, LEAH, SAM)
    for name, seen in ((LEAH, [pair]), (SAM, [])):
        with cafe.store.unit(Actor.person(cafe.people[name], name)) as unit:
            assert list(pairing.kept_apart(unit, both.id)) == seen
    with cafe.store.unit(Actor.person(cafe.people[SAM], SAM)) as unit, pytest.raises(NotFound):
        pairing.together_again(unit, both.id, pair.id)
    with cafe.store.unit(Actor.person(cafe.people[LEAH], LEAH)) as unit:
        assert pairing.keep_apart(unit, both.id, cafe.people[LEAH], cafe.people[SAM]) == pair
        pairing.together_again(unit, both.id, pair.id)
        assert unit.find(APARTS) == []


def test_pair_of_a_café_that_one_of_them_has_left_lasts_as_long_as_they_share_another(cafe, both):
    never_together(cafe, LEAH, SAM)
    for business, rest in ((cafe.business, 1), (both, 0)):
        with cafe.unit() as unit:
            found = unit.find(PLACEMENTS, PLACEMENTS.table.c.person == cafe.people[SAM])
            (hers,) = [one for one in found if one.business == business.id]
            unit.change(PLACEMENTS, hers, last_day=MONDAY - timedelta(days=1))
            brought.end_pairs(unit, MONDAY)
            assert len(unit.find(APARTS)) == rest
