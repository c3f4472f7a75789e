"""Changes of a rota that stands: none that breaks a rule anywhere in it is let through, in random cafés."""

from collections.abc import Sequence
from datetime import timedelta

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from alongside_cafe.checker import check
from alongside_cafe.legal import AsItStands, broken_by, can_take, not_known
from alongside_cafe.one_of_two import told_of_one
from alongside_cafe.problem import Problem
from alongside_cafe.search import search
from alongside_cafe.shift import Assignment

from .test_rota_fill import APART, BEN, EARLY, FINE, NOON, on, problem
from .test_rota_proof import cafes


def test_swap_that_brings_two_who_are_apart_to_work_at_one_time_is_broken_by_it() -> None:
    asked = problem([EARLY, NOON], [FINE, BEN], **APART)
    broken = broken_by(asked, [on(EARLY)], [on(EARLY), on(NOON, "Ben")])
    assert [(one.rule, one.person) for one in broken] == [("apart", "Ben")]
    assert can_take(asked, [on(EARLY)], BEN, NOON, 0)
    assert not can_take(attrs.evolve(asked, apart=frozenset()), [on(EARLY)], BEN, NOON, 0)


def changes(asked: Problem, rota: Sequence[Assignment], data) -> list[list[Assignment]]:
    """Some swaps of two people, some who leave, and some who take a place that is open."""
    found = []
    for _ in range(6):
        one, other = (data.draw(st.sampled_from(rota)) for _ in range(2))
        left = [there for there in rota if there not in (one, other)]
        swapped = [attrs.evolve(one, person=other.person), attrs.evolve(other, person=one.person)]
        if one.person != other.person and one.shift != other.shift and _once([*left, *swapped]):
            found.append([*left, *swapped])
        who = data.draw(st.sampled_from([worker.id for worker in asked.workers]))
        instead = [*(there for there in rota if there != one), attrs.evolve(one, person=who)]
        if who != one.person and _once(instead):
            found.append(instead)
    return found


def _once(rota: list[Assignment]) -> bool:
    return len({(one.shift, one.person) for one in rota}) == len(rota)


def no_change_breaks_a_rule(asked: Problem, data) -> None:
    rota = search(asked, 2.0, 20.0).assignments
    assume(len(rota) > 1)
    assert check(asked, rota) == ()
    for after in changes(asked, rota, data):
        let, whole = not broken_by(asked, rota, after), check(asked, after)
        # What is let through breaks nothing; what breaks something is not let through, and nothing else is kept.
        assert let == (not whole), whole
    gone = [one for one in rota if one.person != rota[0].person]
    for shift in asked.shifts:
        taken = {one.place for one in gone if one.shift == shift.id}
        on_it = {one.person for one in gone if one.shift == shift.id}
        for place in set(range(len(shift.places))) - taken:
            for who in (one for one in asked.workers if one.id not in on_it):
                let = not can_take(asked, gone, who, shift, place)
                before = {(one.rule, one.person, one.shift) for one in check(asked, gone)}
                after = check(asked, [*gone, Assignment(shift=shift.id, place=place, person=who.id)])
                assert let == all((one.rule, one.person, one.shift) in before for one in after)


@settings(max_examples=15, deadline=None)
@given(cafes(), st.data())
def test_no_swap_and_no_stand_in_that_is_let_through_breaks_a_rule(asked: Problem, data) -> None:
    no_change_breaks_a_rule(asked, data)


@pytest.mark.proof
@pytest.mark.long
@settings(max_examples=250, deadline=None)
@given(cafes(), st.data())
def test_no_swap_and_no_stand_in_breaks_a_rule_in_many_cafés(asked: Problem, data) -> None:
    no_change_breaks_a_rule(asked, data)


def rotas(asked: Problem, data) -> list[Assignment]:
    """A rota of whoever on whatever, most of which breaks a rule or several."""
    who = st.sampled_from([None, *(one.id for one in asked.workers)])
    places = [(one.id, place) for one in asked.shifts for place in range(len(one.places) + len(one.learning))]
    drawn = [(shift, place, data.draw(who)) for shift, place in places]
    return [Assignment(shift=shift, place=place, person=person) for shift, place, person in drawn if person]


def with_other_times(asked: Problem, data) -> Problem:
    """The same question once one of its shifts ends sooner."""
    shift = data.draw(st.sampled_from(asked.shifts))
    sooner = attrs.evolve(shift.during, ends=shift.during.ends - timedelta(minutes=60))
    shifts = tuple(attrs.evolve(one, during=sooner) if one is shift else one for one in asked.shifts)
    return attrs.evolve(asked, shifts=shifts)


@settings(max_examples=60, deadline=None)
@given(cafes(), st.data())
def test_what_a_change_breaks_is_what_a_look_at_the_whole_rota_finds(asked: Problem, data) -> None:
    assume(asked.shifts)
    before = rotas(asked, data)
    assume(before)
    stands = AsItStands(asked, before)
    for after in changes(asked, before, data):
        for now in (asked, with_other_times(asked, data)):
            broken = not_known(now, check(asked, before), check(now, after), before, after)
            told = told_of_one(now, broken, comes={one.person for one in {*after} - {*before}})
            assert stands.broken_by(after, now) == told
            assert stands.lets(after) == (not told) or now is not asked
