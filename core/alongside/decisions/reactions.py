"""What decisions do when a person is erased or exported."""

from __future__ import annotations

from typing import Any

from alongside.decisions.proposal import ProposalState
from alongside.decisions.roll import RollLine
from alongside.decisions.tables import PROPOSALS, ROLL
from alongside.plugin import hook
from alongside.store import Unit


@hook
def person_erased(unit: Unit, person: str) -> None:
    """Take her ballots out of open votes and her name off every roll; a nameless mark keeps its size true.

    What she proposed stays: it was decided on by others. It is shown as proposed by “a member”.
    """
    lines = unit.find(ROLL, ROLL.table.c.person == person)
    unit.lock(PROPOSALS, [line.proposal for line in lines])
    for line in unit.find(ROLL, ROLL.table.c.person == person):
        if unit.get(PROPOSALS, line.proposal).state is ProposalState.OPEN:
            unit.change(ROLL, line, person=None, voted=False, day=None, channel=None, sealed=None)
        else:
            unit.change(ROLL, line, person=None)


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over what she proposed, and in which votes she had a part. What she chose is known to nobody."""
    proposed = unit.find(PROPOSALS, PROPOSALS.table.c.proposer == person)
    return {
        "proposals": [{"title": one.title, "why": one.why, "state": one.state.value} for one in proposed],
        "votes": [_plain(unit, line) for line in unit.find(ROLL, ROLL.table.c.person == person)],
    }


def _plain(unit: Unit, line: RollLine) -> dict[str, Any]:
    return {
        "title": unit.get(PROPOSALS, line.proposal).title,
        "voted": line.voted,
        "day": line.day.isoformat() if line.day else None,
        "channel": line.channel.value if line.channel else None,
    }
