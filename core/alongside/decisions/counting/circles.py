"""Circles of majorities: candidates who are each above the other by a chain of majorities, and what parts them.

A chain of majorities that leaves a circle never comes back to it, or whoever it passes would be in the circle too.
So what is locked in between the candidates of one circle does not hang on anybody else, and a majority between two
circles is always locked in. Each circle is followed by itself: what that costs is a sum, not a product.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, reduce
from operator import and_, or_

from alongside.decisions.counting.every_lot import MOST_STATES
from alongside.decisions.counting.pairs import Pairs
from alongside.decisions.counting.rule import MOST_SETS, too_many
from alongside.refusal import BadInput

Locked = tuple[int, ...]
"""For each number those whom she stands above by what is locked in, directly or not: a bit for each number."""

Follow = Callable[[Pairs, str], set[Locked]]
"""Finds everything that may be locked in at the end between some candidates."""


def beaten(pairs: Pairs) -> dict[int, int]:
    """For each candidate those below whom she has a majority: a bit for each."""
    return {one: _bits(other for other in pairs.numbers if pairs.margin(one, other) > 0) for one in pairs.numbers}


def found_in(pairs: Pairs) -> list[int]:
    """The circles, a bit for each number, those that are above others first; most hold one candidate alone."""
    reach = {one: below | 1 << one for one, below in beaten(pairs).items()}
    for middle in pairs.numbers:
        for one in pairs.numbers:
            if reach[one] >> middle & 1:
                reach[one] |= reach[middle]
    circles = {_bits(other for other in _numbers(reach[one]) if reach[other] >> one & 1) for one in pairs.numbers}
    return sorted(circles, key=lambda circle: (-reach[_numbers(circle)[0]].bit_count(), circle))


def always(pairs: Pairs) -> Locked:
    """What is locked in whatever the order: every majority larger than the least of each chain that leads back.

    It is not all that is: others may be locked in whatever the order too.
    """
    back = {one: {other: max(pairs.margin(one, other), 0) for other in pairs.numbers} for one in pairs.numbers}
    for middle in pairs.numbers:
        for row in back.values():
            for other in pairs.numbers:
                row[other] = max(row[other], min(row[middle], back[middle][other]))
    sure = [0] * (max(pairs.numbers) + 1)
    for one in pairs.numbers:
        sure[one] = _bits(n for n in pairs.numbers if pairs.margin(one, n) > back[n][one])
    for middle in pairs.numbers:
        for one in pairs.numbers:
            if sure[one] >> middle & 1:
                sure[one] |= sure[middle]
    return tuple(sure)


class Circles:
    """The circles of some comparisons, each followed only where what is asked hangs on it.

    ``where`` names the file in a sentence that refuses. ``not_followed`` are those in circles of too many orders,
    so far as they have been asked for.
    """

    def __init__(self, pairs: Pairs, follow: Follow, where: str = "") -> None:
        self._pairs = pairs
        self._follow = follow
        self._where = where
        self._all = found_in(pairs)
        self._below = beaten(pairs)
        self._ends = cache(self._followed)
        self._may_be_first = cache(self._first_in)
        self.not_followed = 0

    def first(self, seats: int) -> set[frozenset[int]]:
        """Every set of ``seats`` candidates that can stand first.

        Raises:
            BadInput: where there are too many, or too many orders to follow.
        """
        found = {0}
        for _ in range(min(seats, len(self._pairs.numbers))):
            found = {top | one for top in found for one in self._next(top)}
            if len(found) > MOST_SETS:
                raise too_many(f"more than {MOST_SETS:,} sets of winners are possible", self._where)
        return {frozenset(_numbers(top)) for top in found}

    def _next(self, top: int) -> Iterator[int]:
        """Those who can come after all who stand first, each a bit."""
        for circle in self._all:
            for one in _numbers(circle & ~top):
                over = _bits(other for other in self._pairs.numbers if self._below[other] >> one & 1)
                if not over & ~circle & ~top and self._may_be_first(circle, top & circle | 1 << one):
                    yield 1 << one

    def _first_in(self, circle: int, some: int) -> bool:
        """Whether nobody else in their circle need stand above some of it."""
        others = _numbers(circle & ~some)
        return any(not any(end[other] & some for other in others) for end in self._ends(circle))

    def in_every(self) -> Locked:
        """Who stands above whom whatever the order; in a circle of too many orders, no more than is sure.

        Raises:
            BadInput: where circles lead on to each other in too many ways.
        """
        above = [0] * (max(self._pairs.numbers) + 1)
        for one in self._pairs.numbers:
            above[one] = self._under(one)
        return tuple(above)

    def _under(self, one: int) -> int:
        """Those above whom one stands whatever the order."""
        ways = {1 << one}
        for circle in self._all:
            ways = {way for reached in ways for way in self._on(reached, circle)}
            if len(ways) > MOST_STATES:
                raise too_many("equal majorities can be taken in too many orders to follow them all", self._where)
        return reduce(and_, ways) & ~(1 << one)

    def _on(self, reached: int, circle: int) -> set[int]:
        """Whom a chain that has come so far can reach once it has passed a circle, for every end of that."""
        entered = circle & (reached | _joined(self._below, reached & ~circle))
        if entered in (0, circle):
            return {reached | entered}
        return {reached | entered | _joined(end, entered) for end in self._ends_or_sure(circle)}

    def _ends_or_sure(self, circle: int) -> set[Locked]:
        """All that may be locked in between those of a circle; what is sure where that cannot be followed."""
        if not circle & self.not_followed:
            try:
                return self._ends(circle)
            except BadInput:
                self.not_followed |= circle
        return {always(self._among(circle))}

    def _followed(self, circle: int) -> set[Locked]:
        return self._follow(self._among(circle), self._where)

    def _among(self, circle: int) -> Pairs:
        some = _numbers(circle)
        return Pairs({one: {other: self._pairs.more[one][other] for other in some} for one in some})


def _bits(numbers: Iterable[int]) -> int:
    return sum(1 << number for number in numbers)


def _numbers(bits: int) -> list[int]:
    return [number for number in range(bits.bit_length()) if bits >> number & 1]


def _joined(below: Mapping[int, int] | Locked, some: int) -> int:
    """Those below any of some."""
    return reduce(or_, (below[one] for one in _numbers(some)), 0)
