"""Packed ballots: very many of them as numbers side by side, for files of hundreds of thousands of lines.

Ballots that say the same move together for the whole of a count, so a distinct ballot is one row: its preferences
packed into one number of 64 bits, the first in the lowest ones, and how many ballots say so. Loaded only where
there is something to pack, and only where numpy is installed: without it such files are read line by line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import overload

import attrs
import numpy as np
from numpy.typing import NDArray

from alongside.decisions.counting.ballots import ManyPiles, Pile

Rows = NDArray[np.uint64]
Many = NDArray[np.int64]
EXACT = 2**53
"""Whole numbers below it are exact as the floats in which numpy adds up weights."""


@attrs.frozen(eq=False)
class Packed(ManyPiles):
    """Distinct ballots in ascending order of their packed preferences, ``bits`` to a preference.

    As a sequence it unpacks one pile at a time, so whatever asks for piles gets them.
    """

    rows: Rows
    many: Many
    bits: int

    @property
    def ballots(self) -> int:
        """How many ballots there are, empty ones too."""
        return int(self.many.sum())

    @property
    def without_preference(self) -> int:
        """How many ballots rank nobody."""
        return int(self.many[0]) if len(self.rows) and not self.rows[0] else 0

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> Pile: ...
    @overload
    def __getitem__(self, at: slice) -> list[Pile]: ...
    def __getitem__(self, at: int | slice) -> Pile | list[Pile]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        return Pile(tuple(self._preferences(int(self.rows[at]))), int(self.many[at]))

    def _preferences(self, row: int) -> Iterator[int]:
        while row:
            yield row & ((1 << self.bits) - 1)
            row >>= self.bits


def distinct(rows: list[Rows], many: list[Many], bits: int) -> Packed:
    """Put alike ballots together; where ``many`` is empty each row is one ballot."""
    together = np.concatenate(rows) if rows else np.zeros(0, np.uint64)
    rows.clear()
    if not many:
        together.sort()
        first = _firsts(together)
        return Packed(together[first], np.diff(first, append=len(together)), bits)
    order = np.argsort(together, kind="stable")
    together, weights = together[order], np.concatenate(many)[order]
    first = _firsts(together)
    return Packed(together[first], np.add.reduceat(weights, first) if len(first) else weights, bits)


def _firsts(rows: Rows) -> NDArray[np.intp]:
    """Where a new row begins, in rows that are sorted."""
    new = np.ones(len(rows), bool)
    np.not_equal(rows[1:], rows[:-1], out=new[1:])
    return np.flatnonzero(new)


def names_somebody_twice(packed: Packed) -> bool:
    """Whether a ballot ranks a candidate twice."""
    bits, last = np.uint64(packed.bits), np.uint64((1 << packed.bits) - 1)
    left, seen = packed.rows, np.zeros(len(packed.rows), np.uint64)
    while len(left):
        mark = np.uint64(1) << (left & last)
        if (seen & mark).any():
            return True
        left = left >> bits
        going = np.flatnonzero(left)
        left, seen = left[going], (seen | mark)[going]
    return False


class PackedPapers:
    """The papers of a count as rows: who holds each row, and which of the values so far it is worth."""

    def __init__(self, packed: Packed) -> None:
        self._bits, self._last = np.uint64(packed.bits), np.uint64((1 << packed.bits) - 1)
        self._rows, self._many = packed.rows.copy(), packed.many
        self._holder = np.zeros(len(packed.rows), np.uint16)
        self._worth = np.zeros(len(packed.rows), np.uint16)
        self._values: list[int] = []

    def deal(self, continuing: set[int], value: int) -> dict[int, int]:
        """Give each paper to the first on it who stands; 0 stands for nobody."""
        self._values = [value]
        return self._hand_out(np.arange(len(self._rows)), continuing)

    def move(self, giver: int, continuing: set[int], change: Callable[[int], int]) -> dict[int, int]:
        """Move the papers of somebody, each at its value changed, and say what they are worth to whom."""
        rows = np.flatnonzero(self._holder == giver)
        worth = self._worth[rows]
        new = np.zeros(len(self._values), np.uint16)
        for old in np.flatnonzero(np.bincount(worth, minlength=1)):
            new[old] = self._at(change(self._values[old]))
        self._worth[rows] = new[worth]
        return self._hand_out(rows, continuing)

    def _at(self, value: int) -> int:
        if value not in self._values:
            self._values.append(value)
        return self._values.index(value)

    def _hand_out(self, rows: NDArray[np.intp], continuing: set[int]) -> dict[int, int]:
        stands = np.zeros(1 << int(self._bits), bool)
        stands[[0, *continuing]] = True  # whoever reaches the end of a ballot stays there
        left, moving, to = self._rows[rows], np.arange(len(rows)), np.zeros(len(rows), np.uint16)
        said = left
        while len(moving):
            first = (said & self._last).astype(np.uint16)
            going = np.flatnonzero(~stands[first])
            to[moving], left[moving] = first, said
            moving, said = moving[going], said[going] >> self._bits
        self._rows[rows], self._holder[rows] = left, to
        return self._together(rows, to)

    def _together(self, rows: NDArray[np.intp], to: NDArray[np.uint16]) -> dict[int, int]:
        """What the papers are worth to each, added up by value in whole numbers."""
        values = len(self._values)
        kinds = to.astype(np.int64) * values + self._worth[rows]
        papers = np.bincount(kinds, weights=self._many[rows])
        got: dict[int, int] = {}
        for kind in np.flatnonzero(papers):
            who, value = divmod(int(kind), values)
            got[who] = got.get(who, 0) + int(papers[kind]) * self._values[value]
        return got

    def copy(self) -> PackedPapers:
        """The same papers, which may go on in another way."""
        other = PackedPapers.__new__(PackedPapers)
        other.__dict__.update(self.__dict__)
        other._rows, other._holder = self._rows.copy(), self._holder.copy()
        other._worth, other._values = self._worth.copy(), list(self._values)
        return other

    def held_by(self, numbers: Sequence[int]) -> object:
        """All that the papers in these hands are, for telling one state from another."""
        kept = np.flatnonzero(np.isin(self._holder, numbers))
        return [part[kept].tobytes() for part in (self._rows, self._holder, self._worth)], tuple(self._values)
