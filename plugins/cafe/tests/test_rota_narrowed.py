"""What makes the search of a rota quick takes no rota away: rows that say no more, and what a cost rules out."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from alongside_cafe import layers, ruled_out
from alongside_cafe import one_week as searching
from alongside_cafe.model import costs, people, working_time
from alongside_cafe.problem import Problem
from alongside_cafe.search import search
from alongside_cafe.weeks import mondays

from .test_rota_fill import problem, shift, worker
from .test_rota_proof import cafes

TIMES = st.integers(-4, 4)


@st.composite
def small(draw) -> tuple[cp_model.CpModel, list[int], list[tuple[list[int], int, int]]]:
    """A model of a few whole numbers, the times that each counts in its cost, and its rows as plain numbers."""
    tops = draw(st.lists(st.integers(1, 3), min_size=2, max_size=4))
    counted = st.lists(TIMES, min_size=len(tops), max_size=len(tops))
    rows = [
        (times, least, least + draw(st.integers(0, 6)))
        for times, least in draw(st.lists(st.tuples(counted, st.integers(-6, 6)), max_size=4))
    ]
    model = cp_model.CpModel()
    there = [model.new_int_var(0, top, "") for top in tops]
    for times, least, most in rows:
        model.add_linear_constraint(cp_model.LinearExpr.weighted_sum(there, times), least, most)
    return model, draw(counted), rows


def possible(model: cp_model.CpModel, rows: list[tuple[list[int], int, int]]) -> Iterator[tuple[int, ...]]:
    domains = [range(one.domain[0], one.domain[1] + 1) for one in model.proto.variables]
    for values in product(*domains):
        if all(least <= of(times, values) <= most for times, least, most in rows):
            yield values


def of(times: list[int], values: tuple[int, ...]) -> int:
    return sum(n * value for n, value in zip(times, values, strict=True))


def ruled(model: cp_model.CpModel, counted: list[int], most: int) -> list[tuple[list[int], int, int]]:
    """The rows of a model that is narrowed, as plain numbers."""
    there = [model.get_int_var_from_proto_index(n) for n in range(len(model.proto.variables))]
    ruled_out.rule_out(model, cp_model.LinearExpr.weighted_sum(there, counted) + 3, most + 3)
    found = []
    for one in model.proto.constraints:
        times = dict(zip(one.linear.vars, one.linear.coeffs, strict=True))
        in_order = [times.get(n, 0) for n in range(len(there))]
        found.append((in_order, one.linear.domain[0], one.linear.domain[1]))
    return found


@given(small(), st.integers(0, 3))
@settings(deadline=None)
def test_everything_that_costs_as_little_is_still_possible(asked, spare: int) -> None:
    model, counted, rows = asked
    before = list(possible(model, rows))
    if not before:
        return
    most = min(of(counted, one) for one in before) + spare
    after = set(possible(model, ruled(model, counted, most)))
    assert after >= {one for one in before if of(counted, one) <= most}
    assert after <= set(before)


def test_what_alone_would_cost_too_much_is_ruled_out() -> None:
    model = cp_model.CpModel()
    one, other = model.new_int_var(0, 5, ""), model.new_int_var(0, 5, "")
    model.add(2 * one + 3 * other >= 7)
    model.add(one + other <= 9)
    assert ruled(model, [4, 9], 16) == [([2, 3], 7, 8), ([1, 1], -(2**63), 9)]
    assert [list(each.domain) for each in model.proto.variables] == [[0, 5], [0, 0]]


HOURS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 3)), max_size=8)


@given(HOURS)
def test_shifts_of_one_moment_all_run_together_and_two_that_do_share_a_moment(marks) -> None:
    there = [shift(0, starts, length, job=str(n)) for n, (starts, length) in enumerate(marks)]
    groups = [{one.id for one in then} for then in working_time.moments(there)]
    together = {(a.id, b.id) for a, b in product(there, there) if a.during.overlaps(b.during)}
    assert {pair for group in groups for pair in product(group, group)} == together
    assert not any(group < other for group, other in product(groups, groups))


def each(model, worker, shifts):
    return (model.works(worker.id, one.id) for one in shifts)


def plainly(asked: Problem):
    """What a search costs where nothing is ruled out and no row is said a second time, more tightly."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layers, "rule_out", lambda *_: None)
        patch.setattr(people, "_beside_a_coach", lambda *_: None)
        patch.setattr(costs, "at_once", each)
        patch.setattr(working_time, "at_once", each)
        return told(asked)


def told(asked: Problem):
    """Of several weeks without the wishes: which of equal rotas comes first says what the next week may wish."""
    found = search(asked, 50.0, 60.0).layers
    return [one for one in found if one.name != "wishes" or len(mondays(asked)) == 1]


@settings(max_examples=15, deadline=None)
@given(cafes())
def test_a_search_that_is_narrowed_finds_as_good_a_rota(asked: Problem) -> None:
    assert told(asked) == plainly(asked)


@pytest.mark.long
@pytest.mark.proof
@settings(max_examples=250, deadline=None)
@given(cafes())
def test_many_searches_that_are_narrowed_find_as_good_a_rota(asked: Problem) -> None:
    assert told(asked) == plainly(asked)


def test_a_week_whose_wishes_come_to_nothing_keeps_what_its_first_layers_found(monkeypatch) -> None:
    there = [shift(0, 8, 6), shift(7, 8, 6)]
    asked = problem(there, [worker(name, wants=frozenset({there[0].id})) for name in ("Rosa", "Ben")])
    descend = searching.descend

    def tired(model, order, budget, hint=None, known=None):
        return descend(model, order, budget, hint, known) if not known else layers.Descent(None, ())

    assert [one.proven for one in search(asked, 5.0, 20.0).layers] == [True] * 6, "the control"
    monkeypatch.setattr(searching, "descend", tired)
    found = search(asked, 5.0, 20.0)
    assert not found.gaps
    assert [one.name for one in found.layers if not one.proven] == ["wishes"]
