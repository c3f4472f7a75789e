"""Looking: what members may see of a proposal, its roll and its outcome."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import sqlalchemy as sa

from alongside.decisions.outcome import Outcome
from alongside.decisions.proposal import Proposal, ProposalState
from alongside.decisions.roll import RollLine
from alongside.decisions.tables import OUTCOMES, PROPOSALS, ROLL
from alongside.people import offers as people
from alongside.store import Unit

_ORDER = (ProposalState.OPEN, ProposalState.DRAFT, ProposalState.CLOSED, ProposalState.WITHDRAWN)


@attrs.frozen(kw_only=True)
class Seen:
    """A proposal as one person sees it: how many may vote and have, her own line, and never who else voted."""

    proposal: Proposal
    outcome: Outcome | None
    proposer: str
    on_roll: int
    voted: int
    own: RollLine | None
    votes_taken: bool

    @property
    def may_vote(self) -> bool:
        """True if the one who looks can send a ballot now."""
        return self.own is not None and self.votes_taken


def look(unit: Unit, id: str) -> Seen:  # noqa: A002 - what the column is called
    """Return one proposal."""
    unit.need("decisions.see")
    return _seen(unit, [unit.get(PROPOSALS, id)])[0]


def board(unit: Unit) -> list[Seen]:
    """Return every proposal: those open for votes first and among them the first to close, then the newest."""
    unit.need("decisions.see")
    seen = _seen(unit, unit.find(PROPOSALS))
    return sorted(seen, key=_place)


def _place(seen: Seen) -> tuple[int, float]:
    closes = seen.proposal.closes.timestamp()
    return _ORDER.index(seen.proposal.state), closes if seen.proposal.state is ProposalState.OPEN else -closes


def _seen(unit: Unit, proposals: Sequence[Proposal]) -> list[Seen]:
    """Look up what belongs to the proposals, one query for each kind however many they are."""
    ids = [one.id for one in proposals]
    outcomes = {one.proposal: one for one in unit.find(OUTCOMES, OUTCOMES.table.c.proposal.in_(ids))}
    table = ROLL.table
    own = unit.find(ROLL, table.c.proposal.in_(ids), table.c.person == unit.actor.id)
    lines = {one.proposal: one for one in own}
    counts = {row[0]: (int(row[1]), int(row[2] or 0)) for row in unit.question(_counting(ids))}
    names = people.names_of(unit, [one.proposer for one in proposals if one.proposer])
    return [
        Seen(
            proposal=one,
            outcome=outcomes.get(one.id),
            proposer=names.get(one.proposer or "", people.A_MEMBER),
            on_roll=counts.get(one.id, (0, 0))[0],
            voted=counts.get(one.id, (0, 0))[1],
            own=lines.get(one.id),
            votes_taken=one.state is ProposalState.OPEN and unit.now < one.closes,
        )
        for one in proposals
    ]


def _counting(proposals: Sequence[str]) -> sa.Select[tuple[str, int, int]]:
    roll = ROLL.table
    voted = sa.func.sum(sa.case((roll.c.voted, 1), else_=0))
    return (
        sa.select(roll.c.proposal, sa.func.count(), voted)
        .where(roll.c.proposal.in_(proposals))
        .group_by(roll.c.proposal)
    )
