"""Piles: ballots that say the same, put together."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from alongside.refusal import BadInput


@attrs.frozen(order=True)
class Pile:
    """Ballots that say the same: the candidates' numbers, first preference first, and how many ballots said so.

    ``ranks`` holds the rank of each preference where they are not simply 1, 2, 3 …: two may share one, and one
    may be left empty. It never falls from one preference to the next; those that share a rank stand by number.
    """

    preferences: tuple[int, ...]
    ballots: int
    ranks: tuple[int, ...] = ()

    @property
    def by_rank(self) -> tuple[tuple[int, ...], ...]:
        """Who stands at each rank, from the first to the last that is marked; nobody where one is left empty."""
        if not self.ranks:
            return tuple((number,) for number in self.preferences)
        places: list[list[int]] = [[] for _ in range(max(self.ranks))]
        for number, rank in zip(self.preferences, self.ranks, strict=True):
            places[rank - 1].append(number)
        return tuple(map(tuple, places))

    @property
    def has_gap(self) -> bool:
        """True if a rank is left empty before a later preference."""
        return bool(self.ranks) and len(set(self.ranks)) < self.ranks[-1]

    @property
    def has_shared_rank(self) -> bool:
        """True if two candidates stand at one rank."""
        return len(set(self.ranks)) < len(self.ranks)

    def without(self, gone: frozenset[int]) -> Pile:
        """The same ballots as if nobody had marked those who are gone; their ranks are closed up."""
        if gone.isdisjoint(self.preferences):
            return self
        kept = [(place, [number for number in place if number not in gone]) for place in self.by_rank]
        return ranked([left for place, left in kept if left or not place], self.ballots)


def ranked(places: Iterable[Iterable[int]], ballots: int) -> Pile:
    """Put together a pile from who stands at each rank; an empty place is a rank that was left empty."""
    marked = [(number, rank) for rank, place in enumerate(places, 1) for number in sorted(place)]
    preferences, ranks = tuple(number for number, _ in marked), tuple(rank for _, rank in marked)
    return Pile(preferences, ballots, () if ranks == tuple(range(1, len(ranks) + 1)) else ranks)


class ManyPiles(Sequence[Pile], ABC):
    """Piles too many to be held one by one: plain orders, read and checked together, unpacked when asked for.

    No two of them say the same.
    """

    @property
    @abstractmethod
    def ballots(self) -> int:
        """How many ballots there are, empty ones too."""

    @property
    @abstractmethod
    def without_preference(self) -> int:
        """How many ballots rank nobody."""


def check_pile(pile: Pile, candidates: int, where: str = "") -> None:
    """Refuse a pile without ballots, or one that ranks a candidate who is unknown or is ranked already."""
    if pile.ballots < 1:
        raise BadInput(
            f"{pile.ballots} ballots stand on one line", where=where, remedy="Give a whole number from 1."
        )
    unknown = [number for number in pile.preferences if not 1 <= number <= candidates]
    if unknown:
        raise BadInput(
            f"a ballot ranks candidate {unknown[0]}",
            where=where,
            remedy=f"The candidates are numbered from 1 to {candidates}.",
        )
    if len(set(pile.preferences)) < len(pile.preferences):
        twice = next(number for number in pile.preferences if pile.preferences.count(number) > 1)
        raise BadInput(
            f"a ballot ranks candidate {twice} more than once",
            where=where,
            remedy="Rank each candidate once on a ballot.",
        )


def distinct(piles: Iterable[Pile]) -> Iterable[Pile]:
    """Each pile once, by what it is in memory: readers hand over one for many lines that say the same."""
    return {id(pile): pile for pile in piles}.values()


def grouped(piles: Iterable[Pile]) -> tuple[Pile, ...]:
    """Put alike ballots on one pile, in an order that tells nothing of how they came in; leave out empty ones."""
    # Held while they are counted, for what is thrown away would leave its place in memory to another.
    held = list(piles)
    times = Counter(map(id, held))
    totals: Counter[tuple[tuple[int, ...], tuple[int, ...]]] = Counter()
    for pile in distinct(held):
        totals[pile.preferences, pile.ranks] += pile.ballots * times[id(pile)]
    return tuple(Pile(said, totals[said, ranks], ranks) for said, ranks in sorted(totals) if said)
