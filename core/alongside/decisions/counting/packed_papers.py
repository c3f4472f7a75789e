"""The papers of a Scottish STV count where there are very many, in parcels of rows side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from alongside.decisions.counting.packed import Batch, Packed, one_batch
from alongside.decisions.counting.packing import Words

Parcel: TypeAlias = tuple[Batch, int]
"""Papers, each as far as it is still to be read, and the value that each of them has."""


class PackedPapers:
    """Papers in parcels, in everybody's hands. Whoever moves papers makes new parcels of them."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        self._bits, self._last = np.uint64(packed.bits), np.uint64((1 << packed.bits) - 1)
        self._hands: dict[int, list[Parcel]] = {}

    def deal(self, continuing: set[int], value: int) -> dict[int, int]:
        """Give each paper to the first on it who stands."""
        return self._hand_out([(batch, value) for batch in self._packed.batches], continuing)

    def move(self, giver: int, continuing: set[int], change: Callable[[int], int]) -> dict[int, int]:
        """Move somebody's papers, each at its value changed."""
        changed: dict[int, list[Batch]] = {}
        for batch, value in self._hands.pop(giver, []):
            changed.setdefault(change(value), []).append(batch)
        moved = [(one_batch(batches), value) for value, batches in changed.items()]
        return self._hand_out(
            [(Batch(self._beyond(all_.words), all_.many), value) for all_, value in moved], continuing
        )

    def _hand_out(self, parcels: Iterable[Parcel], continuing: set[int]) -> dict[int, int]:
        """Give each paper to the next on it who stands; 0 stands for nobody."""
        got: dict[int, int] = {}
        gone = np.ones(1 << int(self._bits), bool)
        gone[[0, *continuing]] = False  # whoever reaches the end of a ballot stays there
        for batch, value in parcels:
            for number, papers in self._parted(Batch(self._at_next(batch.words, gone), batch.many)):
                got[number] = got.get(number, 0) + int(papers.many.sum()) * value
                if number:
                    self._hands.setdefault(number, []).append((papers, value))
        return got

    def _at_next(self, words: Words, gone: NDArray[np.bool_]) -> Words:
        """What is left to be read of each row from the first on it who is not gone."""
        moving = np.flatnonzero(gone.take(self._first(words)))
        words = tuple(word.copy() for word in words) if len(moving) else words
        while len(moving):
            some = self._beyond(tuple(word.take(moving) for word in words))
            for word, left in zip(words, some, strict=True):
                word[moving] = left
            moving = moving.take(np.flatnonzero(gone.take(self._first(some))))
        return words

    def _first(self, words: Words) -> NDArray[np.int64]:
        return (words[0] & self._last).view(np.int64)

    def _beyond(self, words: Words) -> Words:
        """What is left of each row after one more preference; where a word has ended, the next moves up."""
        first, *others = words[0] >> self._bits, *(word.copy() for word in words[1:])
        if others:
            ended = np.flatnonzero(first == 0)
            for word, following in pairwise([first, *others]):
                word[ended] = following[ended]
            others[-1][ended] = 0
        return first, *others

    def _parted(self, batch: Batch) -> Iterator[tuple[int, Batch]]:
        """The rows by whoever stands first on each."""
        to = self._first(batch.words).astype(np.uint16 if self._bits > 8 else np.uint8)
        order = np.argsort(to, kind="stable")  # so small numbers are sorted by counting them
        ordered, to = batch.take(order), to.take(order)
        starts = np.flatnonzero(np.diff(to, prepend=to[:1] + 1)).tolist()
        for start, end in pairwise([*starts, len(to)]):
            yield int(to[start]), ordered[start:end]

    def copy(self) -> PackedPapers:
        """The same papers, which may go on in another way."""
        other = PackedPapers(self._packed)
        other._hands = {number: list(parcels) for number, parcels in self._hands.items()}
        return other

    def held_by(self, numbers: Sequence[int]) -> object:
        """All that the papers in these hands are."""
        return [(number, sorted(_by_value(self._hands.get(number, [])))) for number in numbers]


def _by_value(parcels: Iterable[Parcel]) -> Iterator[tuple[int, list[bytes]]]:
    """The papers of each value, whatever parcels they came in."""
    values: dict[int, list[Batch]] = {}
    for batch, value in parcels:
        values.setdefault(value, []).append(batch)
    for value, batches in values.items():
        papers = one_batch(batches).distinct()
        yield value, [part.tobytes() for part in (*papers.words, papers.many)]
