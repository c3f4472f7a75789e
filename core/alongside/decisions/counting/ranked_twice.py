"""Candidates who are ranked twice on a ballot, looked for on very many packed ballots at once."""

from __future__ import annotations

import numpy as np

from alongside.decisions.counting.packed import Packed
from alongside.decisions.counting.packing import Rows, Words

LOOKED_UP = 16
"""Bits of a word that are looked up at once, in a table of what they may hold."""

_TWICE = np.uint64(1 << 63)
_MARKS = 63


def names_somebody_twice(packed: Packed) -> bool:
    """Whether a ballot ranks a candidate twice."""
    groups = range(1, 1 << packed.bits, _MARKS)
    return any(
        _twice(batch.words, table, packed.bits)
        for table in (_table(lowest, packed.bits) for lowest in groups)
        for batch in packed.batches
    )


def _table(lowest: int, bits: int) -> Rows:
    """For all that the lowest bits of a word may hold: the marks of 63 candidates, and of one ranked twice."""
    left = np.arange(1 << _together(bits), dtype=np.uint64)
    marks = np.zeros(len(left), np.uint64)
    while left.any():
        # What would be shifted beyond the word, nobody and those of other groups, leaves no mark.
        mark = np.uint64(1) << ((left & np.uint64((1 << bits) - 1)) - np.uint64(lowest))
        mark &= ~_TWICE
        marks |= np.where(marks & mark, _TWICE, mark)
        left >>= np.uint64(bits)
    return marks


def _together(bits: int) -> int:
    return max(LOOKED_UP // bits, 1) * bits


def _twice(words: Words, table: Rows, bits: int) -> bool:
    seen = again = np.zeros(len(words[0]), np.uint64)
    step = np.uint64(_together(bits))
    for word in words:
        left = word
        while left.max(initial=0):
            marks = table.take((left & np.uint64(len(table) - 1)).view(np.int64))
            again, seen, left = again | (seen & marks), seen | marks, left >> step
    return bool((again | (seen & _TWICE)).any())
