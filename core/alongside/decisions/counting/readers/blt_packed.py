"""Reading large ``.blt`` files in blocks of bytes: what is plain in them at once, the rest line by line elsewhere.

A file is read this way if it is large, its ballots are plain numbers in order (no shared or empty rank, no
comment among them), and a ballot's preferences fit into 64 bits. Whatever is not so, mistakes too, is left to the
reader of lines, which also names the wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray

from alongside.decisions.counting.packed import Many, Packed, Rows, distinct, names_somebody_twice

BLOCK = 1 << 18
"""Bytes read at once: what is worked out of them stays near the processor, in memory that is used again."""
LONGEST_NUMBER = 12
"""Digits of a number; longer ones are a mistake."""

_HEAD = re.compile(rb"(?:\s*(?:#[^\n]*)?\n)*[ \t]*([0-9]{1,4})[ \t]+[0-9]{1,6}[ \t]*(?:#[^\n]*)?\r?\n")
_NOT_A_BALLOT = re.compile(rb"\s*(?:#|-)[^\n]*\n")


class NotPlain(Exception):
    """This file is for the reader of lines."""


@attrs.frozen
class Parts:
    """A file in three: what stands before the ballots, the ballots, what stands after them."""

    head: str
    ballots: Packed
    tail: str


def parts(path: Path) -> Parts:
    """Read a file in blocks.

    Raises:
        NotPlain: where the file is for the reader of lines.
        OSError: where it cannot be read.
    """
    _keep_memory()
    with path.open("rb") as file:
        start = file.read(BLOCK)
        found = _HEAD.match(start.removeprefix(b"\xef\xbb\xbf"))
        if not found:
            raise NotPlain
        begin = found.end() + (3 if start.startswith(b"\xef\xbb\xbf") else 0)
        while more := _NOT_A_BALLOT.match(start, begin):
            begin = more.end()
        reading = _Reading(int(found[1]))
        for block, beyond in _blocks(file, start[begin:]):
            if reading.take(block):
                tail = reading.rest + beyond + file.read()
                break
        else:
            raise NotPlain
    try:
        return Parts(start[:begin].decode("utf-8-sig"), reading.packed(), tail.decode())
    except UnicodeDecodeError:
        raise NotPlain from None


def _keep_memory() -> None:
    """Have the C library keep the memory of a block for the next one.

    It hands pieces this large back to the system each time, and asking again for each page costs more than all
    the reading. Having freed a larger piece once, untouched, it keeps what is smaller (glibc; no harm elsewhere).
    """
    np.empty(31 << 20, np.uint8)


def _blocks(file: BufferedReader, start: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The file from there on in blocks of whole lines, each with what was read beyond it."""
    kept, more = start, start
    while kept or more:
        more = file.read(BLOCK)
        end = kept.rfind(b"\n") + 1 if more else len(kept)
        block, kept = kept[:end], kept[end:] + more
        if block:
            yield block, kept


