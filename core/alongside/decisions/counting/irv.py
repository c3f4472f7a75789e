"""IRV: instant run-off for one place, also called the alternative vote.

Each ballot counts for the highest of its preferences who is still in. Whoever has more than half of the ballots
that still count wins; else the one with fewest goes, one a round, and the next round counts again. A tie for the
fewest goes by the latest earlier round that parts it, else by lot.

A rank left empty is passed over. A rank that two who are still in share is an overvote: once it is reached, the
ballot counts for nobody any more, and stays ended whoever goes later. A shared rank at which one alone is still
in when it is reached counts for her.

Source: the rule of the City of Burlington, Vermont (charter of 2005), as its published figures of 2009 follow it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from alongside.decisions.counting import telling_rounds
from alongside.decisions.counting.ballots import Election, Kind, Pile
from alongside.decisions.counting.every_lot import Played, digest, order, play
from alongside.decisions.counting.record import lot_facts
from alongside.decisions.counting.rule import Asking, Result, Rule, no_vote, one_place

NAME = "irv"


@attrs.frozen(kw_only=True)
class Round:
    """How the ballots stood in one round, and who went after it; ``exhausted`` count for nobody any more."""

    votes: Mapping[int, int]
    exhausted: int
    gone: tuple[int, ...] = ()


class Table:
    """An instant run-off under way."""

    purpose = "who goes"
    lowest_goes = True

    def __init__(self, election: Election) -> None:
        self.left = set(election.standing)
        self.votes = dict.fromkeys(election.standing, 0)
        self.piles: dict[int, list[Pile]] = {number: [] for number in election.standing}
        self.spent = self.overvotes = 0
        self.rounds: list[Round] = []
        self.winners: tuple[int, ...] = ()
        self._hand_out(election.marked)

    @property
    def stage(self) -> int:
        """The number of the round that is being ended."""
        return len(self.rounds) + 1

    def until_a_lot(self) -> frozenset[int]:
        """Go on until only a lot can say who goes, and say between whom; nobody where somebody has won."""
        while not (won := self._won()):
            tied = self.worth_trying(self._fewest())
            if len(tied) > 1:
                return tied
            self.go_on(min(tied))
        self.winners = (won,)
        self._write()
        return frozenset()

    def go_on(self, giver: int) -> None:
        """End the round: ``giver`` goes, and her ballots move on."""
        self._write(giver)
        self.left.discard(giver)
        piles, self.piles[giver] = self.piles[giver], []
        del self.votes[giver]
        self._hand_out(piles)

    def stop_at_the_tie(self) -> None:
        """Write down the round that a tie stopped, as it stands."""
        self._write()

    def copy(self) -> Table:
        """The same count, which may go on in another way."""
        # Not by __init__, which would hand all ballots out again.
        other = type(self).__new__(type(self))
        other.__dict__.update(self.__dict__)
        other.left, other.votes, other.rounds = set(self.left), dict(self.votes), list(self.rounds)
        other.piles = {number: list(piles) for number, piles in self.piles.items()}
        return other

    def worth_trying(self, tied: frozenset[int]) -> frozenset[int]:
        """Of the tied, those whose turn can make a difference to who wins."""
        if any(self.votes[number] for number in tied) or len(tied) == len(self.left):
            return tied
        # Those without a vote go one after the other, and no ballot moves: their order makes no difference.
        return frozenset({min(tied)})

    def state(self) -> object:
        """All that what comes next depends on: whose ballots are whose, and how those who are left stood."""
        left = sorted(self.left)
        rows = [self.votes, *(one.votes for one in reversed(self.rounds))]
        held = [sorted((pile.preferences, pile.ranks) for pile in self.piles[number]) for number in left]
        return tuple(left), self.winners, order(rows, left), digest(held)

    def _won(self) -> int:
        """Who has more than half of the ballots that count, or is the last; 0 where nobody has."""
        # Of equal ones any will do: two cannot both have more than half.
        most = max(self.left, key=lambda number: (self.votes[number], -number))
        return most if 2 * self.votes[most] > sum(self.votes.values()) or len(self.left) == 1 else 0

    def _fewest(self) -> frozenset[int]:
        tied = frozenset(self.left)
        for votes in [self.votes, *(one.votes for one in reversed(self.rounds))]:
            least = min(votes[number] for number in tied)
            tied = frozenset(number for number in tied if votes[number] == least)
            if len(tied) == 1:
                break
        return tied

    def _write(self, *gone: int) -> None:
        votes = MappingProxyType(dict(self.votes))
        self.rounds.append(Round(votes=votes, exhausted=self.spent + self.overvotes, gone=gone))

    def _hand_out(self, piles: list[Pile] | tuple[Pile, ...]) -> None:
        for pile in piles:
            # Each time from the first rank on: whoever has gone is in no place of it any more.
            reached = next((still for place in pile.by_rank if (still := self.left.intersection(place))), set())
            if len(reached) == 1:
                number = min(reached)
                self.piles[number].append(pile)
                self.votes[number] += pile.ballots
            elif reached:
                # In nobody's hands, it never moves again, even if one of the two goes later.
                self.overvotes += pile.ballots
            else:
                self.spent += pile.ballots


def count(election: Election, lot: str = "") -> Played[Table]:
    """Count the rounds; without a lot a tie that matters to who wins stays.

    Raises:
        BadInput: where there is more than one place, or no ballot says anything.
    """
    one_place(election, NAME)
    if not election.marked:
        raise no_vote(election)
    return play(Table, election, lot)


def _result(election: Election, asking: Asking) -> Result:
    played = count(election, asking.lot)
    return Result(
        rule=NAME,
        contest=election,
        winners=played.winners,
        tied=lambda: played.sets,
        figures=_figures(election, played),
        told=lambda width: telling_rounds.irv(election, played, width),
    )


def _figures(election: Election, played: Played[Table]) -> dict[str, object]:
    return {
        "rounds": [
            {
                "votes": {election.name(number): votes for number, votes in one.votes.items()},
                "exhausted": one.exhausted,
                "eliminated_after": election.named(one.gone),
            }
            for one in played.table.rounds
        ],
        "overvotes": played.table.overvotes,
        "ballots_with_gaps": election.gaps,
        "empty_ballots": election.unmarked,
        "lots": [lot_facts(election, lot) for lot in played.lots],
        "seed": played.seed,
        "withdrawn": election.named(sorted(election.withdrawn)),
    }


RULE = Rule(NAME, (Kind.RANKS,), _result)
