"""The papers of a Scottish STV count: who holds which, and what they are worth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from alongside.decisions.counting.ballots import Election, ManyPiles, Pile

Parcel = tuple[tuple[int, ...], int, int]
"""Alike papers in one candidate's hands: the preferences from there on, how many, and each one's value."""


class Papers(Protocol):
    """Papers that can be dealt and moved; values are in hundred-thousandths of a vote, 0 stands for nobody."""

    def deal(self, continuing: set[int], value: int) -> dict[int, int]:
        """Give each paper, at its first value, to the first on it who stands; say what that is worth to whom."""

    def move(self, giver: int, continuing: set[int], change: Callable[[int], int]) -> dict[int, int]:
        """Give somebody's papers, each at its value changed, to the next on it who stands; say what to whom."""

    def copy(self) -> Papers:
        """The same papers, which may go on in another way."""

    def held_by(self, numbers: Sequence[int]) -> object:
        """All that the papers in these hands are, for telling one state from another."""


def papers_of(election: Election) -> Papers:
    """The papers of an election: side by side where there are very many, else in parcels."""
    if isinstance(election.piles, ManyPiles):
        from alongside.decisions.counting.packed import Packed  # numpy takes its time to load
        from alongside.decisions.counting.packed_papers import PackedPapers  # the same

        if isinstance(election.piles, Packed):
            return PackedPapers(election.piles)
    return Parcels(election.counted)


class Parcels:
    """Papers in parcels of alike ones, in everybody's hands."""

    def __init__(self, piles: Sequence[Pile]) -> None:
        self._piles = piles
        self._hands: dict[int, list[Parcel]] = {}

    def deal(self, continuing: set[int], value: int) -> dict[int, int]:
        """Give each paper to the first on it who stands."""
        return self._hand_out([(pile.preferences, pile.ballots, value) for pile in self._piles], continuing)

    def move(self, giver: int, continuing: set[int], change: Callable[[int], int]) -> dict[int, int]:
        """Move somebody's papers, each at its value changed."""
        held = self._hands.pop(giver, [])
        return self._hand_out([(said, papers, change(value)) for said, papers, value in held], continuing)

    def _hand_out(self, parcels: list[Parcel], continuing: set[int]) -> dict[int, int]:
        hands = {number: self._hands.setdefault(number, []) for number in continuing}
        got = dict.fromkeys((0, *continuing), 0)
        for said, papers, value in parcels:
            for place, number in enumerate(said):
                if number in hands:
                    got[number] += papers * value
                    hands[number].append((said[place:], papers, value))
                    break
            else:
                got[0] += papers * value
        return {number: votes for number, votes in got.items() if votes}

    def copy(self) -> Parcels:
        """The same papers, which may go on in another way."""
        other = Parcels(self._piles)
        other._hands = {number: list(parcels) for number, parcels in self._hands.items()}
        return other

    def held_by(self, numbers: Sequence[int]) -> object:
        """All that the papers in these hands are."""
        return [sorted(self._hands.get(number, ())) for number in numbers]
