"""Ballots of scores: from 0 to a most, as many as there are candidates."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import attrs

from alongside.decisions.counting.ballots import Contest, Kind
from alongside.refusal import BadInput


@attrs.frozen
class Scored:
    """Ballots that say the same: a score for each candidate in order, none where the cell is blank."""

    scores: tuple[int | None, ...]
    ballots: int


@attrs.frozen(kw_only=True)
class Scores(Contest):
    """One election by scores. A blank is counted as 0, and the result says on how many ballots.

    Raises:
        BadInput: where a score is above ``max_score``, or a ballot has another number of scores than candidates.
    """

    max_score: int
    piles: tuple[Scored, ...]
    kind: Kind = Kind.SCORES

    def __attrs_post_init__(self) -> None:
        """Check what a count relies on."""
        super().__attrs_post_init__()
        check_most(self.max_score)
        for pile in self.piles:
            given = [score for score in pile.scores if score is not None]
            if len(pile.scores) != len(self.candidates) or not all(0 <= one <= self.max_score for one in given):
                found = f"a ballot does not give each candidate a score from 0 to {self.max_score}"
                raise BadInput(found, where=self.source, remedy="Give the most with --max-score.")

    @property
    def ballots(self) -> int:
        """How many ballots there are, empty ones too."""
        return sum(pile.ballots for pile in self.piles)

    @property
    def with_blanks(self) -> int:
        """How many ballots leave a candidate without a score."""
        return sum(pile.ballots for pile in self.piles if None in pile.scores)

    @property
    def empty_ballots(self) -> int:
        """How many ballots have no score at all."""
        return sum(pile.ballots for pile in self.piles if all(score is None for score in pile.scores))

    @cached_property
    def counted(self) -> tuple[tuple[tuple[int, ...], int], ...]:
        """Each ballot with a blank as 0, and how many are so."""
        return tuple((tuple(score or 0 for score in pile.scores), pile.ballots) for pile in self.piles)

    def totals(self, numbers: Iterable[int] | None = None) -> dict[int, int]:
        """The sum of what each candidate was given."""
        return {
            number: sum(scores[number - 1] * ballots for scores, ballots in self.counted)
            for number in (self.standing if numbers is None else numbers)
        }

    def tops(self, numbers: Iterable[int]) -> dict[int, int]:
        """On how many ballots each has the highest score that can be given."""
        return {
            number: sum(ballots for scores, ballots in self.counted if scores[number - 1] == self.max_score)
            for number in numbers
        }

    def preferred(self, one: int, other: int) -> int:
        """On how many ballots one has a higher score than the other."""
        return sum(ballots for scores, ballots in self.counted if scores[one - 1] > scores[other - 1])


def check_most(score: int) -> None:
    """Refuse a most that leaves nothing to be given."""
    if score < 1:
        raise BadInput(f"{score} cannot be the most", remedy="Give --max-score a number from 1.")
