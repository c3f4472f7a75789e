"""Packing: the preferences of many ballots put into numbers of 64 bits, all ballots in a few steps.

A ballot is one *word* of 64 bits or several: its preferences, ``bits`` to each, the first in the lowest bits.
Alike ballots have equal words, and a count looks at the next preference by shifting. Loaded only where there is
something to pack, and only where numpy is installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import attrs
import numpy as np
from numpy.typing import NDArray

Rows: TypeAlias = NDArray[np.uint64]
"""One word of every ballot."""

Many: TypeAlias = NDArray[np.int64]
"""How many ballots say so, for each row."""

Words: TypeAlias = tuple[Rows, ...]
"""All words of every ballot, the one with its first preferences first."""

WORD = 64
SPARE = 8
"""How many zeros stand behind the last of the numbers, so that looking at eight at once never looks beyond."""


@attrs.frozen(eq=False)
class Lines:
    """Ballots as numbers side by side, a line each, with ``SPARE`` zeros behind them all.

    Of each line: where it starts with how many ballots it is, how many preferences follow, and the number of
    ballots (None where it is one on each line).
    """

    numbers: NDArray[np.uint8] | NDArray[np.uint16]
    starts: NDArray[np.intp]
    sizes: NDArray[np.intp]
    many: Many | None

    @property
    def lane(self) -> int:
        """The bits that a number takes up."""
        return 8 * self.numbers.itemsize


def places(bits: int) -> int:
    """How many preferences a word holds."""
    return WORD // bits


def packed(lines: Lines, bits: int) -> Words:
    """Pack ballots, with as many words to each as the longest needs."""
    longest = max(int(lines.sizes.max(initial=0)), 1)
    return tuple(_word(lines, bits, start) for start in range(0, longest, places(bits)))


def _word(lines: Lines, bits: int, start: int) -> Rows:
    """The word that holds the preferences from a place on."""
    at_once, end = WORD // lines.lane, start + places(bits)
    if start:
        word = np.zeros(len(lines.sizes), np.uint64)
    else:
        # Nearly all have a first preference: to pick out those who do would cost more than it spares.
        word = _closed_up(_lanes(lines, lines.starts, lines.sizes, min(at_once, end)), lines.lane, bits)
    for begin in range(start or at_once, end, at_once):
        longer = np.flatnonzero(lines.sizes > begin)
        if not len(longer):
            break
        lanes = _lanes(lines, lines.starts[longer] + begin, lines.sizes[longer] - begin, min(at_once, end - begin))
        word[longer] |= _closed_up(lanes, lines.lane, bits) << np.uint64((begin - start) * bits)
    return word


def _lanes(lines: Lines, before: NDArray[np.intp], left: NDArray[np.intp], most: int) -> Rows:
    """The numbers that follow some places, a lane to each: all that are ``left`` of that ballot, or ``most``."""
    wide = lines.numbers.itemsize
    windows = np.ndarray((len(lines.numbers) - SPARE,), "<u8", lines.numbers, offset=wide, strides=(wide,))
    lanes = windows[before]
    # What stands behind the last preference is shifted out at the top, and the rest back again.
    beyond = np.minimum(left, most)
    beyond *= -lines.lane
    beyond += WORD
    lanes <<= beyond.view(np.uint64)
    lanes >>= beyond.view(np.uint64)
    return lanes


def _closed_up(rows: Rows, lane: int, bits: int) -> Rows:
    """Numbers out of lanes that are too wide, moved together: in pairs, then pairs of pairs, then those."""
    while lane < WORD:
        if bits < lane:
            even = sum(((1 << bits) - 1) << at for at in range(0, WORD, 2 * lane))
            odd = rows >> np.uint64(lane - bits)
            odd &= np.uint64(even << bits)
            rows &= np.uint64(even)
            rows |= odd
        lane, bits = 2 * lane, 2 * bits
    return rows


def together(parts: Sequence[Words]) -> Words:
    """The words of several lots of ballots behind one another; a word that one lot does without is zero."""
    most = max(map(len, parts), default=1)
    nobody = np.zeros(0, np.uint64)
    return tuple(np.concatenate([nobody, *(_word_at(words, at) for words in parts)]) for at in range(most))


def _word_at(words: Words, at: int) -> Rows:
    return words[at] if at < len(words) else np.zeros(len(words[0]), np.uint64)
