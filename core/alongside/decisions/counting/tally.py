"""A tally of packed ballots while they come in: short ones are counted in a table, the others kept."""

from __future__ import annotations

import numpy as np

from alongside.decisions.counting.packed import Batch, Packed
from alongside.decisions.counting.packing import Many, Words, together

SHORT = 1 << 16
"""Ballots packed below this number, four preferences of a dozen candidates, have a place each in the table."""

AT_ONCE = 1 << 18
"""So many ballots are sorted out together, in memory that is used again."""

MOST = 2**62
"""So many ballots can be added up in whole numbers of 64 bits."""


class Tally:
    """Ballots so far, with ``bits`` to a preference."""

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._table = np.zeros(SHORT + 1, np.int64)
        self._waiting: list[Words] = []
        self._kept: list[Batch] = []

    def add(self, words: Words, many: Many | None) -> None:
        """Add ballots; where ``many`` is None, each row is one."""
        if many is not None:
            self._kept.append(Batch(words, many))
            return
        self._waiting.append(words)
        if sum(len(waiting[0]) for waiting in self._waiting) >= AT_ONCE:
            self._sort_out()

    def packed(self) -> Packed:
        """All ballots that came in."""
        self._sort_out()
        known = np.flatnonzero(self._table[:SHORT])
        return Packed((Batch((known.view(np.uint64),), self._table[known]), *self._kept), self._bits)

    def _sort_out(self) -> None:
        """Count the short ones of those that wait, and keep the long."""
        words = together(self._waiting)
        self._waiting.clear()
        # All long ones fall on one last place of the table, which nobody looks at.
        places = np.minimum(words[0], np.uint64(SHORT)).view(np.int64)
        self._table += np.bincount(places, minlength=SHORT + 1)
        long = np.flatnonzero(places == SHORT)
        self._kept.append(Batch(tuple(word.take(long) for word in words), np.ones(len(long), np.int64)))
