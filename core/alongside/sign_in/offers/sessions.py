"""Sessions: who is here, since when, and how they came in."""

from __future__ import annotations

from typing import Any

from alongside.sign_in.session import Session, Way, new_token, seal_of
from alongside.sign_in.tables import SESSIONS, session
from alongside.store import Unit


def begin(
    unit: Unit,
    person: str,
    way: Way,
    *,
    helper: str | None = None,
    shared: bool = False,
    card: str | None = None,
    device: str | None = None,
) -> str:
    """Begin a session of a person, and return its secret, which is to be given to her browser and kept nowhere."""
    token = new_token()
    new = Session(
        id=unit.new_id(),
        seal=seal_of(token),
        person=person,
        helper=helper,
        way=way,
        begun=unit.now,
        shared=shared,
        card=card,
        device=device,
    )
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
    return _end_where(unit, session.c.person == person)


def end_begun_with(unit: Unit, card: str) -> int:
    """End every session that a card began, wherever it goes on; return how many there were."""
    return _end_where(unit, session.c.card == card)


def end_on(unit: Unit, device: str) -> int:
    """End every session on one of our devices; return how many there were."""
    return _end_where(unit, session.c.device == device)


def _end_where(unit: Unit, condition: Any) -> int:
    goes_on = (condition, session.c.ended.is_(None))
    # Somebody may be leaving just now: what she ends herself is waited for, and is no reason to fail.
    unit.lock(SESSIONS, [one.id for one in unit.find(SESSIONS, *goes_on)])
    going = unit.find(SESSIONS, *goes_on)
    for one in going:
        unit.change(SESSIONS, one, ended=unit.now)
    return len(going)


def every_session(unit: Unit, person: str) -> list[Session]:
    """Return all that is known of when a person was here, and of when she came in beside somebody."""
    return unit.find(SESSIONS, (session.c.person == person) | (session.c.helper == person))
