"""The table of a count by Meek's rule: what everybody keeps of each ballot, stage after stage."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from alongside.decisions.counting.ballots import Election
from alongside.decisions.counting.every_lot import order

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
        return tuple(left), frozenset(self.winners), tuple(self.factors.values()), order(rows, left)

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
                # Two steps, each rounded up as the rule has it; one division would be another rule.
                needed = _up(self.factors[number] * self.quota, ONE)
                self.factors[number] = _up(needed * ONE, self.votes[number])

    def _share_out(self) -> None:
        votes = dict.fromkeys(self.factors, 0)
        for preferences, ballots in self.piles:
            rest = ONE
            for number in preferences:
                # The division of a negative number cuts downwards, so that two signs round up.
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
            # What whoever was excluded last held has not been shared out yet.
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