class _Reading:
    """Ballots read so far; ``rest`` is what stands behind their end in the last block."""

    def __init__(self, candidates: int) -> None:
        self.candidates = candidates
        self.bits = candidates.bit_length()
        self.rest = b""
        self._rows: list[Rows] = []
        self._many: list[Many] = []

    def packed(self) -> Packed:
        """All ballots, alike ones together."""
        ballots = distinct(self._rows, self._many, self.bits)
        if names_somebody_twice(ballots):
            raise NotPlain
        return ballots

    def take(self, block: bytes) -> bool:
        """Read a block of lines; True if the line that ends the ballots stands in it."""
        try:
            self._read(block)
        except NotPlain:
            # Looked for only now: in most blocks nothing but ballots stands, each word after one space.
            end, behind = _end_of(block)
            self.rest = block[behind:]
            if end:
                self._read(_spaced_once(block[:end]))
            return behind <= len(block)
        return False

    def _read(self, block: bytes) -> None:
        signs = np.frombuffer(block, np.uint8)
        ends = np.flatnonzero(signs < ord("0"))
        between = signs[ends]
        lasts = np.flatnonzero(between != ord(" "))
        if not len(lasts) or signs.max() > ord("9") or (between[lasts] != ord("\n")).any():
            raise NotPlain
        lengths = np.diff(ends, prepend=-1) - 1
        firsts = np.concatenate(([0], lasts[:-1] + 1))
        sizes = lasts - firsts + 1
        if lengths.min() < 1 or sizes.min() < 2 or (sizes.max() - 2) * self.bits > 64 or lasts[-1] + 1 < len(ends):
            raise NotPlain
        if lengths.max() > LONGEST_NUMBER:
            raise NotPlain
        values = (signs[ends - 1] - ord("0")).astype(np.uint64)
        many = self._many_of(signs, ends[firsts], lengths[firsts], values[firsts])
        lengths[firsts] = 1
        _add_digits(values, signs, ends, lengths)
        values[firsts] = 1
        # The zero that ends a line is its only one, and every other number but the first is a candidate's.
        if np.count_nonzero(values) != len(values) - len(lasts) or values[lasts].any():
            raise NotPlain
        if values.max() > self.candidates or lengths[lasts].max() > 1:
            raise NotPlain
        values[firsts] = 0
        shifts = np.arange(0, len(values) * self.bits, self.bits)
        shifts -= np.repeat((firsts + 1) * self.bits, sizes)
        shifts[firsts] = 0
        self._keep(np.add.reduceat(np.left_shift(values, shifts.view(np.uint64)), firsts), many)

    def _keep(self, rows: Rows, many: Many | None) -> None:
        """Keep rows, and how many ballots each stands for; nothing of that while it is one everywhere."""
        if many is not None and not self._many:
            self._many = [np.ones(len(earlier), np.int64) for earlier in self._rows]
        if many is not None or self._many:
            self._many.append(np.ones(len(rows), np.int64) if many is None else many)
        self._rows.append(rows)

    def _many_of(
        self, signs: NDArray[np.uint8], ends: NDArray[np.intp], lengths: NDArray[np.intp], values: Rows
    ) -> Many | None:
        """How many ballots each line stands for; nothing where it is one everywhere."""
        if int(lengths.max()) == 1 and bool((values == 1).all()):
            return None
        _add_digits(values, signs, ends, lengths)
        if not values.all():
            raise NotPlain
        return values.astype(np.int64)


def _add_digits(values: Rows, signs: NDArray[np.uint8], ends: NDArray[np.intp], lengths: NDArray[np.intp]) -> None:
    """Add what the digits before the last one are worth."""
    longer, power = np.flatnonzero(lengths > 1), 1
    while len(longer) and power < LONGEST_NUMBER:
        digits = signs[ends[longer] - power - 1] - ord("0")
        values[longer] += digits.astype(np.uint64) * np.uint64(10**power)
        power += 1
        longer = longer[lengths[longer] > power]


def _end_of(block: bytes) -> tuple[int, int]:
    """Where the ballots end in a block and what is behind them begins; behind the block where they go on."""
    for mark in (b"0\n", b"0\r\n"):
        if block.startswith(mark):
            return 0, len(mark)
        at = block.find(b"\n" + mark)
        if at >= 0:
            return at + 1, at + 1 + len(mark)
    return len(block), len(block) + 1


def _spaced_once(block: bytes) -> bytes:
    """The same lines with one space between words, and no empty ones."""
    block = block.replace(b"\r\n", b"\n") if b"\r" in block else block
    block = block.replace(b"\t", b" ") if b"\t" in block else block
    for twice, once in ((b"  ", b" "), (b" \n", b"\n"), (b"\n ", b"\n"), (b"\n\n", b"\n")):
        while twice in block:
            block = block.replace(twice, once)
    block = block.lstrip(b" \n")
    return block if block.endswith(b"\n") else block + b"\n"
