"""Outcomes: what a vote came to, worked out from the opened ballots in whole numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from enum import Enum

import attrs

from alongside.decisions.counting.majority import SIMPLE
from alongside.decisions.proposal import ABSTAIN, Proposal

FIGURES_FROM = 5
"""Ballots from which on figures are told; of fewer, the outcome alone (the table of small groups)."""


class Result(Enum):
    """What a vote came to."""

    DECIDED = "decided"
    NOT_DECIDED = "not_decided"
    TIE = "tie"


@attrs.frozen(kw_only=True)
class Total:
    """How many chose an option, or to abstain."""

    choice: str
    votes: int


@attrs.frozen(kw_only=True)
class Outcome:
    """What a vote came to. ``chosen`` is the option's key, None where nothing was decided.

    ``totals`` follow the order of the options, abstentions last. Of fewer than five ballots they are empty:
    what nobody may see is not kept.
    """

    id: str
    proposal: str
    result: Result
    chosen: str | None
    totals: tuple[Total, ...]
    on_roll: int
    taking_part: int
    quorum: int
    closed_at: datetime
    version: int = 1

    @property
    def quorum_met(self) -> bool:
        """True if enough people took part."""
        return self.taking_part >= self.quorum

    @property
    def figures_told(self) -> bool:
        """True if the group is large enough for its figures to be told."""
        return self.taking_part >= FIGURES_FROM


@attrs.frozen
class Decision:
    """A proposal that was voted on, with its outcome."""

    proposal: Proposal
    outcome: Outcome


def count(id: str, proposal: Proposal, ballots: Sequence[str], on_roll: int, now: datetime) -> Outcome:  # noqa: A002 - what the column is called
    """Count opened ballots: an option needs more than half of the votes for options, and the quorum be met.

    Abstentions count towards the quorum, never in the share. The highest two being equal is a tie. Source of
    the rule: a simple majority as in co-operatives' standing orders.
    """
    votes = Counter(ballots)
    result, chosen = _result(proposal, votes) if len(ballots) >= proposal.quorum else (Result.NOT_DECIDED, None)
    told = len(ballots) >= FIGURES_FROM
    return Outcome(
        id=id,
        proposal=proposal.id,
        result=result,
        chosen=chosen,
        totals=tuple(Total(choice=key, votes=votes[key]) for key in proposal.choices) if told else (),
        on_roll=on_roll,
        taking_part=len(ballots),
        quorum=proposal.quorum,
        closed_at=now,
    )


def _result(proposal: Proposal, votes: Counter[str]) -> tuple[Result, str | None]:
    ranked = sorted((option.key for option in proposal.options), key=lambda key: -votes[key])
    for_options = votes.total() - votes[ABSTAIN]
    if votes[ranked[0]] >= SIMPLE.needed(for_options):
        return Result.DECIDED, ranked[0]
    tied = for_options > 0 and votes[ranked[0]] == votes[ranked[1]]
    return (Result.TIE if tied else Result.NOT_DECIDED), None
