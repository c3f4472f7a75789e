"""Holding a proposal until the unit ends, so that votes and the count take turns, and one's line of its roll."""

from __future__ import annotations

from alongside.decisions.life import NotNow, ProposalState
from alongside.decisions.proposal import Proposal
from alongside.decisions.roll import NotOnTheRoll, RollLine
from alongside.decisions.tables import PROPOSALS, ROLL
from alongside.refusal import worded
from alongside.store import Unit


def hold(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    """Return a proposal as it is now, held until the unit ends."""
    unit.lock(PROPOSALS, [id])
    return unit.get(PROPOSALS, id)


def hold_as_teller(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    """Return a proposal, held, for an act of tellers: nobody is a teller of an election in which she stands.

    Raises:
        NotAllowed: where the one who acts does not count votes.
        NotNow: where she stands in this very vote.
    """
    unit.need("decisions.count")
    found = hold(unit, id)
    must_not_stand(unit, found)
    return found


def must_not_stand(unit: Unit, found: Proposal) -> None:
    """Refuse an act of tellers to somebody who stands in this very vote."""
    if found.is_stood_in_by(unit.actor.id):
        raise NotNow(
            worded(
                "decisions",
                "You stand in “{title}”, so you are no teller of it. Ask another teller.",
                title=found.title,
            )
        )


def need_for(unit: Unit, id: str, person: str) -> None:  # noqa: A002 - what the column is called
    """Refuse what a member does for herself where somebody else does it for her who is no teller of it."""
    if person == unit.actor.id:
        unit.need("decisions.propose")
    else:
        hold_as_teller(unit, id)


def must_lead(unit: Unit, found: Proposal) -> None:
    """Refuse what the one who proposed it may do, and tellers: whoever stands in it may not as a teller."""
    unit.need("decisions.count", own=found.proposer)
    if found.proposer != unit.actor.id:
        must_not_stand(unit, found)


def must_be_over(unit: Unit, found: Proposal) -> None:
    """Refuse what waits for the end of a vote: to enter papers, and to count."""
    found.must_be(ProposalState.OPEN)
    if unit.now < found.closes:
        raise NotNow(
            worded(
                "decisions",
                "“{title}” takes votes still. Wait until it ends, or end it early with a reason.",
                title=found.title,
            )
        )


def own_line(unit: Unit, id: str) -> tuple[Proposal, RollLine]:  # noqa: A002 - what the column is called
    """Return an open proposal, held, with the line of the one who acts on its roll.

    Raises:
        NotNow: where the vote is not open.
        NotOnTheRoll: where she had no vote when the roll was frozen.
    """
    found = hold(unit, id)
    found.must_be(ProposalState.OPEN)
    line = line_of(unit, id, unit.actor.id)
    if line is None or found.public_key is None:
        too_late = worded(
            "decisions",
            "You are not on the roll of “{title}”. It was frozen when the vote opened.",
            title=found.title,
        )
        raise NotOnTheRoll(too_late)
    return found, line


def line_of(unit: Unit, proposal: str, person: str) -> RollLine | None:
    """Return a person's line on the roll, or None where she is not on it."""
    table = ROLL.table
    return next(iter(unit.find(ROLL, table.c.proposal == proposal, table.c.person == person)), None)
