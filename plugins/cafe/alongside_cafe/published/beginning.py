"""The roster that a search begins with: one person after another, each where the others leave the dearest gaps."""

from __future__ import annotations

import time as clock
from collections import Counter
from collections.abc import Iterator, Mapping

from .one_person import cheapest, prices_of
from .problem import Limits, Published, Roster

STEPS = 150_000
"""Ways to stand after a day that are looked at in a second: fewer than were measured on a small machine."""
NARROW, WIDEST = 4, 24
CHOICE = 3
"""Kinds of shift that are thought of on each day where all of them would leave too few ways of each."""


def rosters(problem: Published, until: float) -> Iterator[Roster]:
    """Yield legal rosters, each cheaper for somebody than the last, till nobody's can be made so or time is over.

    Nothing is yielded where some person's roster was not found: there may be none, or only a solver finds it.
    """
    width, choice = _how_wide(problem, until - clock.monotonic())
    rows: dict[str, dict[int, str]] = {}
    for person in problem.staff:
        found = _hers(problem, person, rows, width, choice)
        if found is None:
            return
        rows[person.id] = found
    yield _roster(rows)
    better = True
    while better and clock.monotonic() < until:
        better = _round(problem, rows, width, choice, until)
        yield _roster(rows)


def _round(problem: Published, rows: dict[str, dict[int, str]], width: int, choice: int, until: float) -> bool:
    """Place each person anew beside the others where that is cheaper; return whether it was for anybody."""
    better = False
    for person in problem.staff:
        if clock.monotonic() >= until:
            return better
        others = {who: row for who, row in rows.items() if who != person.id}
        found = _hers(problem, person, others, width, choice)
        if found is not None and _cost(problem, person, others, found) < _cost(
            problem, person, others, rows[person.id]
        ):
            rows[person.id], better = found, True
    return better


def _hers(
    problem: Published, person: Limits, others: Mapping[str, Mapping[int, str]], width: int, choice: int
) -> dict[int, str] | None:
    """Return one person's shifts beside the others; all kinds are thought of where the cheapest do not suffice."""
    marginal = _marginal(problem, others)
    for kinds in (choice, len(problem.kinds)):
        found = cheapest(problem, person, prices_of(problem, person, marginal, kinds), width)
        if found is not None:
            return found
    return None


def _how_wide(problem: Published, seconds: float) -> tuple[int, int]:
    """Return how many ways are kept, and how many kinds of shift are thought of a day, so that time suffices."""
    longest = max((one.longest_run for one in problem.staff), default=1)
    choice = len(problem.kinds)
    for most in (len(problem.kinds), CHOICE):
        choice = min(choice, most)
        steps = len(problem.staff) * problem.days * (choice * longest + 3) * (choice + 1)
        width = int(seconds * STEPS / max(1, steps))
        if width >= NARROW:
            break
    return max(1, min(width, WIDEST)), choice


def _marginal(problem: Published, rows: Mapping[str, Mapping[int, str]]) -> dict[tuple[int, str], int]:
    """Return what one more person on each shift would cost beside those who are there; less than 0 is a gain."""
    there = Counter(pair for row in rows.values() for pair in row.items())
    return {
        (one.day, one.kind): one.over if there[one.day, one.kind] >= one.wanted else -one.under
        for one in problem.cover
    }


def _cost(
    problem: Published, person: Limits, others: Mapping[str, Mapping[int, str]], row: Mapping[int, str]
) -> int:
    """Return what a row costs beside the others, up to what no row of hers changes."""
    every = len(problem.kinds)
    prices = prices_of(problem, person, _marginal(problem, others), every)
    told = {(day, kind): price for day, there in enumerate(prices) for price, kind in there}
    return sum(told[pair] for pair in row.items())


def _roster(rows: Mapping[str, Mapping[int, str]]) -> Roster:
    return {(who, day): kind for who, row in rows.items() for day, kind in row.items()}
