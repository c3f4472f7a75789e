"""A head start: up to which step nothing that matters can come of the shares, told without counting each.

A project asks the less of each supporter, the more they have. So as long as the same is bought in the same order,
nobody has less left at a later step than at an earlier one. Two counts side by side, one with what everybody has
at the first of some steps and one with what everybody has at the last, enclose all between. Where they leave open
which project comes first, every one that may is followed; ways that bought the same are put together.

This is worked out in floating numbers, and everything is taken a little wider than it is. It only tells where to
begin: what comes of the count is worked out exactly from there on.
"""

from __future__ import annotations

from math import inf
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from alongside.decisions.counting.shares import Market, bits
from alongside.decisions.counting.spending import Spending

MOST_STATES = 150
"""More sets of projects that may have been bought are not followed."""

WIDEST, FINEST = 8, 32
"""The parts of a share by which it may rise in one leap: more is seldom told, less is counted as quickly."""

Ordered: TypeAlias = list[tuple[float, tuple[int, int]]]
"""What the people of each pile have left, what they ticked and how many they are; poorest first."""


class Left(NamedTuple):
    """What the people of each pile have left, at least and at most."""

    least: list[float]
    most: list[float]


class Asked(NamedTuple):
    """What a project may ask of each supporter who has as much; endless where they may be unable to pay."""

    project: int
    least: float
    most: float


def first_step(spending: Spending, market: Market) -> int:
    """A step up to which neither too much is spent nor all bought that anybody ticked, whatever lots are drawn.

    A tie on the way there needs no lot: only the end of a count tells what is bought.
    """
    known, step, part = _Enclosed(spending, market), 0, WIDEST
    while market.wanted and part <= FINEST:
        leap = int(known.share(step) / spending.parts / part)
        if leap and known.nothing_comes_of(step, step + leap):
            step += leap
        else:
            part *= 2
    return step


class _Enclosed:
    """A count between two steps."""

    def __init__(self, spending: Spending, market: Market) -> None:
        self._spending, self._market = spending, market
        self._piles = [(bits(pile.preferences), pile.ballots) for pile in spending.piles]
        self._supporters = {
            project: [at for at, (ticked, _) in enumerate(self._piles) if ticked >> project & 1]
            for project in market.wanted
        }
        # The part of a payment, or of a share, by which all is widened. A payment is a sum over no more than all
        # voters, divided between one of them at least, so it is wrong by less than voters² / 2**52 of itself.
        self._slack = 1e-9 + 1e-15 * spending.ballots**2

    def share(self, step: int) -> float:
        """What everybody has at a step."""
        return self._spending.budget / self._spending.ballots + step * self._spending.parts

    def nothing_comes_of(self, first: int, last: int) -> bool:
        """Whether all that may be bought from one step to another costs no more than there is, and is not all."""
        wide = self._slack * self.share(last)
        piles = len(self._piles)
        least, most = self.share(first) - wide, self.share(last) + wide
        reached, states = {frozenset[int](): Left([least] * piles, [most] * piles)}, 0
        while reached:
            following: dict[frozenset[int], Left] = {}
            for bought, left in reached.items():
                for asked in self._may_be_next(bought, left):
                    more, paid = bought | {asked.project}, self._paid(left, asked, wide)
                    states += 1
                    if states > MOST_STATES or self._matters(more):
                        return False
                    following[more] = _either(following[more], paid) if more in following else paid
            reached = following
        return True

    def _matters(self, bought: frozenset[int]) -> bool:
        return len(bought) == len(self._market.wanted) or self._spending.together(bought) > self._spending.budget

    def _may_be_next(self, bought: frozenset[int], left: Left) -> list[Asked]:
        """The projects of which none is sure to have a lower rate than another; none where no more can matter."""
        poorest, richest = self._ordered(left.least), self._ordered(left.most)
        payments = {project: self._payment(richest, project) for project in self._market.wanted - bought}
        payable = [project for project, payment in payments.items() if payment < inf]
        if not self._matters(bought.union(payable)):
            return []
        offers = [Asked(project, payments[project], self._payment(poorest, project)) for project in payable]
        worth = self._market.worth
        lowest = min(offer.most / worth[offer.project] for offer in offers) * (1 + self._slack)
        return [offer for offer in offers if offer.least / worth[offer.project] <= lowest]

    def _ordered(self, money: list[float]) -> Ordered:
        return sorted(zip(money, self._piles, strict=True), key=itemgetter(0))

    def _payment(self, purses: Ordered, project: int) -> float:
        """What a project asks of each supporter who has as much, or endless; purses come poorest first."""
        bit, people, rest = 1 << project, self._market.votes[project], float(self._market.costs[project])
        for money, (ticked, number) in purses:
            if ticked & bit:
                if rest <= money * people:
                    return rest / people
                rest -= money * number
                people -= number
        return inf

    def _paid(self, left: Left, asked: Asked, wide: float) -> Left:
        least, most = left.least.copy(), left.most.copy()
        for at in self._supporters[asked.project]:
            least[at] = max(0.0, least[at] - asked.most - wide)
            most[at] = max(0.0, most[at] - asked.least + wide)
        return Left(least, most)


def _either(one: Left, other: Left) -> Left:
    """What is true of both."""
    return Left(list(map(min, one.least, other.least)), list(map(max, one.most, other.most)))
