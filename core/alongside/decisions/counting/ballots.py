"""What is counted: an election with its ballots, alike ones grouped, as frozen values without a name in them.

Candidates are known by their number, from 1, in the order of the ballot paper.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

import attrs

from alongside.refusal import BadInput


@attrs.frozen(order=True)
class Pile:
    """Ballots that say the same: the candidates' numbers, first preference first, and how many ballots said so."""

    preferences: tuple[int, ...]
    ballots: int


@attrs.frozen(kw_only=True)
class Election:
    """One election as it was voted.

    ``gaps`` is how many ballots left a rank empty before a later preference; ``source`` names the file.

    Raises:
        BadInput: where there is no seat, no candidate is left, two have one name, or a ballot ranks somebody
            unknown or twice.
    """

    title: str = ""
    candidates: tuple[str, ...]
    seats: int
    piles: tuple[Pile, ...]
    withdrawn: frozenset[int] = frozenset()
    gaps: int = 0
    source: str = attrs.field(default="", eq=False)

    def __attrs_post_init__(self) -> None:
        """Check what a count relies on."""
        check_seats(self.seats, self.source)
        check_names(self.candidates, self.source)
        known = range(1, len(self.candidates) + 1)
        if self.withdrawn.issuperset(known):
            raise BadInput(
                "every candidate is withdrawn", where=self.source, remedy="Leave at least one to be counted."
            )
        for pile in set(self.piles):
            check_pile(pile, len(self.candidates), self.source)

    @property
    def standing(self) -> tuple[int, ...]:
        """The numbers of the candidates who can be elected."""
        return tuple(n for n in range(1, len(self.candidates) + 1) if n not in self.withdrawn)

    @cached_property
    def counted(self) -> tuple[Pile, ...]:
        """The valid ballots without withdrawn candidates: grouped, sorted, none empty."""
        return grouped(
            Pile(tuple(n for n in pile.preferences if n not in self.withdrawn), pile.ballots)
            for pile in self.piles
        )

    @property
    def empty_ballots(self) -> int:
        """How many ballots have no preference that can be counted."""
        return sum(pile.ballots for pile in self.piles) - sum(pile.ballots for pile in self.counted)

    def name(self, number: int) -> str:
        """The name of a candidate."""
        return self.candidates[number - 1]


def check_seats(seats: int, where: str = "") -> None:
    """Refuse an election without a seat to fill."""
    if seats < 1:
        raise BadInput(
            f"{seats} seats cannot be filled", where=where, remedy="Give a whole number of seats from 1."
        )


def check_names(candidates: tuple[str, ...], where: str = "") -> None:
    """Refuse candidates who could not be told apart: a result names each of them."""
    for name, times in Counter(candidates).items():
        if times > 1:
            raise BadInput(
                f"{times} candidates are called “{name}”", where=where, remedy="Add what tells them apart."
            )


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


def grouped(piles: Iterable[Pile]) -> tuple[Pile, ...]:
    """Put alike ballots on one pile, in an order that tells nothing of how they came in; leave out empty ones."""
    totals: Counter[tuple[int, ...]] = Counter()
    for pile in piles:
        totals[pile.preferences] += pile.ballots
    return tuple(Pile(preferences, totals[preferences]) for preferences in sorted(totals) if preferences)


def fingerprint(election: Election) -> str:
    """Sixteen hexadecimal digits that any change of a counted ballot changes, and no order or name does."""
    lines = [f"{pile.ballots} {' '.join(map(str, pile.preferences))}" for pile in election.counted]
    return hashlib.sha256("\n".join([str(election.seats), *lines]).encode()).hexdigest()[:16]
