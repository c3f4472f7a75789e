"""Presences: that somebody is still there, that a device has locked itself, and that it was opened again."""

from __future__ import annotations

from alongside.sign_in.presence import USUAL_MINUTES, Locking, Presence
from alongside.sign_in.session import Session
from alongside.sign_in.tables import LOCKING, PRESENCES, SESSIONS, locking, presence, session
from alongside.store import Unit


def locks_itself(going: Session) -> bool:
    """True if a session locks itself when left alone: one on a device of ours that others use too."""
    return going.shared and going.device is not None


def presence_in(unit: Unit, going: Session) -> Presence:
    """Return when somebody was last seen in a session, and whether it is locked."""
    found = unit.find(PRESENCES, presence.c.id == going.id)
    return found[0] if found else Presence(id=going.id, at=going.begun)


def presence_and_minutes(unit: Unit, going: Session) -> tuple[Presence | None, int]:
    """Return that and after how many minutes it locks itself; None and 0 for a session that never does."""
    return (presence_in(unit, going), locking_minutes(unit)) if locks_itself(going) else (None, 0)


def note_seen(unit: Unit, id: str) -> None:  # noqa: A002 - what the column is called
    """Write down that somebody is there in a session now, and so open it if it was locked."""
    _put(unit, Presence(id=id, at=unit.now))


def lock(unit: Unit, id: str) -> None:  # noqa: A002 - the same
    """Lock a session until a card opens it again."""
    _put(unit, Presence(id=id, at=unit.now, locked=True))


def _put(unit: Unit, new: Presence) -> None:
    # Held by its session: of two who come at once, the second finds what the first has written.
    unit.lock(SESSIONS, [new.id])
    if not unit.find(SESSIONS, session.c.id == new.id, session.c.ended.is_(None)):
        return
    for old in unit.find(PRESENCES, presence.c.id == new.id):
        unit.change(PRESENCES, old, at=new.at, locked=new.locked)
        return
    unit.add(PRESENCES, new)


def locking_minutes(unit: Unit) -> int:
    """Return after how many minutes a device that many use locks itself."""
    found = unit.find(LOCKING, locking.c.id == Locking().id)
    return found[0].minutes if found else USUAL_MINUTES


def set_locking_minutes(unit: Unit, minutes: int) -> None:
    """Let devices that many use lock themselves after so many minutes."""
    new = Locking(minutes=minutes)
    for old in unit.find(LOCKING, locking.c.id == new.id):
        unit.change(LOCKING, old, minutes=minutes)
        return
    unit.add(LOCKING, new)
