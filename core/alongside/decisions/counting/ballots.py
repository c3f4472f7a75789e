"""What is counted: an election with its ballots, alike ones grouped, as frozen values without a name in them.

Candidates are known by their number, from 1, in the order of the ballot paper.
"""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cached_property

import attrs

from alongside.decisions.counting.piles import ManyPiles, Pile, check_pile, distinct, grouped, ranked
from alongside.refusal import BadInput

__all__ = [
    "Contest",
    "Election",
    "Kind",
    "ManyPiles",
    "Pile",
    "check_names",
    "check_pile",
    "check_seats",
    "fingerprint",
    "grouped",
    "names_of",
    "ranked",
]


class Kind(Enum):
    """What a ballot says, in the words of a sentence about a file."""

    RANKS = "candidates in order"
    TICKS = "ticks"
    SCORES = "scores"
    CHOICES = "choices"
    PROJECTS = "projects with their costs"


@attrs.frozen(kw_only=True)
class Contest(ABC):
    """What every file of ballots holds, whatever its ballots say: who stands, for how many places.

    ``source`` names the file. Each kind of ballots has a class of its own on top, which counts its ballots.

    Raises:
        BadInput: where there is no seat, or two candidates have one name.
    """

    title: str = ""
    candidates: tuple[str, ...]
    seats: int = 1
    source: str = attrs.field(default="", eq=False)
    kind: Kind = Kind.RANKS

    def __attrs_post_init__(self) -> None:
        """Check what a count relies on."""
        check_seats(self.seats, self.source)
        check_names(self.candidates, self.source)

    @property
    def standing(self) -> tuple[int, ...]:
        """The numbers of the candidates who can be elected."""
        return tuple(range(1, len(self.candidates) + 1))

    @property
    @abstractmethod
    def ballots(self) -> int:
        """How many ballots there are, empty ones too."""

    def name(self, number: int) -> str:
        """The name of a candidate."""
        return self.candidates[number - 1]

    def named(self, numbers: Iterable[int]) -> list[str]:
        """The names of candidates, in the order given."""
        return [self.name(number) for number in numbers]


@attrs.frozen(kw_only=True)
class Election(Contest):
    """One election as it was voted, by ranking candidates or by ticking them.

    Raises:
        BadInput: where there is no seat, no candidate is left, two have one name, or a ballot ranks somebody
            unknown or twice.
    """

    piles: tuple[Pile, ...] | ManyPiles
    withdrawn: frozenset[int] = frozenset()

    def __attrs_post_init__(self) -> None:
        """Check what a count relies on."""
        super().__attrs_post_init__()
        known = range(1, len(self.candidates) + 1)
        if self.withdrawn.issuperset(known):
            raise BadInput(
                "every candidate is withdrawn", where=self.source, remedy="Leave at least one to be counted."
            )
        for pile in distinct(self._read_one_by_one):
            check_pile(pile, len(self.candidates), self.source)

    @property
    def standing(self) -> tuple[int, ...]:
        """The numbers of the candidates who can be elected."""
        return tuple(n for n in range(1, len(self.candidates) + 1) if n not in self.withdrawn)

    @property
    def ballots(self) -> int:
        """How many ballots there are, empty ones too."""
        if isinstance(self.piles, ManyPiles):
            return self.piles.ballots
        return sum(pile.ballots for pile in self.piles)

    @property
    def _read_one_by_one(self) -> tuple[Pile, ...]:
        """The piles that may hold anything; those read together are plain."""
        return () if isinstance(self.piles, ManyPiles) else self.piles

    @property
    def gaps(self) -> int:
        """How many ballots left a rank empty before a later preference, once the withdrawn are off them."""
        return sum(pile.ballots for pile in self._odd if pile.has_gap)

    @property
    def shared_ranks(self) -> int:
        """How many ballots gave one rank to two candidates who stand."""
        return sum(pile.ballots for pile in self._odd if pile.has_shared_rank)

    @property
    def _odd(self) -> tuple[Pile, ...]:
        """The piles that do not simply say one after the other; none of those read together are so."""
        return () if isinstance(self.piles, ManyPiles) else tuple(pile for pile in self.marked if pile.ranks)

    @cached_property
    def marked(self) -> tuple[Pile, ...]:
        """The ballots without withdrawn candidates, ranks as they were marked: grouped, sorted, none empty."""
        if not self.withdrawn:
            return grouped(self.piles)
        return grouped(pile.without(self.withdrawn) for pile in self.piles)

    @cached_property
    def counted(self) -> tuple[Pile, ...]:
        """The ballots as a single transferable vote reads them: grouped, sorted, none empty.

        Ranks left empty are closed up. Where two candidates share a rank nobody can tell who is meant next, so
        the ballot ends before it, as an order of election for the single transferable vote has it.
        """
        if not any(pile.ranks for pile in self.marked):
            return self.marked  # plain orders, as nearly all are
        return grouped(Pile(_certain(pile), pile.ballots) for pile in self.marked)

    @cached_property
    def ticked(self) -> tuple[Pile, ...]:
        """The ballots as ticks: whoever stands at any rank is ticked, alone there or not. None is empty."""
        if not any(pile.ranks for pile in self.marked):
            return self.marked
        return grouped(Pile(pile.preferences, pile.ballots) for pile in self.marked)

    @property
    def empty_ballots(self) -> int:
        """How many ballots have no preference that can be counted by a single transferable vote."""
        if isinstance(self.piles, ManyPiles) and not self.withdrawn:
            return self.piles.without_preference
        return self.ballots - sum(pile.ballots for pile in self.counted)

    @property
    def unmarked(self) -> int:
        """How many ballots mark nobody who stands."""
        return self.ballots - sum(pile.ballots for pile in self.marked)


def _certain(pile: Pile) -> tuple[int, ...]:
    """The preferences before the first rank that two candidates share."""
    if not pile.has_shared_rank:
        return pile.preferences
    shared = next(rank for rank, times in Counter(pile.ranks).items() if times > 1)
    return pile.preferences[: pile.ranks.index(shared)]


def check_seats(seats: int, where: str = "") -> None:
    """Refuse an election without a seat to fill."""
    if seats < 1:
        raise BadInput(
            f"{seats} seats cannot be filled", where=where, remedy="Give a whole number of seats from 1."
        )


def check_names(candidates: tuple[str, ...], where: str = "") -> None:
    """Refuse candidates who could not be told apart: a result names each of them."""
    # Figures are told by name, and a lot is drawn by name.
    for name, times in Counter(candidates).items():
        if times > 1:
            raise BadInput(
                f"{times} candidates are called “{name}”", where=where, remedy="Add what tells them apart."
            )


def fingerprint(election: Election) -> str:
    """Sixteen hexadecimal digits that any change of a counted ballot changes, and no order or name does."""
    lines = [f"{pile.ballots} {' '.join(map(str, pile.preferences))}" for pile in election.counted]
    return hashlib.sha256("\n".join([str(election.seats), *lines]).encode()).hexdigest()[:16]


def names_of(election: Contest, numbers: Sequence[int]) -> str:
    """The names of candidates as a sentence says them: “Ann, Bo and Cy”."""
    names = election.named(numbers)
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
