"""What signing in lends to others inside their unit. The caller was checked."""

from __future__ import annotations

from datetime import timedelta

from alongside.sign_in.session import Session, Way, new_token, seal_of
from alongside.sign_in.tables import SESSIONS, session
from alongside.store import Unit

KEPT = timedelta(days=90)
"""How long it is known who was here when, after they left."""


def begin(unit: Unit, person: str, way: Way, *, helper: str | None = None) -> str:
    """Begin a session of a person, and return its secret, which is to be given to her browser and kept nowhere."""
    token = new_token()
    new = Session(id=unit.new_id(), seal=seal_of(token), person=person, helper=helper, way=way, begun=unit.now)
    unit.add(SESSIONS, new)
    return token


def going_on(unit: Unit, token: str) -> Session | None:
    """Return the session with this secret, or None where there is none or it has ended."""
    if not token:
        return None
    return next(iter(unit.find(SESSIONS, session.c.seal == seal_of(token), session.c.ended.is_(None))), None)


def end(unit: Unit, id: str) -> None:  # noqa: A002 - what the column is called
    """End a session; one that has ended stays as it is."""
    found = unit.get(SESSIONS, id)
    if found.ended is None:
        unit.change(SESSIONS, found, ended=unit.now)


def end_all_of(unit: Unit, person: str) -> int:
    """End every session of a person, wherever it goes on; return how many there were."""
    going = unit.find(SESSIONS, session.c.person == person, session.c.ended.is_(None))
    for one in going:
        unit.change(SESSIONS, one, ended=unit.now)
    return len(going)


def every_session(unit: Unit, person: str) -> list[Session]:
    """Return all that is known of when a person was here, and of when she came in beside somebody."""
    return unit.find(SESSIONS, (session.c.person == person) | (session.c.helper == person))


def forget(unit: Unit, person: str) -> None:
    """Take out when a person was here, and that she came in beside others."""
    for one in every_session(unit, person):
        if one.person == person:
            unit.remove(SESSIONS, one)
        else:
            unit.change(SESSIONS, one, helper=None)


def forget_old(unit: Unit) -> None:
    """Take out sessions that ended long ago."""
    for one in unit.find(SESSIONS, session.c.ended < unit.now - KEPT):
        unit.remove(SESSIONS, one)
