"""Columns of a published problem: their bound is no more than the best costs, whole ones are legal rosters."""

import random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside_cafe.published.beginning import rosters
from alongside_cafe.published.columns import Columns
from alongside_cafe.published.file import read_problem
from alongside_cafe.published.generating import generate
from alongside_cafe.published.one_person import SHORT
from alongside_cafe.published.pricing import add_cheaper, add_others, add_proven
from alongside_cafe.published.problem import Cover, Request
from alongside_cafe.published.proving import prove
from alongside_cafe.published.question import Question
from alongside_cafe.published.scoring import broken_rules, cost_of
from alongside_cafe.published.searching import Found

from .test_published import SMALL

DAYS, WHO, KINDS = st.integers(0, 13), st.sampled_from(["Amy", "Bo"]), st.sampled_from(["E", "L"])
COVER = st.builds(
    Cover, day=DAYS, kind=KINDS, wanted=st.integers(0, 2), under=st.integers(0, 100), over=st.integers(0, 20)
)
REQUESTS = st.builds(Request, person=WHO, day=DAYS, kind=KINDS, weight=st.integers(1, 9), on=st.booleans())
PROBLEMS = st.builds(
    lambda cover, requests: attrs.evolve(
        read_problem(SMALL, "small.txt"), cover=tuple(cover), requests=tuple(requests)
    ),
    st.lists(COVER, min_size=1, max_size=20),
    st.lists(REQUESTS, max_size=6),
)


def searched(problem):
    """A search of a problem that has its first rosters."""
    found = Found(Question(problem=problem, seconds=30.0), lambda _: None)
    for roster in rosters(problem, found.until):
        found.offer(roster)
    return found


def grown(found):
    """The columns of a search when none is missing."""
    columns = Columns(found.problem)
    columns.add_all(found.roster)
    missing = True
    while missing:
        worth = columns.worth()
        missing = add_cheaper(found, columns, worth) or add_proven(found, columns, worth)
    return columns


@given(PROBLEMS)
@settings(max_examples=25)
def test_bound_is_no_more_than_the_best_costs_and_whole_columns_are_a_legal_roster(problem):
    found, whole = searched(problem), searched(problem)
    columns = grown(found)
    prove(whole, 30.0)
    assert whole.cost == whole.bound
    assert found.bound <= whole.cost <= found.cost
    for _ in range(3):
        add_others(found, columns, columns.worth(), random.Random(1))
    roster = columns.best(10.0, found.roster)
    assert broken_rules(problem, roster) == []
    assert whole.cost <= cost_of(problem, roster) <= found.cost


@given(PROBLEMS)
@settings(max_examples=10)
def test_generating_ends_at_the_best_and_proves_it(problem):
    found, whole = searched(problem), searched(problem)
    generate(found)
    prove(whole, 30.0)
    assert (found.cost, found.bound) == (whole.cost, whole.bound)


def test_bound_of_columns_that_are_missing_still_holds():
    problem = read_problem(SMALL, "small.txt")
    found = searched(problem)
    columns = Columns(problem)
    columns.add_all(found.roster)
    # At what shifts are worth to a first roster alone, and not to the mixture of all.
    add_proven(found, columns, columns.worth())
    assert found.bound <= 0


def test_roster_is_taken_once():
    columns = Columns(read_problem(SMALL, "small.txt"))
    assert [columns.add("Amy", {4: "E", 5: "E"}), columns.add("Amy", {5: "E", 4: "E"})] == [True, False]


def test_problem_of_many_days_is_searched_whole(monkeypatch):
    problem = attrs.evolve(read_problem(SMALL, "small.txt"), days=SHORT + 1)
    monkeypatch.setattr("alongside_cafe.published.generating.Columns", lambda _: pytest.fail("columns were made"))
    found = searched(problem)
    generate(found)
    assert found.cost == found.bound
