"""Holding a proposal until the unit ends, so that votes and the count take turns, and one's line of its roll."""

from __future__ import annotations

from alongside.decisions.life import ProposalState
from alongside.decisions.proposal import Proposal
from alongside.decisions.roll import NotOnTheRoll, RollLine
from alongside.decisions.tables import PROPOSALS, ROLL
from alongside.refusal import worded
from alongside.store import Unit


def hold(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    """Return a proposal as it is now, held until the unit ends."""
    unit.lock(PROPOSALS, [id])
    return unit.get(PROPOSALS, id)


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
