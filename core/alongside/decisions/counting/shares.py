"""Shares: one purchase of Equal Shares, worked out for a whole stretch of steps at once.

At step ``k`` everybody's share is the equal part of the budget and ``k`` units of the currency on top. What people
have left, what a project asks of each and which is the best offer are straight lines over ``k`` as long as nothing
changes places. So each purchase is decided once, together with the last step up to which it stays the same.

Nothing is rounded. Money is kept as whole numbers over one common ``scale``. A set of projects is a number with a
bit for each, because this is where the time goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import gcd
from typing import NamedTuple

import attrs

from alongside.decisions.counting.lines import Line, difference, holds_until
from alongside.decisions.counting.spending import Spending

Purse = tuple[int, int, int, int]
"""Start, slope, ticked and people: they ticked the same, and each has ``(start + slope * step) / scale`` left."""


class Offer(NamedTuple):
    """What a project asks of each supporter; who has less than the ``payment`` gives all there is.

    ``rate`` is the payment for one unit of satisfaction.
    """

    project: int
    payment: Line
    rate: Line


class Table(NamedTuple):
    """What is on the table before a purchase. ``bounds`` are rates that no offer of today is below."""

    scale: int
    purses: Sequence[Purse]
    bounds: Mapping[int, Line]


class Best(NamedTuple):
    """The best offers of one moment, all at one rate; the bounds of all that can be paid for, and until when."""

    offers: tuple[Offer, ...]
    bounds: dict[int, Line]
    until: int


@attrs.frozen
class Market:
    """What stays the same during a count: costs, and what a project is worth to those who ticked it.

    ``end`` is a step from which on everybody could pay for everything alone.
    """

    costs: Mapping[int, int]
    worth: Mapping[int, int]
    votes: Mapping[int, int]
    end: int

    @cached_property
    def wanted(self) -> frozenset[int]:
        """The projects that shares can pay for: somebody ticked them, and they cost something."""
        return frozenset(number for number, cost in self.costs.items() if cost and self.votes[number])


def opened(spending: Spending, worth: Mapping[int, int]) -> tuple[Market, Table]:
    """Lay out the shares: everybody has the same, and no project has been bought."""
    costs = {number: spending.cost(number) for number in spending.standing}
    end = sum(costs.values()) // spending.parts + 1
    market = Market(costs=costs, worth=worth, votes=spending.votes, end=end)
    bounds = {
        number: Line(costs[number], 0, market.votes[number] * worth[number]) for number in sorted(market.wanted)
    }
    share = spending.budget, spending.parts * spending.ballots
    purses = [(*share, bits(pile.preferences), pile.ballots) for pile in spending.piles]
    return market, Table(spending.ballots, purses, bounds)


def bits(projects: Iterable[int]) -> int:
    """A set of projects as a number."""
    return sum(1 << project for project in projects)


def best(market: Market, table: Table, step: int) -> Best:
    """Find the offers with the lowest rate at a step. Without an offer, nobody can pay for anything more."""
    purses = sorted([(start + slope * step, start, slope, ticked, n) for start, slope, ticked, n in table.purses])
    bounds, offers, until = dict(table.bounds), dict[int, Offer](), market.end
    while bounds:
        # Bounds are lower than offers, so the lowest bound is looked at again until it is an offer of today.
        lowest = _lowest(bounds, step)
        stale = [project for project in lowest if project not in offers]
        if not stale:
            return Best(tuple(offers[project] for project in lowest), bounds, until)
        for project in stale:
            found = _offer(market, table.scale, purses, project)
            if isinstance(found, Offer):
                offers[project], bounds[project] = found, found.rate
            else:
                until = min(until, found)
                del bounds[project]
    return Best((), bounds, until)


def _lowest(bounds: Mapping[int, Line], step: int) -> list[int]:
    """The projects with the lowest bound at a step."""
    lowest: list[int] = []
    top, under = 1, 0
    for project, line in bounds.items():
        value = line.start + line.slope * step
        less = value * under - top * line.under
        if less < 0 or not lowest:
            lowest, top, under = [project], value, line.under
        elif less == 0:
            lowest.append(project)
    return lowest


_Valued = tuple[int, int, int, int, int]
"""A purse behind what it holds at the step that is looked at."""


def _offer(market: Market, scale: int, purses: Sequence[_Valued], project: int) -> Offer | int:
    """What a project costs its supporters, poorest purse first; or until which step they cannot pay for it."""
    bit = 1 << project
    supporters = [purse for purse in purses if purse[3] & bit]
    people = sum([purse[4] for purse in supporters])
    asked = rest = market.costs[project] * scale
    falls = 0
    for money, start, slope, _, number in supporters:
        if asked <= money * people:
            rate = Line(rest, -falls, people * scale * market.worth[project])
            return Offer(project, Line(rest, -falls, people), rate)
        asked -= money * number
        rest -= start * number
        falls += slope * number
        people -= number
    return holds_until(rest, -falls, 1, market.end)


def chosen(market: Market, table: Table, found: Best, offer: Offer, step: int) -> tuple[Table, int]:
    """Buy one of the best offers: the table after it, and the last step at which it would be bought just so."""
    bounds = {project: line for project, line in found.bounds.items() if project != offer.project}
    until = min((found.until, *_still_best(market, found, bounds, offer)))
    common = gcd(*offer.payment)
    from_each, slower, people = offer.payment
    times, left = people // common, bits(bounds)
    # Alike purses come together. Whom nothing that is left concerns, and who has nothing, needs no purse.
    purses: dict[tuple[int, int, int], int] = {}
    for start, slope, ticked, number in table.purses:
        concerns = ticked & left
        if not ticked >> offer.project & 1:
            if concerns:
                key = start * times, slope * times, concerns
                purses[key] = purses.get(key, 0) + number
            continue
        # What a purse has above the payment, times the people who pay it; below zero where it has too little.
        above, steeper = start * people - from_each, slope * people - slower
        if above + steeper * step < 0:
            # It gives all there is, and goes on doing so until it has enough.
            if steeper > 0:
                until = min(until, -above // steeper)
            continue
        if steeper < 0:
            until = min(until, above // -steeper)
        if concerns and (above or steeper):
            key = above // common, steeper // common, concerns
            purses[key] = purses.get(key, 0) + number
    return Table(table.scale * times, [(*key, number) for key, number in purses.items()], bounds), until


def _still_best(market: Market, found: Best, others: Mapping[int, Line], offer: Offer) -> Iterator[int]:
    """Until when no other offer can be better; one that is as good now must not get better."""
    level = {other.project for other in found.offers}
    for project, bound in others.items():
        yield holds_until(*difference(offer.rate, bound), int(project not in level), market.end)
