"""The table on which the papers of a Scottish STV count lie, stage after stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import comb

from alongside.decisions.counting.ballots import Election
from alongside.decisions.counting.every_lot import digest, order
from alongside.decisions.counting.rule import MOST_SETS, too_many
from alongside.decisions.counting.scottish_papers import papers_of
from alongside.decisions.counting.stages import ONE_VOTE, Stage, Transfer


def quota(valid_votes: int, seats: int) -> int:
    """The votes that are enough to be elected: valid votes over seats + 1, cut, plus one (rule 46)."""
    return valid_votes // (seats + 1) + 1


class Table:
    """A count under way: whose hands the papers are in, and the stages that are written down.

    It stops wherever only a lot can tell whose votes move next, and goes on with whoever is named.
    """

    def __init__(self, election: Election) -> None:
        self.seats, self.source = election.seats, election.source
        self.continuing = set(election.standing)
        self.papers = papers_of(election)
        dealt = self.papers.deal(self.continuing, ONE_VOTE)
        self.votes = {number: dealt.get(number, 0) for number in election.standing}
        self.valid_votes = sum(self.votes.values()) // ONE_VOTE
        self.quota = quota(self.valid_votes, election.seats) * ONE_VOTE
        self.surpluses: set[int] = set()
        self.places = 0
        self.non_transferable = self.rounding_loss = 0
        self.stages: list[Stage] = []
        self.transfer: Transfer | None = None
        self.elected: tuple[int, ...] = ()

    @property
    def stage(self) -> int:
        """The number of the stage that is being ended."""
        return len(self.stages) + 1

    @property
    def purpose(self) -> str:
        """What a lot would decide now."""
        return "whose surplus moves first" if self.surpluses else "who is excluded"

    @property
    def winners(self) -> tuple[int, ...]:
        """Who is elected so far, in the order they were."""
        return tuple(number for stage in self.stages for number in stage.elected)

    @property
    def lowest_goes(self) -> bool:
        """True if a lot would decide who is excluded, so that it falls on the last in its order."""
        return not self.surpluses

    def until_a_lot(self) -> frozenset[int]:
        """Go on until only a lot can say who is next, and say between whom; nobody where the count is over."""
        while True:
            self.elected = self._elect()
            if self.places >= self.seats or not self.continuing:
                self._write(excluded=())
                return frozenset()
            tied = self._next()
            if len(tied) > 1:
                return tied
            self.go_on(min(tied))

    def go_on(self, giver: int) -> None:
        """Write the stage down, and move the surplus or the votes of ``giver``."""
        moves_surplus = giver in self.surpluses
        self._write(excluded=() if moves_surplus else (giver,))
        self.transfer = self._move_surplus(giver) if moves_surplus else self._exclude(giver)

    def stop_at_the_tie(self) -> None:
        """Write down the stage that a tie stopped, as it stands."""
        self._write(excluded=())

    def copy(self) -> Table:
        """The same count, which may go on in another way."""
        other = type(self).__new__(type(self))
        other.__dict__.update(self.__dict__)
        other.continuing, other.surpluses = set(self.continuing), set(self.surpluses)
        other.papers, other.votes, other.stages = self.papers.copy(), dict(self.votes), list(self.stages)
        return other

    def worth_trying(self, tied: frozenset[int]) -> frozenset[int]:
        """Of the tied, those whose turn can make a difference to who is elected.

        Raises:
            BadInput: where there are too many ways to follow.
        """
        if self.surpluses or any(self.votes[number] for number in tied):
            return tied
        # Nobody's votes change while those without any go, one after the other, in whatever order.
        go = len(self.continuing) - (self.seats - self.places)
        if comb(len(tied), min(go, len(tied))) > MOST_SETS:
            found = f"{len(tied)} candidates without a vote are tied, and {go} of them must go"
            raise too_many(found, self.source)
        return tied if go < len(tied) else frozenset({min(tied)})

    def state(self) -> object:
        """All that what comes next depends on: who is left and elected, their papers, how they stood before."""
        left = sorted(self.continuing | self.surpluses)
        rows = [self.votes, *(stage.votes for stage in reversed(self.stages))]
        chosen = frozenset((*self.winners, *self.elected))
        papers = digest(self.papers.held_by(left))
        return tuple(left), frozenset(self.surpluses), chosen, order(rows, left), papers

    def _write(self, excluded: tuple[int, ...]) -> None:
        self.stages.append(
            Stage(
                number=self.stage,
                transfer=self.transfer,
                votes=dict(self.votes),
                elected=self.elected,
                excluded=excluded,
                non_transferable=self.non_transferable,
                rounding_loss=self.rounding_loss,
            )
        )

    def _elect(self) -> tuple[int, ...]:
        elected = self._most_first(number for number in self.continuing if self.votes[number] >= self.quota)
        self._seat(elected)
        self.surpluses.update(number for number in elected if self.votes[number] > self.quota)
        # Rule 52: as many left as places, so nobody can be kept out any more, at the quota or not.
        if len(self.continuing) <= self.seats - self.places:
            rest = self._most_first(self.continuing)
            self._seat(rest)
            elected += rest
        return elected

    def _seat(self, elected: Sequence[int]) -> None:
        self.continuing.difference_update(elected)
        self.places += len(elected)

    def _most_first(self, numbers: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted(numbers, key=lambda number: (-self.votes[number], number)))

    def _next(self) -> frozenset[int]:
        """Whose votes move next: the largest surplus, else the fewest votes; several where no stage parts them."""
        return self._at_the_end(self.surpluses, max) if self.surpluses else self._at_the_end(self.continuing, min)

    def _at_the_end(self, among: Iterable[int], end: Callable[[Iterable[int]], int]) -> frozenset[int]:
        tied = frozenset(among)
        for votes in [self.votes, *(stage.votes for stage in reversed(self.stages))]:
            extreme = end(votes[number] for number in tied)
            tied = frozenset(number for number in tied if votes[number] == extreme)
            if len(tied) == 1:
                break
        return tied

    def _move_surplus(self, giver: int) -> Transfer:
        total, surplus = self.votes[giver], self.votes[giver] - self.quota
        self.votes[giver] = self.quota
        self.surpluses.discard(giver)
        # Multiplied first and divided once, so that each paper is cut but once.
        self.rounding_loss += surplus - self._move(giver, lambda value: surplus * value // total)
        return Transfer(giver=giver, kind="surplus", votes=surplus)

    def _exclude(self, giver: int) -> Transfer:
        total = self.votes[giver]
        self.votes[giver] = 0
        self.continuing.discard(giver)
        self._move(giver, lambda value: value)
        return Transfer(giver=giver, kind="exclusion", votes=total)

    def _move(self, giver: int, change: Callable[[int], int]) -> int:
        """Give each paper to the next on it who can still be elected, and say what all of them are worth."""
        got = self.papers.move(giver, self.continuing, change)
        moved = sum(got.values())
        self.non_transferable += got.pop(0, 0)
        for number, votes in got.items():
            self.votes[number] += votes
        return moved
