"""A week has three limits: the law's, the most that somebody wants, and the house's margin over what is agreed."""

import attrs
import pytest

from alongside.api.values import BadInput
from alongside_cafe.checker import check
from alongside_cafe.legal import broken_by
from alongside_cafe.model import working_time
from alongside_cafe.model.writing import Model
from alongside_cafe.problem import Waiver
from alongside_cafe.reasons import hindrance
from alongside_cafe.rules import RULES, WAIVABLE, public
from alongside_cafe.search import search
from alongside_cafe.shift import Gap

from .test_rota_fill import EARLY, LIMITS, NEXT, on, problem, shift, worker

THIRD = shift(2, 8, 6)
NEXT_WEEK = shift(7, 8, 6)
OF_A_WEEK = ("week_limit", "long_week", "own_most", "margin")


def broken(asked, *shifts):
    return {(one.rule, one.shift) for one in check(asked, [on(one) for one in shifts])}


def on_top(one, person="Rosa"):
    return frozenset({Waiver(rule="margin", shift=one.id, person=person)})


def test_only_what_is_the_houses_own_may_be_waived():
    assert [rule for rule in OF_A_WEEK if rule in WAIVABLE] == ["long_week", "margin"]
    for rule in ("week_limit", "own_most"):
        with pytest.raises(BadInput, match="Nobody may waive"):
            Waiver(rule=rule, shift=EARLY.id, person="Rosa")


def test_who_plans_reads_one_sentence_for_all_and_the_person_reads_which_it_is():
    assert {RULES[rule].one for rule in OF_A_WEEK} == {"would go beyond what is agreed"}
    assert {public(rule) for rule in OF_A_WEEK} == {"week_limit"}
    assert len({RULES[rule].person for rule in OF_A_WEEK}) == 4


@pytest.mark.parametrize("rule", ["own_most", "margin"])
def test_what_is_over_the_margin_may_be_let_through_and_what_is_over_her_own_most_is_not(rule):
    her = {"own_most": 700} if rule == "own_most" else {"most_minutes": 700}
    asked = problem([EARLY, NEXT], [worker("Rosa", **her)])
    assert broken(asked, EARLY, NEXT) == {(rule, NEXT.id)}
    let = attrs.evolve(asked, waived=on_top(NEXT))
    assert broken(let, EARLY, NEXT) == ({(rule, NEXT.id)} if rule == "own_most" else set())
    assert len(search(let, 1.0, 20.0).assignments) == (1 if rule == "own_most" else 2)


def test_a_week_has_what_was_let_through_on_top_and_no_more():
    asked = problem([EARLY, NEXT, THIRD], [worker("Rosa", most_minutes=700)], waived=on_top(EARLY))
    assert broken(asked, EARLY, NEXT) == set()
    assert broken(asked, EARLY, NEXT, THIRD) == {("margin", THIRD.id)}
    assert len(search(asked, 1.0, 20.0).assignments) == 2


def test_who_has_opted_out_is_held_to_no_week_by_law_unless_she_is_under_18():
    law = attrs.evolve(LIMITS, adults=attrs.evolve(LIMITS.adults, week=700, average=700, average_weeks=1))
    young = attrs.evolve(
        law, under_18=attrs.evolve(LIMITS.under_18, week=700, break_after=None, average=700, average_weeks=1)
    )
    for of_age, expected in ((False, set()), (True, {"week_limit", "average"})):
        rosa = worker("Rosa", opted_out=True, under_18=of_age)
        asked = attrs.evolve(problem([EARLY, NEXT], [rosa]), limits=young)
        assert {rule for rule, _ in broken(asked, EARLY, NEXT)} == expected
        assert len(search(asked, 1.0, 20.0).assignments) == (1 if of_age else 2)
    control = attrs.evolve(problem([EARLY, NEXT], [worker("Rosa")]), limits=law)
    assert {rule for rule, _ in broken(control, EARLY, NEXT)} == {"long_week", "average"}


def test_who_has_too_many_hours_already_is_given_no_shift_more_that_week():
    asked = problem([EARLY, NEXT, THIRD, NEXT_WEEK], [worker("Rosa", own_most=300)])
    had = [on(EARLY), on(THIRD)]
    assert {one.rule for one in broken_by(asked, had, [*had, on(NEXT)])} == {"own_most"}
    gap = Gap(shift=NEXT.id, place=0)
    assert hindrance(asked, had, asked.workers[0], NEXT, gap).rules == ("own_most",)


def test_what_was_too_much_before_keeps_nobody_from_fewer_hours_or_from_another_day():
    asked = problem([EARLY, NEXT, THIRD, NEXT_WEEK], [worker("Rosa", own_most=400, under_18=False)])
    had = [on(EARLY), on(THIRD)]
    assert broken_by(asked, had, [on(EARLY)]) == ()
    assert broken_by(asked, had, [*had, on(NEXT_WEEK)]) == ()
    assert broken_by(asked, had, [on(EARLY), on(NEXT)]) == ()


def test_the_model_writes_one_row_for_bounds_of_the_same_shifts_and_all_of_them_where_reasons_are_asked():
    rosa = worker("Rosa", own_most=600)
    asked = problem([EARLY, NEXT], [rosa])
    for guarded, expected in ((False, ["own_most"]), (True, ["own_most", "long_week", "margin"])):
        found = working_time._of_a_week(Model(asked, guarded), rosa, EARLY.day, [EARLY, NEXT])
        assert [rule for rule, _, _ in found] == expected
