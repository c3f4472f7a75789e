"""Equal Shares for a committee: a place costs 1, and everybody has the same share of all places to pay with.

Source of the rule: D. Peters and P. Skowron, “Proportionality and the Limits of Welfarism” (2020).

1. With ``k`` places and ``n`` ballots everybody has ``k/n``; who ticked nobody has it too.
2. Whoever costs each supporter least has the next place. Supporters pay equally; who has less left gives all of
   it.
3. When nobody's supporters have 1 left together, the rest of the places is filled by Phragmén's sequential rule
   (L. E. Phragmén, 1894): being elected is a load of 1 that supporters share, and the next place goes to whoever
   keeps the highest load of a supporter lowest. Money that is left counts as a load below zero. Without a
   supporter a candidate comes last.

Equal costs and equal loads are ties: each way that a lot may fall is followed, and every committee that comes of
one is listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import partial

import attrs

from alongside.decisions.counting.ballots import Election, Kind
from alongside.decisions.counting.committee import committees, result
from alongside.decisions.counting.rule import Asking, Result, Rule

NAME = "equal-shares"


@attrs.frozen
class Standing:
    """How things stand: what each of a pile has left, or carries as a load once nothing can be bought any more."""

    each: tuple[Fraction, ...]
    loads: bool = False


def possible(election: Election, lot: str = "") -> list[frozenset[int]]:
    """Every committee that may be elected."""
    share = Fraction(election.seats, election.ballots) if election.ballots else Fraction(0)
    begin = Standing((share,) * len(election.ticked))
    return committees(election, begin, partial(_next, election), lot)


def _next(election: Election, chosen: frozenset[int], now: Standing) -> dict[int, Standing]:
    waiting = [number for number in election.standing if number not in chosen]
    if not now.loads:
        costs = {number: _cost(_supporters(election, number, now)) for number in waiting}
        offers = {number: cost for number, cost in costs.items() if cost is not None}
        if offers:
            return {number: _paid(election, number, offers[number], now) for number in _least(offers)}
        now = Standing(tuple(-left for left in now.each), loads=True)
    loads = {number: _load(_supporters(election, number, now)) for number in waiting}
    shared = {number: load for number, load in loads.items() if load is not None}
    if not shared:
        return dict.fromkeys(waiting, now)
    return {number: _loaded(election, number, shared[number], now) for number in _least(shared)}


def _least(figures: dict[int, Fraction]) -> Iterable[int]:
    least = min(figures.values())
    return (number for number, figure in figures.items() if figure == least)


def _supporters(election: Election, number: int, now: Standing) -> list[tuple[Fraction, int]]:
    """What each supporter has or carries, and how many are so."""
    piles = zip(election.ticked, now.each, strict=True)
    return [(each, pile.ballots) for pile, each in piles if number in pile.preferences]


def _cost(supporters: list[tuple[Fraction, int]]) -> Fraction | None:
    """What each supporter pays at most for a place; nothing where they have less than 1 together."""
    rest, people = Fraction(1), sum(number for _, number in supporters)
    # The poorest first: whoever cannot pay an equal part gives all there is, and the others share the rest.
    for left, number in sorted(supporters):
        if rest <= left * people:
            return rest / people
        rest, people = rest - left * number, people - number
    return None


def _load(supporters: list[tuple[Fraction, int]]) -> Fraction | None:
    """What each supporter carries once this candidate is elected; nothing where there is no supporter."""
    people = sum(number for _, number in supporters)
    return sum((load * number for load, number in supporters), Fraction(1)) / people if people else None


def _paid(election: Election, number: int, cost: Fraction, now: Standing) -> Standing:
    return _changed(election, number, now, lambda left: left - min(left, cost))


def _loaded(election: Election, number: int, load: Fraction, now: Standing) -> Standing:
    return _changed(election, number, now, lambda _: load)


def _changed(election: Election, number: int, now: Standing, change: Callable[[Fraction], Fraction]) -> Standing:
    """The same, with what supporters of this candidate have or carry changed."""
    piles = zip(election.ticked, now.each, strict=True)
    return attrs.evolve(
        now, each=tuple(change(each) if number in pile.preferences else each for pile, each in piles)
    )


def count(election: Election, asking: Asking) -> Result:
    """Count by Equal Shares; a rank on a ballot is a tick."""
    return result(NAME, "Equal Shares", election, asking, possible(election, asking.lot))


RULE = Rule(NAME, (Kind.TICKS, Kind.RANKS), count)
