"""Scottish STV: the single transferable vote as Scottish councils are elected, the default for committees.

Source: The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 46-52, and the Order
of 2011 (SSI 2011/399). All votes are whole numbers of hundred-thousandths: five decimals, cut, never rounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs

from alongside.decisions.counting.ballots import Election, fingerprint
from alongside.decisions.counting.lots import Lot, draw
from alongside.decisions.counting.stages import ONE_VOTE, Count, Stage, Transfer
from alongside.refusal import BadInput

NAME = "scottish-stv"


@attrs.frozen
class Parcel:
    """Alike papers in one candidate's hands: the preferences from there on, how many, and each one's value."""

    preferences: tuple[int, ...]
    papers: int
    value: int

    @property
    def worth(self) -> int:
        """What the papers are worth together, in hundred-thousandths of a vote."""
        return self.papers * self.value


def quota(valid_votes: int, seats: int) -> int:
    """The votes that are enough to be elected: valid votes over seats + 1, cut, plus one (rule 46)."""
    return valid_votes // (seats + 1) + 1


def count(election: Election, seed: str = "") -> Count:
    """Count an election by the rule; ``seed`` decides lots, the ballots' fingerprint where it is empty.

    Raises:
        BadInput: where no ballot ranks anybody who stands.
    """
    if not election.counted:
        raise BadInput(
            "there is no valid ballot to count",
            where=election.source,
            remedy="Look whether this is the file that you mean.",
        )
    counting = _Counting(election, seed or fingerprint(election))
    counting.run()
    return Count(
        rule=NAME,
        election=election,
        valid_votes=counting.valid_votes,
        quota=counting.quota // ONE_VOTE,
        stages=tuple(counting.stages),
        lots=tuple(counting.lots),
        seed=counting.seed,
    )


class _Counting:
    """The table on which the papers lie while they are counted."""

    def __init__(self, election: Election, seed: str) -> None:
        papers = election.counted
        self.seed, self.seats = seed, election.seats
        self.valid_votes = sum(pile.ballots for pile in papers)
        self.quota = quota(self.valid_votes, election.seats) * ONE_VOTE
        self.continuing = set(election.standing)
        self.hands: dict[int, list[Parcel]] = {number: [] for number in election.standing}
        self.votes = dict.fromkeys(election.standing, 0)
        self.surpluses: set[int] = set()
        self.places = 0
        self.non_transferable = self.rounding_loss = 0
        self.stages: list[Stage] = []
        self.lots: list[Lot] = []
        self._hand_out(Parcel(pile.preferences, pile.ballots, ONE_VOTE) for pile in papers)

    def run(self) -> None:
        """Stage after stage, until every place is filled or nobody is left."""
        transfer: Transfer | None = None
        while (giver := self._end_stage(transfer)) is not None:
            transfer = self._move_surplus(giver) if giver in self.surpluses else self._exclude(giver)

    def _end_stage(self, transfer: Transfer | None) -> int | None:
        """Elect, then decide whose votes move next and write the stage down; None when the count is over."""
        elected = self._elect()
        giver: int | None = None
        if self.places < self.seats and self.continuing:
            giver = self._largest_surplus() if self.surpluses else self._fewest_votes()
        self.stages.append(
            Stage(
                number=len(self.stages) + 1,
                transfer=transfer,
                votes=dict(self.votes),
                elected=elected,
                excluded=() if giver is None or giver in self.surpluses else (giver,),
                non_transferable=self.non_transferable,
                rounding_loss=self.rounding_loss,
            )
        )
        return giver

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

    def _largest_surplus(self) -> int:
        return self._choose(self.surpluses, max, "whose surplus moves first")

    def _fewest_votes(self) -> int:
        return self._choose(self.continuing, min, "who is excluded")

    def _choose(self, among: Iterable[int], end: Callable[[Iterable[int]], int], purpose: str) -> int:
        """The one at that end of the order; a tie goes to the latest earlier stage that parts it, or a lot."""
        tied = set(among)
        for votes in [self.votes, *(stage.votes for stage in reversed(self.stages))]:
            extreme = end(votes[number] for number in tied)
            tied = {number for number in tied if votes[number] == extreme}
            if len(tied) == 1:
                return tied.pop()
        self.lots.append(draw(self.seed, len(self.stages) + 1, tied, purpose))
        return self.lots[-1].drawn

    def _move_surplus(self, giver: int) -> Transfer:
        total, surplus = self.votes[giver], self.votes[giver] - self.quota
        papers = [
            attrs.evolve(parcel, value=surplus * parcel.value // total)
            for parcel in self._take_from(giver, self.quota)
        ]
        self.surpluses.discard(giver)
        self.rounding_loss += surplus - sum(parcel.worth for parcel in papers)
        self._hand_out(papers)
        return Transfer(giver=giver, kind="surplus", votes=surplus)

    def _exclude(self, giver: int) -> Transfer:
        total = self.votes[giver]
        self.continuing.discard(giver)
        self._hand_out(self._take_from(giver, 0))
        return Transfer(giver=giver, kind="exclusion", votes=total)

    def _take_from(self, giver: int, keeps: int) -> list[Parcel]:
        papers, self.hands[giver], self.votes[giver] = self.hands[giver], [], keeps
        return papers

    def _hand_out(self, papers: Iterable[Parcel]) -> None:
        """Give each parcel to the next candidate on it who can still be elected."""
        for parcel in papers:
            for place, number in enumerate(parcel.preferences):
                if number in self.continuing:
                    self.hands[number].append(Parcel(parcel.preferences[place:], parcel.papers, parcel.value))
                    self.votes[number] += parcel.worth
                    break
            else:
                self.non_transferable += parcel.worth
