"""Majorities: whether a proposal is carried, worked out in whole numbers.

Source of the rule: the standing orders of most societies; three quarters is what the Companies Act 2006, section
283, asks of a special resolution. ``majority`` is more than half of the votes For and Against, ``two-thirds``
and ``three-quarters`` are that much or more. An abstention counts towards the quorum, never in the share; so
does a blank ballot, which says nothing. A tie is lost, and so is a proposal that nobody is for: there is no lot.
"""

from __future__ import annotations

from functools import partial

import attrs

from alongside.decisions.counting import telling
from alongside.decisions.counting.ballots import Election, Kind
from alongside.decisions.counting.choices import ABSTAIN, NO, YES, Choices
from alongside.decisions.counting.rule import Asking, Result, Rule
from alongside.refusal import BadInput


@attrs.frozen(kw_only=True)
class Threshold:
    """The share of For among For and Against: ``part`` of ``whole``, or more than that."""

    name: str
    title: str
    part: int
    whole: int
    more_than: bool

    def needed(self, cast: int) -> int:
        """The fewest votes For that carry, of ``cast`` votes For or Against; one at least."""
        least = self.part * cast // self.whole + 1 if self.more_than else -(-self.part * cast // self.whole)
        return max(least, 1)


SIMPLE = Threshold(name="majority", title="Simple majority", part=1, whole=2, more_than=True)
TWO_THIRDS = Threshold(name="two-thirds", title="Two-thirds majority", part=2, whole=3, more_than=False)
THREE_QUARTERS = Threshold(
    name="three-quarters", title="Three-quarters majority", part=3, whole=4, more_than=False
)
THRESHOLDS = {one.name: one for one in (SIMPLE, TWO_THIRDS, THREE_QUARTERS)}
"""Every majority there is, by its name."""


@attrs.frozen(kw_only=True)
class Verdict:
    """What a vote on a proposal came to."""

    threshold: Threshold
    in_favour: int
    against: int
    abstain: int

    @property
    def needed(self) -> int:
        """The fewest votes For that would have carried it."""
        return self.threshold.needed(self.in_favour + self.against)

    @property
    def carried(self) -> bool:
        """Whether the proposal is carried."""
        return self.in_favour >= self.needed


def decide(threshold: Threshold, *, in_favour: int, against: int, abstain: int = 0) -> Verdict:
    """Say what a vote came to.

    Raises:
        BadInput: where a number is below zero.
    """
    for word, votes in (("for", in_favour), ("against", against), ("abstain", abstain)):
        if votes < 0:
            raise BadInput(f"{votes} votes {word} cannot be", remedy="Give whole numbers from 0.")
    return Verdict(threshold=threshold, in_favour=in_favour, against=against, abstain=abstain)


def count(threshold: Threshold, election: Election) -> Verdict:
    """Decide by the ballots of a file whose options are For, Against and, if wished, Abstain.

    Raises:
        BadInput: where the options have other names, or one stands there twice in letters large and small.
    """
    votes = dict.fromkeys((name.casefold() for name in election.candidates), 0)
    known = {"for", "against"} <= set(votes) <= {"for", "against", "abstain"}
    if not known or len(votes) < len(election.candidates):
        raise BadInput(
            f"the options are {', '.join(election.candidates)}",
            where=election.source,
            remedy=f"A {threshold.title.lower()} asks for the names For, Against and Abstain.",
        )
    for pile in election.counted:
        votes[election.name(pile.preferences[0]).casefold()] += pile.ballots
    return decide(threshold, in_favour=votes["for"], against=votes["against"], abstain=votes.get("abstain", 0))


def answered(threshold: Threshold, contest: Choices) -> Verdict:
    """Decide by how many answered yes, no or abstain.

    Raises:
        BadInput: where there are other answers.
    """
    contest.only((YES, NO, ABSTAIN), threshold.name)
    return decide(threshold, in_favour=contest.gave(YES), against=contest.gave(NO), abstain=contest.gave(ABSTAIN))


def _result(threshold: Threshold, contest: Election | Choices, _asking: Asking) -> Result:
    if isinstance(contest, Choices):
        verdict, blank = answered(threshold, contest), contest.blank
        words = (YES, NO, ABSTAIN)
    else:
        verdict, blank = count(threshold, contest), contest.empty_ballots
        words = ("For", "Against", "Abstain")
    chosen = words[0 if verdict.carried else 1].casefold()
    return Result(
        rule=threshold.name,
        contest=contest,
        winners=tuple(n for n in contest.standing if contest.name(n).casefold() == chosen),
        figures={
            "valid_votes": verdict.in_favour + verdict.against + verdict.abstain,
            "votes": dict(zip(words, (verdict.in_favour, verdict.against, verdict.abstain), strict=True)),
            "blank": blank,
            "needed": verdict.needed,
            "carried": verdict.carried,
        },
        told=lambda _width: telling.verdict(verdict, contest.title),
    )


RULES = tuple(Rule(one.name, (Kind.CHOICES, Kind.RANKS), partial(_result, one)) for one in THRESHOLDS.values())
