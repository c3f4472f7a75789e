"""Packed ballots: very many of them as numbers side by side, for files of hundreds of thousands of lines.

Ballots that say the same move together for the whole of a count, so they are one row: its words, and how many
ballots say so. Without numpy such files are read line by line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

import attrs
import numpy as np
from numpy.typing import NDArray

from alongside.decisions.counting.ballots import ManyPiles, Pile
from alongside.decisions.counting.packing import Many, Words, places, together

_AT_ONCE = 1 << 14
"""So many rows are unpacked at once."""


@attrs.frozen(eq=False)
class Batch:
    """Some ballots: what each row says, and how many ballots say so. No row is changed any more."""

    words: Words
    many: Many

    def __len__(self) -> int:
        return len(self.many)

    def __getitem__(self, rows: slice) -> Batch:
        return Batch(tuple(word[rows] for word in self.words), self.many[rows])

    def take(self, rows: NDArray[np.intp]) -> Batch:
        """Some of the rows, in the order given."""
        return Batch(tuple(word.take(rows) for word in self.words), self.many.take(rows))

    def distinct(self) -> Batch:
        """The same ballots, alike ones on one row, in ascending order."""
        ordered = self.take(np.lexsort(self.words[::-1]))
        new = np.zeros(len(self), bool)
        new[:1] = True
        for word in ordered.words:
            new[1:] |= word[1:] != word[:-1]
        first = np.flatnonzero(new)
        return Batch(ordered.take(first).words, np.add.reduceat(ordered.many, first))


def one_batch(batches: Sequence[Batch]) -> Batch:
    """Several batches behind one another."""
    many = np.concatenate([np.zeros(0, np.int64), *(batch.many for batch in batches)])
    return Batch(together([batch.words for batch in batches]), many)


@attrs.frozen(eq=False)
class Packed(ManyPiles):
    """Packed ballots, ``bits`` to a preference; several rows may still say the same.

    As a sequence it has distinct ballots in ascending order, and unpacks one pile at a time: so whatever asks for
    piles gets them, and nothing of how they came in. A count of batches is spared the sorting.
    """

    batches: tuple[Batch, ...]
    bits: int

    @property
    def ballots(self) -> int:
        """How many ballots there are, empty ones too."""
        return sum(int(batch.many.sum()) for batch in self.batches)

    @property
    def without_preference(self) -> int:
        """How many ballots rank nobody."""
        return sum(int(batch.many[batch.words[0] == 0].sum()) for batch in self.batches)

    @cached_property
    def _distinct(self) -> Batch:
        return one_batch(self.batches).distinct()

    def __len__(self) -> int:
        return len(self._distinct)

    @overload
    def __getitem__(self, at: int) -> Pile: ...
    @overload
    def __getitem__(self, at: slice) -> list[Pile]: ...
    def __getitem__(self, at: int | slice) -> Pile | list[Pile]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        row = range(len(self))[at]
        return next(self._unpacked(self._distinct[row : row + 1]))

    def __iter__(self) -> Iterator[Pile]:
        for first in range(0, len(self), _AT_ONCE):
            yield from self._unpacked(self._distinct[first : first + _AT_ONCE])

    def _unpacked(self, batch: Batch) -> Iterator[Pile]:
        last = np.uint64((1 << self.bits) - 1)
        shifts = range(0, places(self.bits) * self.bits, self.bits)
        numbers = np.stack([word >> np.uint64(by) & last for word in batch.words for by in shifts], axis=1)
        sizes = np.count_nonzero(numbers, axis=1).tolist()
        for said, size, many in zip(numbers.tolist(), sizes, batch.many.tolist(), strict=True):
            yield Pile(tuple(said[:size]), many)
