"""What decisions lend to other parts inside their unit. The caller was checked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from alongside.decisions.outcome import Decision
from alongside.decisions.proposal import NO, YES, Option, Proposal, ProposalState
from alongside.decisions.tables import OUTCOMES, PROPOSALS
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.refusal import BadInput, NotFound
from alongside.store import Unit


def add_proposal(
    unit: Unit,
    title: str,
    why: str,
    *,
    closes: datetime,
    easy_title: str = "",
    easy_why: str = "",
    options: Sequence[Option] = (YES, NO),
    proposer: str | None = None,
    quorum: int | None = None,
    review: date | None = None,
) -> Proposal:
    """Put a proposal on record as a draft; without a quorum, more than half of the members must take part."""
    new = Proposal(
        id=unit.new_id(),
        title=title.strip(),
        easy_title=easy_title.strip() or title.strip(),
        why=why.strip(),
        easy_why=easy_why.strip() or why.strip(),
        options=tuple(options),
        proposer=proposer,
        closes=closes,
        quorum=len(enterprise.people_with(unit, "member")) // 2 + 1 if quorum is None else quorum,
        review=review,
    )
    return unit.add(PROPOSALS, new)


def proposal(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    """Return a proposal by its id."""
    return unit.get(PROPOSALS, id)


def find_proposal(unit: Unit, text: str) -> Proposal:
    """Return the proposal meant by an id, or by the beginning of one id or title alone.

    Raises:
        NotFound: where none fits.
        BadInput: where several do.
    """
    wanted = text.strip().casefold()
    every = unit.find(PROPOSALS)
    fitting = [one for one in every if one.id == wanted] or [
        one for one in every if wanted and (one.id.startswith(wanted) or one.title.casefold().startswith(wanted))
    ]
    if not fitting:
        raise NotFound("proposal", text, "See “alongside decisions list”.")
    if len(fitting) > 1:
        several = ", ".join(f"“{one.title}” ({one.id[:8]})" for one in fitting[:5])
        raise BadInput(f"“{text}” could be {several}", remedy="Say more of it.")
    return fitting[0]


def outcomes(unit: Unit, period: Period) -> list[Decision]:
    """Return what was voted on in a period, with the outcomes, in the order of their counts."""
    interval = period.interval(enterprise.the_enterprise(unit).zone)
    closed_at = OUTCOMES.table.c.closed_at
    inside = (closed_at >= interval.starts, closed_at < interval.ends)
    found = unit.find(OUTCOMES, *inside, order=(closed_at, OUTCOMES.table.c.id))
    asked = unit.find(PROPOSALS, PROPOSALS.table.c.id.in_([one.proposal for one in found]))
    by_id = {one.id: one for one in asked}
    return [Decision(by_id[one.proposal], one) for one in found]


def open_proposals(unit: Unit) -> list[Proposal]:
    """Return the proposals that are open for votes, the first to close first."""
    table = PROPOSALS.table
    return unit.find(PROPOSALS, table.c.state == ProposalState.OPEN.value, order=(table.c.closes, table.c.id))
