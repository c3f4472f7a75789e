"""What a line on a roll allows by itself: to read that one proposal, and to vote in it, whichever role has ended.

The roll is frozen when a vote opens. So whoever is on it can vote until the end, and reads what she votes on and
what came of it; nothing else is allowed by it, and to nobody else.
"""

from __future__ import annotations

from collections.abc import Mapping

from alongside.decisions.actions.holding import line_of
from alongside.decisions.life import ProposalState
from alongside.decisions.tables import PROPOSALS, ROLL
from alongside.store import Unit


def may_vote(unit: Unit, id: str) -> bool:  # noqa: A002 - what the column is called
    """True if the one who acts has a vote as a member, or stands on the roll of this proposal."""
    return unit.may("decisions.vote") or _is_on_it(unit, id)


def need_to_vote(unit: Unit, id: str) -> None:  # noqa: A002 - what the column is called
    """Refuse with ``NotAllowed`` whoever has no vote as a member and does not stand on this roll."""
    if not may_vote(unit, id):
        unit.need("decisions.vote")


def need_to_see(unit: Unit, id: str) -> None:  # noqa: A002 - what the column is called
    """Refuse with ``NotAllowed`` whoever does not see decisions and does not stand on the roll of this one."""
    if not (unit.may("decisions.see") or _is_on_it(unit, id)):
        unit.need("decisions.see")


def opens_one(unit: Unit, names: Mapping[str, str]) -> bool:
    """True if a page about one proposal opens to the one who acts, because she stands on its roll."""
    return _is_on_it(unit, names["proposal"])


def opens_practice(unit: Unit, _names: Mapping[str, str]) -> bool:
    """True if the one who acts may practise a vote, because she stands on the roll of one that is open."""
    mine = [line.proposal for line in unit.find(ROLL, ROLL.table.c.person == unit.actor.id)]
    is_open = PROPOSALS.table.c.state == ProposalState.OPEN.value
    return bool(mine and unit.find(PROPOSALS, PROPOSALS.table.c.id.in_(mine), is_open))


def _is_on_it(unit: Unit, proposal: str) -> bool:
    return line_of(unit, proposal, unit.actor.id) is not None
