"""The greedy budget: the project with the most votes first, if it still fits; then the next.

Source of the rule: the practice of most cities with a participatory budget, as the files of Pabulib record it
(P. Faliszewski and others, “Participatory Budgeting: Data, Tools, and Analysis”, 2023). A project that no longer
fits is left out, and the count goes on with the next one. A project without a vote comes last, and is paid for if
it fits. Where ballots held points, the points of a project are its votes.

Projects with equally many votes are a tie if not all of them fit: a lot orders them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from alongside.decisions.counting.ballots import Kind
from alongside.decisions.counting.budget_result import result
from alongside.decisions.counting.precedence import Supposed, thrown
from alongside.decisions.counting.rule import MOST_SETS, Asking, Result, Rule, too_many
from alongside.decisions.counting.spending import Spending

NAME = "greedy-budget"

MOST_STEPS = 200_000
"""After so many steps, the ways of filling up the budget with projects that are tied are called too many."""


def completed(
    spending: Spending, bought: frozenset[int] = frozenset(), supposed: Supposed | None = None
) -> set[frozenset[int]]:
    """Every set of projects that may come of spending what ``bought`` leaves, for all lots that fit ``supposed``.

    Raises:
        BadInput: where there are too many.
    """
    supposed = supposed or Supposed()
    strength = spending.strength
    waiting = sorted(set(spending.standing) - bought, key=lambda number: -strength[number])
    ways = {bought}
    for _, alike in groupby(waiting, key=strength.__getitem__):
        group = tuple(alike)
        ways = {way | more for way in ways for more in _fitting(spending, way, group, supposed)}
        if len(ways) > MOST_SETS:
            raise too_many("ties can be drawn in too many ways to follow them all", spending.source)
    return ways


def _fitting(
    spending: Spending, bought: frozenset[int], group: tuple[int, ...], supposed: Supposed
) -> Iterator[frozenset[int]]:
    """What of a group with equally many votes may be bought: as much as fits, in some order that is possible."""
    left = spending.budget - spending.together(bought)
    if spending.together(group) <= left:
        yield frozenset(group)
    elif supposed.ranks is not None:
        yield _in_order(spending, sorted(group, key=supposed.ranks.__getitem__), left)
    else:
        yield from (one for one in _full(spending, group, left) if _possible(spending, one, group, left, supposed))


def _in_order(spending: Spending, order: list[int], left: int) -> frozenset[int]:
    taken = []
    for number in order:
        if spending.cost(number) <= left:
            taken.append(number)
            left -= spending.cost(number)
    return frozenset(taken)


def _full(spending: Spending, group: tuple[int, ...], left: int) -> set[frozenset[int]]:
    """Every set out of the group that fits, and into which nothing more of the group would fit."""
    found: set[frozenset[int]] = set()
    # From the dearest on: what is left out is soon known to be too dear for what will be left at the end.
    todo: list[tuple[tuple[int, ...], frozenset[int], int]] = [
        (tuple(sorted(group, key=lambda number: -spending.cost(number))), frozenset(), left)
    ]
    for _ in range(MOST_STEPS):
        if not todo:
            return found
        rest, taken, money = todo.pop()
        if not rest:
            if all(spending.cost(number) > money for number in group if number not in taken):
                found.add(taken)
            continue
        if spending.cost(rest[0]) <= money:
            todo.append((rest[1:], taken | {rest[0]}, money - spending.cost(rest[0])))
        # Leaving it out can only be right if those after it can use the money up.
        if money - spending.together(rest[1:]) < spending.cost(rest[0]):
            todo.append((rest[1:], taken, money))
    raise too_many("ties can be drawn in too many ways to follow them all", spending.source)


def _possible(
    spending: Spending, taken: frozenset[int], group: tuple[int, ...], left: int, supposed: Supposed
) -> bool:
    """Whether an order that fits what is supposed leads to this set: the others come when it is too late."""
    waiting = set(group)
    while waiting:
        ready = [
            number for number in supposed.may_be_first(waiting) if number in taken or spending.cost(number) > left
        ]
        if not ready:
            return False
        waiting.difference_update(ready)
        left -= spending.together(taken.intersection(ready))
    return True


def count(spending: Spending, asking: Asking) -> Result:
    """Spend a budget greedily."""
    found = completed(spending, supposed=thrown(asking.lot, spending))
    points = (
        {} if spending.points is None else {"points": dict(zip(spending.candidates, spending.points, strict=True))}
    )
    return result(NAME, "Greedy budget", spending, found, dict(points))


RULE = Rule(NAME, (Kind.PROJECTS,), count)
