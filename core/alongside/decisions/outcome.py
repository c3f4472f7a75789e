"""Outcomes: what a vote came to, worked out from the opened ballots in whole numbers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum

import attrs

from alongside.decisions import condition
from alongside.decisions.ballot import ABSTAIN, YES, Ballot, BallotKind
from alongside.decisions.counting.stages import Count, Stage
from alongside.decisions.proposal import Proposal
from alongside.decisions.vote_rule import Asked, Figure, Found

FIGURES_FROM = 5
"""Ballots from which on figures are told; of fewer, the outcome alone (the table of small groups)."""

GROUPED_FROM = 10
"""Ballots from which on alike ones are kept beside each other, so that anybody can count again."""

MOST_TO_GROUP = 8
"""Options up to which ballots are kept: an order of more is like a signature."""


class Result(Enum):
    """What a vote came to."""

    DECIDED = "decided"
    NOT_DECIDED = "not_decided"
    TIE = "tie"
    OBJECTIONS = "objections"  # members object, and others look at their reasons before it is known


@attrs.frozen(kw_only=True)
class Total:
    """How many chose an option, or to abstain."""

    choice: str
    votes: int


@attrs.frozen(kw_only=True)
class Alike:
    """Ballots that say the same, and how many there are."""

    keys: tuple[str, ...]
    ballots: int


@attrs.frozen(kw_only=True)
class StageFigures:
    """One stage of a count: what moved from whom, and how everybody stood after it.

    Votes are hundred-thousandths, candidates keys of options. ``kind`` is empty where first choices were handed
    out; ``spent`` are votes that could move to nobody any more, a running total.
    """

    giver: str | None
    kind: str
    moved: int
    votes: tuple[Total, ...]
    elected: tuple[str, ...]
    excluded: tuple[str, ...]
    spent: int


@attrs.frozen(kw_only=True)
class Stages:
    """A count in stages: the votes that were enough to be elected, the ballots counted, and each stage."""

    quota: int
    valid: int
    stages: tuple[StageFigures, ...]


@attrs.frozen(kw_only=True)
class Outcome:
    """What a vote came to. ``chosen`` is the option's key where one alone was chosen.

    ``winners`` have a place; ``tied`` stand equal for one, and nothing parts them; a lot fell on those ``drawn``,
    in turn. ``totals`` follow the order of
    the options, abstentions last. Of fewer than five ballots there are neither ``totals`` nor ``stages``, of fewer
    than ten no ``alike`` ballots: what nobody may see is not kept. ``closing`` is the closing record, word for
    word; votes that were counted before there were any have none. ``upheld`` is how many objections hold, None
    until each was looked at, and where none can be made. ``figures`` are kept for the story, as ``totals`` are.
    ``yes_needed`` is how many of the roll had to be for what is chosen, None without such a condition, ``yes_met``
    whether so many were; None where nothing was found that could meet it.
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
    winners: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()
    stages: Stages | None = None
    alike: tuple[Alike, ...] = ()
    closing: str | None = None
    upheld: int | None = None
    figures: tuple[Figure, ...] = ()
    yes_needed: int | None = None
    yes_met: bool | None = None
    version: int = 1

    @property
    def quorum_met(self) -> bool:
        """True if enough people took part."""
        return self.taking_part >= self.quorum

    @property
    def conditions_met(self) -> bool:
        """True if enough people took part, and enough of all who may vote were for what is chosen."""
        return self.quorum_met and self.yes_met is not False

    @property
    def waits(self) -> bool:
        """True if it is not known before people have looked at objections."""
        return self.result is Result.OBJECTIONS

    @property
    def figures_told(self) -> bool:
        """True if the group is large enough for its figures to be told."""
        return self.taking_part >= FIGURES_FROM

    @property
    def chosen_ones(self) -> tuple[str, ...]:
        """The keys of all that were chosen; outcomes from before there were places have one alone."""
        return self.winners or ((self.chosen,) if self.chosen else ())

    @property
    def lot(self) -> str:
        """What the lots went by that have fallen; unknown of votes from before closing records."""
        return str(json.loads(self.closing)["lot"]) if self.closing and self.drawn else ""

    @property
    def damaged(self) -> int:
        """How many ballots nobody could open, so that the count went on without them."""
        return int(json.loads(self.closing).get("damaged", 0)) if self.closing else 0

    def figure(self, name: str) -> int:
        """A whole figure of those that are kept; 0 where there is none of that name."""
        return next((int(one.value) for one in self.figures if one.name == name), 0)

    def votes_for(self, choice: str) -> int:
        """The votes for a choice, of those that are kept."""
        return next((total.votes for total in self.totals if total.choice == choice), 0)


