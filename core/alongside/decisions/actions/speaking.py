"""Speaking: somebody who stands lets herself be heard, in a short recording that members can play."""

from __future__ import annotations

import base64

import sqlalchemy as sa

from alongside.decisions.actions.by_the_roll import need_to_see
from alongside.decisions.actions.standing import before_the_vote, standing_now
from alongside.decisions.proposal import Proposal
from alongside.decisions.sound_file import look
from alongside.decisions.spoken import Spoken
from alongside.decisions.tables import SPOKEN
from alongside.refusal import NotFound
from alongside.store import Unit


def speak(unit: Unit, id: str, content: bytes) -> Spoken:  # noqa: A002 - what the column is called
    """Keep the recording of the one who acts and stands, in place of one before; nothing of it is changed.

    Raises:
        NotASound: where it is none, too large, or longer than everybody's may be.
        NotNow: where she does not stand, and once the vote is open.
    """
    unit.need("decisions.propose")
    found = before_the_vote(unit, id)
    stands = standing_now(unit, found, unit.actor.id)
    heard = look(content)
    _take_away(unit, found, stands.option)
    new = Spoken(
        id=unit.new_id(),
        proposal=id,
        person=stands.person,
        option=stands.option,
        kind=heard.kind,
        seconds=heard.seconds,
        content=base64.b64encode(content).decode(),
    )
    return unit.add(SPOKEN, new)


def be_silent(unit: Unit, id: str) -> None:  # noqa: A002 - what the column is called
    """Take the recording of the one who acts away again."""
    unit.need("decisions.propose")
    found = before_the_vote(unit, id)
    _take_away(unit, found, standing_now(unit, found, unit.actor.id).option)


def recorded(unit: Unit, id: str) -> dict[str, int]:  # noqa: A002 - what the column is called
    """Return who can be heard, by the key of the option, and for how many seconds. No sound is read for that."""
    need_to_see(unit, id)
    table = SPOKEN.table
    asked = sa.select(table.c.option, table.c.seconds).where(table.c.proposal == id)
    return {row[0]: int(row[1]) for row in unit.question(asked)}


def heard(unit: Unit, id: str, option: str) -> Spoken:  # noqa: A002 - what the column is called
    """Return one recording.

    Raises:
        NotFound: where there is none.
    """
    need_to_see(unit, id)
    table = SPOKEN.table
    found = unit.find(SPOKEN, table.c.proposal == id, table.c.option == option)
    if not found:
        raise NotFound("recording", option)
    return found[0]


def _take_away(unit: Unit, found: Proposal, option: str) -> None:
    table = SPOKEN.table
    for one in unit.find(SPOKEN, table.c.proposal == found.id, table.c.option == option):
        unit.remove(SPOKEN, one)
