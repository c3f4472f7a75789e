"""Counts that a tie may stop: played with a lot, or every way that lots can fall followed.

Ways that meet again at the same state of the table are followed once, so what costs is not how many orders there
are but how many different states they lead to. Of candidates of whom the ballots say just the same, as where each
of many people ranks only herself, one is tried for all: what holds for her holds for each.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from math import comb, prod
from typing import Generic, Protocol, TypeVar

import attrs

from alongside.decisions.counting.ballots import Election, fingerprint
from alongside.decisions.counting.lots import Lot, draw
from alongside.decisions.counting.rule import MOST_SETS, over, too_many

MOST_STATES = 10_000
"""More states than this are not followed: the tie is refused, and a lot asked for."""


class Counting(Protocol):
    """A count under way that stops wherever a lot is needed."""

    @property
    def stage(self) -> int:
        """The number of the stage that is being ended."""

    @property
    def purpose(self) -> str:
        """What a lot would decide now."""

    @property
    def lowest_goes(self) -> bool:
        """True if a lot would decide who is excluded, so that it falls on the last in its order."""

    @property
    def winners(self) -> tuple[int, ...]:
        """Who is elected so far."""

    def until_a_lot(self) -> frozenset[int]:
        """Go on until a lot is needed, and say between whom; nobody where the count is over."""

    def go_on(self, giver: int) -> None:
        """Go on with the one whom the lot names."""

    def stop_at_the_tie(self) -> None:
        """Write down the stage that a tie stopped, as it stands."""

    def worth_trying(self, tied: frozenset[int]) -> frozenset[int]:
        """Of the tied, those whose turn can make a difference."""

    def state(self) -> object:
        """All that what comes next depends on; two counts with equal states end alike."""


class Copied(Counting, Protocol):
    """A count that can be followed in two ways."""

    def copy(self: T) -> T:
        """The same count, which may go on in another way."""


T = TypeVar("T", bound=Copied)


@attrs.frozen(kw_only=True)
class Played(Generic[T]):
    """A count that is over, or that has come as far as a tie lets it.

    ``winners`` are elected whatever happens; ``sets`` are the sets of winners that lots may lead to, and none
    where there is no tie or a lot has parted it. Where a lot was ``thrown``, it is the ``seed`` of all ``lots``.
    """

    table: T
    lots: tuple[Lot, ...]
    seed: str
    thrown: bool = False
    winners: tuple[int, ...]
    sets: tuple[tuple[int, ...], ...] = ()


def play(lay_out: Callable[[Election], T], election: Election, lot: str) -> Played[T]:
    """Count with a lot, or without one as far as no tie matters to who is elected.

    Where lots fall but lead to the same winners, they are drawn by the ballots' own fingerprint.

    Raises:
        BadInput: where there are too many ways in which lots may fall.
    """
    table = lay_out(election)
    tied = table.until_a_lot()
    if tied and not lot:
        possible = possible_winners(table, tied, alike(election), election.source)
        if len(possible) > 1:
            table.stop_at_the_tie()
            winners, sets = over(possible)
            return Played(table=table, lots=(), seed="", winners=winners, sets=sets)
    return drawn(table, tied, election, lot)


def drawn(table: T, tied: frozenset[int], election: Election, lot: str) -> Played[T]:
    """Go on from a tie to the end, drawing every lot; by the ballots' fingerprint where nothing was thrown."""
    seed, lots = lot or (fingerprint(election) if tied else ""), list[Lot]()
    while tied:
        lots.append(draw(seed, table.stage, tied, table.purpose, election.name, last=table.lowest_goes))
        table.go_on(lots[-1].drawn)
        tied = table.until_a_lot()
    return Played(table=table, lots=tuple(lots), seed=seed, thrown=bool(lot), winners=table.winners)


def alike(election: Election) -> tuple[frozenset[int], ...]:
    """Candidates of whom the ballots say just the same, several together: nobody ranks them beside others.

    Each of some is the only one on equally many ballots, or no ballot has any of them.
    """
    named, alone = Counter[int](), Counter[int]()
    for pile in election.marked:
        named.update(set(pile.preferences))
        alone.update({pile.preferences[0]: pile.ballots} if len(pile.preferences) == 1 and not pile.ranks else {})
    same: dict[int, set[int]] = {}
    for number in election.standing:
        if named[number] == (number in alone):
            same.setdefault(alone[number], set()).add(number)
    return tuple(frozenset(some) for some in same.values() if len(some) > 1)


def possible_winners(
    stopped: T, between: frozenset[int], same: Sequence[frozenset[int]] = (), where: str = ""
) -> list[frozenset[int]]:
    """Every set of winners that lots may lead to, from a count that a tie ``between`` some has stopped.

    Of each of ``same``, candidates who are alike, one is tried for all.

    Raises:
        BadInput: where there are too many ways to follow, or too many sets.
    """
    return sorted(_each_for_each(_reached(stopped, between, same, where), same, where), key=sorted)


def _each_for_each(found: set[frozenset[int]], same: Sequence[frozenset[int]], where: str) -> set[frozenset[int]]:
    """The sets of winners in which others who are alike have the places of those who were tried."""
    # Two that differ only in who of those alike was tried stand for the same sets.
    found = set({(one.difference(*same), *(len(one & some) for some in same)): one for one in found}.values())
    if sum(prod(comb(len(some), len(one & some)) for some in same) for one in found) > MOST_SETS:
        raise too_many(f"more than {MOST_SETS:,} sets of winners are possible", where)
    for some in same:
        found = {(one - some).union(more) for one in found for more in combinations(some, len(one & some))}
    return found


def _reached(
    stopped: T, between: frozenset[int], same: Sequence[frozenset[int]], where: str
) -> set[frozenset[int]]:
    found: set[frozenset[int]] = set()
    seen: set[object] = set()
    todo = [(stopped, between)]
    while todo:
        table, tied = todo.pop()
        if not tied:
            found.add(frozenset(table.winners))
        others = {number for some in same for number in sorted(some & tied)[1:]}
        for one in table.worth_trying(tied) - others if tied else ():
            other = table.copy()
            other.go_on(one)
            rest = other.until_a_lot()
            # After the run to its next tie, for ways that meet there have nothing between them any more.
            if (state := other.state()) not in seen:
                seen.add(state)
                todo.append((other, rest))
            if len(seen) > MOST_STATES:
                raise too_many("ties can be drawn in too many ways to follow them all", where)
    return found


def order(votes: Iterable[Mapping[int, int]], numbers: Sequence[int]) -> tuple[int, ...]:
    """The places of some candidates by how they stood at stages, those that are looked at first first.

    It is all of the past that parts a tie: who has the fewest, or the most, at the first stage that parts some of
    the tied from others, and among those at the next.
    """
    stages = tuple(votes)
    stood = {number: tuple(one[number] for one in stages) for number in numbers}
    places = {row: place for place, row in enumerate(sorted(set(stood.values())))}
    return tuple(places[stood[number]] for number in numbers)


def digest(papers: object) -> bytes:
    """What stands for papers in a state: there may be many, and many states are held at once."""
    return hashlib.sha256(repr(papers).encode()).digest()