@attrs.frozen
class Decision:
    """A proposal that was voted on, with its outcome."""

    proposal: Proposal
    outcome: Outcome

    @property
    def review(self) -> date | None:
        """The day to look at it again; None where nothing was decided, for there is nothing to look at."""
        return self.proposal.review if self.outcome.result is Result.DECIDED else None


def count(
    id: str,  # noqa: A002 - what the column is called
    proposal: Proposal,
    ballots: Sequence[Ballot],
    on_roll: int,
    now: datetime,
    lot: str = "",
) -> Outcome:
    """Count opened ballots by the proposal's rule; without the quorum, nothing is decided whatever they say.

    Nor is it where too few of all who may vote are for what was found, if the proposal asks for a share of them.
    Abstentions count towards the quorum, never in the share. ``lot`` is what was thrown to part a tie. Where
    nothing was, a rule that leaves no tie draws by ``id``: nobody knows it before, and it tells of no ballot.
    The proposal holds the names of those who stand, for a lot goes by them.
    """
    met = len(ballots) >= proposal.quorum
    asked = asked_of(proposal, ballots, lot, id)
    found, least = proposal.how.count(asked), None
    if proposal.yes_share:
        least = condition.needed(proposal.yes_share, on_roll)
    enough = condition.met(found, least) if met and least is not None else None
    if least is not None:
        found = condition.held(found, least)
    winners, tied = (found.winners, found.tied) if met else ((), ())
    return Outcome(
        id=id,
        proposal=proposal.id,
        result=Result.OBJECTIONS if met and found.waits else _result(winners, tied),
        chosen=winners[0] if len(winners) == 1 and not tied else None,
        totals=_totals(found, ballots),
        on_roll=on_roll,
        taking_part=len(ballots),
        quorum=proposal.quorum,
        closed_at=now,
        winners=winners,
        tied=tied,
        drawn=found.drawn if met else (),
        stages=_stages(found.stages, proposal.keys)
        if met and found.stages and len(ballots) >= FIGURES_FROM
        else None,
        alike=_alike(proposal, ballots),
        figures=found.figures if met and len(ballots) >= FIGURES_FROM else (),
        yes_needed=least,
        yes_met=enough,
        upheld=0 if proposal.how.ballot is BallotKind.CONSENT and met and not found.waits else None,
    )


def asked_of(proposal: Proposal, ballots: Sequence[Ballot], lot: str = "", instead: str = "") -> Asked:
    """Return what is counted of a proposal."""
    return Asked(
        options=proposal.names,
        seats=proposal.seats,
        ballots=ballots,
        lot=lot,
        instead=instead,
        withdrawn=proposal.withdrawn,
        costs=proposal.costs,
        budget=proposal.budget or 0,
    )


def settled(outcome: Outcome, upheld: int) -> Outcome:
    """Return the outcome of a consent once each objection was looked at, of which so many hold."""
    agreed = () if upheld else (YES,)
    return attrs.evolve(
        outcome,
        result=_result(agreed, ()),
        chosen=agreed[0] if agreed else None,
        winners=agreed,
        upheld=upheld,
    )


def _result(winners: tuple[str, ...], tied: tuple[str, ...]) -> Result:
    if tied:
        return Result.TIE
    return Result.DECIDED if winners else Result.NOT_DECIDED


def _totals(found: Found, ballots: Sequence[Ballot]) -> tuple[Total, ...]:
    if len(ballots) < FIGURES_FROM:
        return ()
    abstained = Total(choice=ABSTAIN, votes=sum(ballot.abstains for ballot in ballots))
    return (*(Total(choice=key, votes=votes) for key, votes in found.votes.items()), abstained)


def _alike(proposal: Proposal, ballots: Sequence[Ballot]) -> tuple[Alike, ...]:
    if len(ballots) < GROUPED_FROM or len(proposal.options) > MOST_TO_GROUP:
        return ()
    counted = Counter(ballot.keys for ballot in ballots)
    return tuple(Alike(keys=keys, ballots=counted[keys]) for keys in sorted(counted))


def _stages(counted: Count, keys: tuple[str, ...]) -> Stages:
    stages = tuple(_figures(stage, keys) for stage in counted.stages)
    return Stages(quota=counted.quota, valid=counted.valid_votes, stages=stages)


def _figures(stage: Stage, keys: tuple[str, ...]) -> StageFigures:
    moved = stage.transfer
    return StageFigures(
        giver=keys[moved.giver - 1] if moved else None,
        kind=moved.kind if moved else "",
        moved=moved.votes if moved else 0,
        votes=tuple(Total(choice=keys[number - 1], votes=votes) for number, votes in stage.votes.items()),
        elected=tuple(keys[number - 1] for number in stage.elected),
        excluded=tuple(keys[number - 1] for number in stage.excluded),
        spent=stage.non_transferable,
    )
