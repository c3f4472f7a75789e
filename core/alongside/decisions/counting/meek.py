"""Meek: the single transferable vote in which whoever is elected keeps only what she needs of each ballot.

Source: the Reference Meek Rule of the Proportional Representation Foundation: nine decimals, convergence 0.000001.
All votes are whole thousand-millionths.

Each candidate has a keep factor, 1 at first. A ballot gives its first candidate that share of itself (rounded up),
the next that share of what remains, and so on. The quota is the sum of all votes over seats + 1, cut, plus
0.000000001; whoever has it is elected, and the factor of everybody elected is set to factor * quota / votes, each
step rounded up, until the surplus of them together is below 0.000001 or no longer falls. If nobody is elected by
then the one with fewest goes: everybody who has at most the fewest and that surplus is tied. Such a tie goes to
the first stage at which one was ahead, else by lot.

A ballot ends before a rank that two share; where a rank was left empty, later preferences move up.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from alongside.decisions.counting import telling_rounds
from alongside.decisions.counting.ballots import Election, Kind
from alongside.decisions.counting.every_lot import Played, changes, play
from alongside.decisions.counting.record import lot_facts
from alongside.decisions.counting.rule import Asking, Result, Rule, no_vote

NAME = "meek"
ONE = 10**9
OMEGA = 10**3
"""0.000001 of a vote: a surplus below it is as good as none."""


@attrs.frozen(kw_only=True)
class Round:
    """How things stood when somebody was elected or excluded; votes and factors in thousand-millionths."""

    votes: Mapping[int, int]
    factors: Mapping[int, int]
    quota: int
    surplus: int
    exhausted: int
    elected: tuple[int, ...] = ()
    excluded: tuple[int, ...] = ()


class Table:
    """A count by Meek's rule under way."""

    purpose = "who is excluded"
    lowest_goes = True

    def __init__(self, election: Election) -> None:
        self.piles = [(pile.preferences, pile.ballots) for pile in election.counted]
        self.together = sum(ballots for _, ballots in self.piles) * ONE
        self.seats = election.seats
        self.hopeful = set(election.standing)
        self.winners: tuple[int, ...] = ()
        self.factors = dict.fromkeys(election.standing, ONE)
        self.votes: dict[int, int] = {}
        self.quota = self.surplus = 0
        self.rounds: list[Round] = []

    @property
    def stage(self) -> int:
        """The number of the stage that is being ended."""
        return len(self.rounds) + 1

    def until_a_lot(self) -> frozenset[int]:
        """Go on until only a lot can say who is excluded, and say between whom; nobody where the count is over."""
        while len(self.winners) < self.seats and len(self.hopeful) > self.seats - len(self.winners):
            if elected := self._settled():
                self._write(elected=elected)
                continue
            tied = self.worth_trying(self._fewest())
            if len(tied) > 1:
                return tied
            self.go_on(min(tied))
        self._fill()
        return frozenset()

    def go_on(self, giver: int) -> None:
        """End the stage: ``giver`` is excluded and keeps nothing of any ballot."""
        self._write(excluded=(giver,))
        self.hopeful.discard(giver)
        self.factors[giver] = 0

    def stop_at_the_tie(self) -> None:
        """Write down the stage that a tie stopped, as it stands."""
        self._write()

    def copy(self) -> Table:
        """The same count, which may go on in another way."""
        other = type(self).__new__(type(self))
        other.__dict__.update(self.__dict__)
        other.hopeful, other.factors, other.rounds = set(self.hopeful), dict(self.factors), list(self.rounds)
        other.votes = dict(self.votes)
        return other

    def worth_trying(self, tied: frozenset[int]) -> frozenset[int]:
        """Of the tied, those whose turn can make a difference to who is elected."""
        spare = len(self.hopeful) - (self.seats - len(self.winners))
        # Without a vote nobody's share of a ballot hangs on them, now or while they go one after the other.
        never = not any(self.votes[number] for number in tied) and self.surplus < OMEGA
        return frozenset({min(tied)}) if never and len(tied) <= spare else tied

    def state(self) -> object:
        """All that what comes next depends on: who is left and elected, what each keeps, how they stood before."""
        left = sorted(self.hopeful)
        rows = [one.votes for one in self.rounds]
        return tuple(left), frozenset(self.winners), tuple(self.factors.values()), changes(rows, left)

    def _settled(self) -> tuple[int, ...]:
        """Share the ballots out again and again until somebody is elected or the surplus is as good as gone."""
        before: int | None = None
        while True:
            self._share_out()
            if elected := self._elect():
                return elected
            if self.surplus < OMEGA or (before is not None and self.surplus >= before):
                return ()
            before = self.surplus
            for number in self.winners:
                needed = _up(self.factors[number] * self.quota, ONE)
                self.factors[number] = _up(needed * ONE, self.votes[number])

    def _share_out(self) -> None:
        votes = dict.fromkeys(self.factors, 0)
        for preferences, ballots in self.piles:
            rest = ONE
            for number in preferences:
                kept = -(-rest * self.factors[number] // ONE)
                votes[number] += kept * ballots
                rest -= kept
                if not rest:
                    break
        self.votes = votes
        self.quota = sum(votes.values()) // (self.seats + 1) + 1
        self.surplus = self._surplus()

    def _surplus(self) -> int:
        return max(0, sum(self.votes[number] - self.quota for number in self.winners))

    def _elect(self) -> tuple[int, ...]:
        reached = [number for number in self.hopeful if self.votes[number] >= self.quota]
        elected = tuple(sorted(reached, key=lambda number: (-self.votes[number], number)))
        self.hopeful.difference_update(elected)
        self.winners += elected
        self.surplus = self._surplus()
        return elected

    def _fewest(self) -> frozenset[int]:
        least = min(self.votes[number] for number in self.hopeful)
        tied = frozenset(number for number in self.hopeful if self.votes[number] <= least + self.surplus)
        for one in self.rounds:
            behind = min(one.votes[number] for number in tied)
            tied = frozenset(number for number in tied if one.votes[number] == behind)
        return tied

    def _fill(self) -> None:
        """Elect everybody who is left if there is a place for each, else exclude them."""
        if len(self.winners) < self.seats and self.hopeful:
            self._share_out()
            rest = tuple(sorted(self.hopeful, key=lambda number: (-self.votes[number], number)))
            self.winners += rest
            self._write(elected=rest)
        self.hopeful.clear()

    def _write(self, elected: tuple[int, ...] = (), excluded: tuple[int, ...] = ()) -> None:
        votes = MappingProxyType(dict(self.votes))
        self.rounds.append(
            Round(
                votes=votes,
                factors=MappingProxyType(dict(self.factors)),
                quota=self.quota,
                surplus=self.surplus,
                exhausted=self.together - sum(votes.values()),
                elected=elected,
                excluded=excluded,
            )
        )


def _up(value: int, by: int) -> int:
    return -(-value // by)


def said(votes: int) -> str:
    """Thousand-millionths as votes with nine decimals: ``18.800000001``."""
    return f"{votes // ONE}.{votes % ONE:09d}"


def count(election: Election, lot: str = "") -> Played[Table]:
    """Count by the rule; without a lot a tie that matters to who is elected stays.

    Raises:
        BadInput: where no ballot ranks anybody who stands.
    """
    if not election.counted:
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
        told=lambda width: telling_rounds.meek(election, played, width),
    )


def _figures(election: Election, played: Played[Table]) -> dict[str, object]:
    name = election.name
    return {
        "valid_votes": played.table.together // ONE,
        "stages": [
            {
                "stage": number,
                "votes": {name(who): said(votes) for who, votes in one.votes.items()},
                "keep_factors": {name(who): said(factor) for who, factor in one.factors.items()},
                "quota": said(one.quota),
                "exhausted": said(one.exhausted),
                "elected": election.named(one.elected),
                "excluded": election.named(one.excluded),
            }
            for number, one in enumerate(played.table.rounds, 1)
        ],
        "lots": [lot_facts(election, lot) for lot in played.lots],
        "seed": played.seed,
        "withdrawn": election.named(sorted(election.withdrawn)),
        "empty_ballots": election.empty_ballots,
        "ballots_with_gaps": election.gaps,
        "ballots_with_shared_ranks": election.shared_ranks,
    }


RULE = Rule(NAME, (Kind.RANKS,), _result)
