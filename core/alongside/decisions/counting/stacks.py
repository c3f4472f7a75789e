"""Stacks: the orders that ranked pairs may end in, found from the top down without trying orders of majorities.

An order is a stack if everybody stands above whoever beats her only with a chain of majorities down to that one,
each at least as large. The stacks are just the orders that come of locking in equal majorities in some order.

Source: T. M. Zavist and T. N. Tideman, “Complete independence of clones in the ranked pairs rule”, Social Choice
and Welfare (1989), which has the name and the proof.

Who is put above somebody who beats her owes a chain. All that the rest of an order hangs on is who is left, and
what is owed: two ways to come there are one. Whoever is left and not reached from the others goes first: that
spoils no chain. So only circles of majorities are ever tried, one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from alongside.decisions.counting.pairs import Pairs
from alongside.decisions.counting.rule import MOST_SETS, too_many

MOST_STEPS = 100_000
"""Debts are looked at so often, for a second, before the orders are called too many: in plain Python it is ten."""

MOST_BELOW = 60_000
"""The same for places below the winners, which nobody waits for so long."""

Numbers = int
"""Some candidates: a bit for each."""

Debt = tuple[int, Numbers, Numbers]
"""A majority, whom a chain of such majorities is owed to, and whom of those left it can be led on to."""


class State(NamedTuple):
    """Who has no place in the order yet, and what those above them owe."""

    left: Numbers
    debts: frozenset[Debt]


class TooManyOrders(Exception):
    """More debts would have to be looked at than can be."""


class Stacks:
    """The stacks of some comparisons; ``where`` names the file in a sentence that refuses."""

    def __init__(self, pairs: Pairs, hint: Callable[[Sequence[int]], Iterable[int]], where: str = "") -> None:
        """Take the comparisons; ``hint`` makes one stack in which those given are as far up as may be."""
        self._pairs, self._hint, self._where = pairs, hint, where
        self._start = State(bits(pairs.numbers), frozenset())
        self._under = {one: bits(n for n in pairs.numbers if pairs.margin(one, n) > 0) for one in pairs.numbers}
        self._beaten = {one: _beaten(pairs, one) for one in pairs.numbers}
        self._over = {one: bits(n for n in pairs.numbers if pairs.margin(n, one) > 0) for one in pairs.numbers}
        self._beat = cache(self._by_at_least)
        self._hopeless = set[State]()
        self._steps = MOST_STEPS

    def first(self, seats: int) -> set[frozenset[int]]:
        """Every set of ``seats`` candidates that can stand first.

        Raises:
            BadInput: where there are too many, or too many orders to follow.
        """
        self._steps = MOST_STEPS
        try:
            tops = self._tops(seats)
            # Somebody always stands first: if it can be nobody else, nothing needs to be tried.
            possible = {top for top, states in tops.items() if len(tops) == 1 or self._any_ends(top, states)}
        except TooManyOrders:
            raise too_many(
                "equal majorities can be taken in too many orders to follow them all", self._where
            ) from None
        return {frozenset(each(top)) for top in possible}

    def _tops(self, seats: int) -> dict[Numbers, list[State]]:
        """What may come of putting ``seats`` candidates first, by who they are."""
        found = {self._start}
        for _ in range(min(seats, len(self._pairs.numbers))):
            found = {state for before in found for state in self._following(before)}
            if len({state.left for state in found}) > MOST_SETS:
                raise too_many(f"more than {MOST_SETS:,} sets of winners are possible", self._where)
        tops: dict[Numbers, list[State]] = {}
        for state in sorted(found, key=lambda state: (state.left, len(state.debts), sorted(state.debts))):
            tops.setdefault(self._start.left & ~state.left, []).append(state)
        return tops

    def _following(self, state: State) -> Iterator[State]:
        return filter(None, (self._put(one, state) for one in each(state.left)))

    def _any_ends(self, top: Numbers, states: Iterable[State]) -> bool:
        order = self._hinted(each(top))
        return any(self._end(state, order) is not None for state in states)

    def in_every(self) -> tuple[dict[int, Numbers], Numbers]:
        """Who stands above whom in every stack; and of whom that is not known, for too many would be followed."""
        self._steps = MOST_BELOW
        known, may = _sure(self._pairs), self._locked(self._hinted(()))
        try:
            for one in self._pairs.numbers:
                for other in each(may[one] & ~known[one]):
                    if may[one] >> other & 1:
                        self._ask(one, other, known, may)
        except TooManyOrders:
            open_ = {one: others & ~known[one] for one, others in may.items()}
            return _closed(known), reduce(or_, (1 << one | others for one, others in open_.items() if others), 0)
        return known, 0

    def _ask(self, one: int, other: int, known: dict[int, Numbers], may: dict[int, Numbers]) -> None:
        """Find a stack in which the ``other`` stands above ``one``, or know that there is none."""
        order = self._hinted((other, *(n for n in self._pairs.numbers if n not in (one, other)), one))
        stack = self._end(self._start, order, (other, one))
        if stack is None:
            known[one] |= 1 << other
        else:
            for number, under in self._locked(stack).items():
                may[number] &= under

    def _hinted(self, first: Sequence[int]) -> dict[int, int]:
        self._spend(len(self._pairs.numbers) ** 3 // 64)
        return {one: at for at, one in enumerate(self._hint(first))}

    def _locked(self, stack: Iterable[int]) -> dict[int, Numbers]:
        """Who is locked in above whom where this is the stack: all majorities down it are."""
        locked: dict[int, Numbers] = {}
        for one in reversed(tuple(stack)):
            under = self._under[one] & bits(locked)
            locked[one] = reduce(or_, (locked[other] for other in each(under)), under)
        return locked

    def _end(self, start: State, order: dict[int, int], before: tuple[int, int] = (0, 0)) -> list[int] | None:
        """A stack below what has been put, the first of ``before`` above the other; tried in ``order``."""
        asked, path = set[State](), list[int]()
        ways = [(start, iter(self._turns(start, order, before)))]
        while ways and ways[-1][0].left:
            state, turns = ways[-1]
            for one in turns:
                following = self._put(one, state)
                if following and following not in asked and following not in self._hopeless:
                    ways.append((following, iter(self._turns(following, order, before))))
                    path.append(one)
                    break
            else:
                # Once nothing is asked of those who are left any more, it is hopeless for later questions as well.
                (asked if state.left >> before[0] & 1 else self._hopeless).add(ways.pop()[0])
                del path[-1:]
        return path if ways else None

    def _turns(self, state: State, order: dict[int, int], before: tuple[int, int]) -> list[int]:
        """Who may be put next: as long as the first of ``before`` waits, only what leads to her."""
        upper, lower = before
        if state.left >> upper & 1:
            among = reached(1 << upper, state.left & ~(1 << lower), self._over)
        else:
            among = self._circle(state.left)
        return sorted(each(among), key=order.__getitem__)

    def _circle(self, left: Numbers) -> Numbers:
        """Somebody whom nobody who is left beats, or else a circle whom nobody outside it does."""
        smallest = left
        for one in each(left):
            if smallest.bit_count() > 1 and smallest >> one & 1:
                smallest = reached(1 << one, left, self._over)
        return smallest

    def _put(self, one: int, state: State) -> State | None:
        """Put somebody below all who have a place; None where a chain that is owed can never be had."""
        self._spend(1 + len(state.debts))
        left, owed = state.left & ~(1 << one), dict[tuple[int, Numbers], Numbers]()
        for size, to, on in state.debts:
            if to >> one & 1:
                return None
            on_ = (on | self._beat(size)[one] if on >> one & 1 else on) & left
            owed[size, on_] = owed.get((size, on_), 0) | to & ~on_
        for size, to in self._beaten[one]:
            on = self._beat(size)[one] & left
            owed[size, on] = owed.get((size, on), 0) | to & left
        debts = frozenset((size, to, on) for (size, on), to in owed.items() if to)
        can = all(not to & ~reached(on, left, self._beat(size)) for size, to, on in debts)
        return State(left, debts) if can else None

    def _by_at_least(self, size: int) -> dict[int, Numbers]:
        """For each candidate those whom she beats by at least so much."""
        numbers = self._pairs.numbers
        return {
            one: bits(n for n in each(self._under[one]) if self._pairs.margin(one, n) >= size) for one in numbers
        }

    def _spend(self, steps: int) -> None:
        self._steps -= steps
        if self._steps < 0:
            raise TooManyOrders


def bits(numbers: Iterable[int]) -> Numbers:
    """Some candidates as bits; candidates are numbered from 1."""
    return sum(1 << number for number in numbers)


def each(some: Numbers) -> list[int]:
    """The candidates that are bits."""
    return [number for number in range(some.bit_length()) if some >> number & 1]


def reached(start: Numbers, among: Numbers, following: Mapping[int, Numbers]) -> Numbers:
    """Some candidates, and all to whom chains lead from them, through nobody but those ``among`` whom we look."""
    found = todo = start & among
    while todo:
        lowest = todo & -todo
        new = following[lowest.bit_length() - 1] & among & ~found
        found |= new
        todo = todo & ~lowest | new
    return found


def _beaten(pairs: Pairs, one: int) -> list[tuple[int, Numbers]]:
    """By whom somebody is beaten, those who beat her by equally much together."""
    found = dict[int, Numbers]()
    for number in pairs.numbers:
        if (size := pairs.margin(number, one)) > 0:
            found[size] = found.get(size, 0) | 1 << number
    return list(found.items())


def _sure(pairs: Pairs) -> dict[int, Numbers]:
    """What is locked in whatever the order: every majority larger than the least of each chain that leads back.

    It is not all that is: others may be locked in whatever the order too.
    """
    back = {one: {other: max(pairs.margin(one, other), 0) for other in pairs.numbers} for one in pairs.numbers}
    for middle in pairs.numbers:
        for row in back.values():
            for other in pairs.numbers:
                row[other] = max(row[other], min(row[middle], back[middle][other]))
    return _closed({one: bits(n for n in back if pairs.margin(one, n) > back[n][one]) for one in back})


def _closed(above: Mapping[int, Numbers]) -> dict[int, Numbers]:
    """The same, with all that follows: above whom those stand whom one stands above."""
    return {one: reached(below, bits(above), above) for one, below in above.items()}
