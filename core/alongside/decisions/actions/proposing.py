"""Proposing: putting a question to the members, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from alongside.decisions import offers
from alongside.decisions.actions.voting import empty_roll, hold
from alongside.decisions.proposal import NO, YES, Option, Proposal, ProposalState
from alongside.decisions.tables import PROPOSALS
from alongside.store import ActorKind, Unit


def propose(
    unit: Unit,
    title: str,
    why: str,
    *,
    closes: datetime,
    easy_title: str = "",
    easy_why: str = "",
    options: Sequence[Option] = (YES, NO),
    quorum: int | None = None,
    review: date | None = None,
) -> Proposal:
    """Put a proposal on record as a draft, proposed by the one who acts."""
    unit.need("decisions.propose")
    return offers.add_proposal(
        unit,
        title,
        why,
        closes=closes,
        easy_title=easy_title,
        easy_why=easy_why,
        options=options,
        proposer=unit.actor.id if unit.actor.kind is ActorKind.PERSON else None,
        quorum=quorum,
        review=review,
    )


def withdraw(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    """Take a proposal back before it is counted: by the one who made it, or by a teller. Its ballots go."""
    found = hold(unit, id)
    unit.need("decisions.count", own=found.proposer)
    found.must_be(ProposalState.DRAFT, ProposalState.OPEN)
    empty_roll(unit, id)
    return unit.change(PROPOSALS, found, state=ProposalState.WITHDRAWN)
