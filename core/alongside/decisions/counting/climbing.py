"""Climbing: the share of everybody rises by a unit of the currency until too much would be spent.

Steps are not taken one by one. Each purchase knows the last step up to which it stays the same, so the count goes
on at the first step where one of them changes, and only from that purchase on.

Where a tie needs a lot and none was thrown, both ways are followed: every way supposes an order of the lot, and
what it has supposed once holds for all its later steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from alongside.decisions.counting.head_start import first_step
from alongside.decisions.counting.lines import holds_until
from alongside.decisions.counting.precedence import Supposed
from alongside.decisions.counting.rule import too_many
from alongside.decisions.counting.shares import Best, Market, Offer, Table, best, chosen, opened
from alongside.decisions.counting.spending import Spending

MOST_WAYS = 5_000
"""More ways in which lots can fall are not followed."""


@attrs.frozen
class Purchase:
    """One project bought: the table before it, and the last step up to which all is the same as far as here."""

    project: int
    table: Table
    until: int


@attrs.frozen
class Reached:
    """Where one way ended: what was bought at the highest ``step`` that spends no more than there is."""

    step: int
    bought: tuple[int, ...]
    supposed: Supposed


@attrs.frozen
class _Way:
    step: int
    purchases: tuple[Purchase, ...]
    table: Table
    supposed: Supposed
    kept: Reached | None = None


def reached(spending: Spending, worth: Mapping[int, int], supposed: Supposed) -> list[Reached]:
    """Follow every way that lots leave open to its end.

    Raises:
        BadInput: where there are too many.
    """
    market, table = opened(spending, worth)
    found, todo = list[Reached](), [_Way(first_step(spending, market), (), table, supposed)]
    while todo:
        if len(found) + len(todo) > MOST_WAYS:
            raise too_many("ties can be drawn in too many ways to follow them all", spending.source)
        end = _followed(spending, market, todo)
        if end:
            found.append(end)
    return found


def _followed(spending: Spending, market: Market, todo: list[_Way]) -> Reached | None:
    """Go the last way to do as far as one step goes; put on the list what is to be gone after it."""
    way = todo.pop()
    while (now := best(market, way.table, way.step)).offers:
        first, *others = _turns(market, way, now)
        todo.extend(_bought(market, way, now, *turn) for turn in others)
        way = _bought(market, way, now, *first)
    here = Reached(way.step, tuple(one.project for one in way.purchases), way.supposed)
    if way.kept and spending.together(here.bought) > spending.budget:
        return attrs.evolve(way.kept, step=way.step - 1, supposed=way.supposed)
    if len(here.bought) == len(market.wanted):
        return here
    until = min(now.until, *(one.until for one in way.purchases[-1:]), market.end)
    todo.append(_next(way, until + 1, here))
    return None


def _next(way: _Way, step: int, here: Reached) -> _Way:
    """The same way at a later step: purchases that are still the same are kept."""
    same = tuple(one for one in way.purchases if one.until >= step)
    table = way.purchases[len(same)].table if len(same) < len(way.purchases) else way.table
    return attrs.evolve(way, step=step, purchases=same, table=table, kept=here)


def _bought(market: Market, way: _Way, now: Best, offer: Offer, supposed: Supposed, until: int) -> _Way:
    table, same = chosen(market, way.table, now, offer, way.step)
    before = way.purchases[-1].until if way.purchases else market.end
    bought = Purchase(offer.project, way.table, min(before, same, until))
    return attrs.evolve(way, purchases=(*way.purchases, bought), table=table, supposed=supposed)


def _turns(market: Market, way: _Way, now: Best) -> Iterator[tuple[Offer, Supposed, int]]:
    """Which of the best offers may be taken first, what that supposes, and until which step it is so."""
    most = max(market.votes[offer.project] for offer in now.offers)
    tied = {offer.project: offer for offer in now.offers if market.votes[offer.project] == most}
    if way.supposed.ranks is not None or len(tied) == 1:
        yield tied[way.supposed.may_be_first(tied)[0]], way.supposed, market.end
        return
    apart, until = _apart(market, way, tied)
    if free := [project for project in tied if project not in apart]:
        yield tied[free[0]], way.supposed, until
    else:
        for one, supposed in _first_around(apart, min(apart), way.supposed):
            yield tied[one], supposed, until


def _apart(market: Market, way: _Way, tied: Mapping[int, Offer]) -> tuple[dict[int, set[int]], int]:
    """Who is in whose way: projects whose shared supporters cannot pay for all of the tied that they ticked.

    Everybody else's turn does not matter: such projects are bought for the same whoever comes first.
    """
    in_way: dict[int, set[int]] = {}
    until = market.end
    rate = next(iter(tied.values())).rate
    for money, rises, of, _ in way.table.purses:
        ticked = [project for project in tied if of >> project & 1]
        if len(ticked) > 1:
            worth = way.table.scale * sum(market.worth[project] for project in ticked)
            start = money * rate.under - rate.start * worth
            slope = rises * rate.under - rate.slope * worth
            if start + slope * way.step >= 0:
                until = min(until, holds_until(start, slope, 0, market.end))
            else:
                for project in ticked:
                    in_way.setdefault(project, set()).update(ticked)
    return in_way, until


def _first_around(in_way: Mapping[int, set[int]], one: int, supposed: Supposed) -> Iterator[tuple[int, Supposed]]:
    """Somebody who comes before all in her way, and what that supposes, for every order of a lot.

    Whoever comes first of those in the way of one may have others in her own way, and so on: each order of a lot
    leads to one end. No more is supposed than leads there: others are bought for the same before or after.
    """
    for first in supposed.may_be_first(in_way[one]):
        settled = supposed.first(first, in_way[one])
        if first == one:
            yield one, settled
        else:
            yield from _first_around(in_way, first, settled)
