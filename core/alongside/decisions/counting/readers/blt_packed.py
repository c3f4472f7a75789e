"""Reading large ``.blt`` files in blocks of bytes: what is plain in them at once, the rest line by line elsewhere.

A file is read this way if it is large, its ballots are plain numbers in order (no shared or empty rank, no
comment among them), and no ballot has very many preferences. Whatever is not so, mistakes too, is left to the
reader of lines, which also names the wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

import attrs
import numpy as np

from alongside.decisions.counting.packed import Packed
from alongside.decisions.counting.packing import packed, places
from alongside.decisions.counting.ranked_twice import names_somebody_twice
from alongside.decisions.counting.readers.blt_numbers import NotPlain, lines
from alongside.decisions.counting.tally import MOST, Tally

BLOCK = 1 << 18
"""Bytes read at once: what is worked out of them stays near the processor, in memory that is used again."""
MOST_WORDS = 8
"""Words of 64 bits for the preferences of one ballot; a longer one would make all others long as well."""

_HEAD = re.compile(rb"(?:\s*(?:#[^\n]*)?\n)*[ \t]*([0-9]{1,4})[ \t]+[0-9]{1,6}[ \t]*(?:#[^\n]*)?\r?\n")
_NOT_A_BALLOT = re.compile(rb"\s*(?:#|-)[^\n]*\n")


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
        self._candidates = candidates
        self._bits = candidates.bit_length()
        self._tally = Tally(self._bits)
        self.rest = b""

    def packed(self) -> Packed:
        """All ballots, alike ones together."""
        ballots = self._tally.packed()
        if ballots.ballots > MOST or names_somebody_twice(ballots):
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
        found = lines(block, self._candidates)
        if found.sizes.max() > MOST_WORDS * places(self._bits):
            raise NotPlain
        self._tally.add(packed(found, self._bits), found.many)


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
