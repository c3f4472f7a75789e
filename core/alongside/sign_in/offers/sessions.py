"""Sessions: who is here, since when, and how they came in."""

from __future__ import annotations

from typing import Any

from alongside.sign_in.session import FORMER_WORKS, Session, Way, new_token, seal_of
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
    seal, turned = seal_of(token), session.c.turned
    known = (session.c.seal == seal) | ((session.c.former == seal) & (turned > unit.now - FORMER_WORKS))
    found = next(iter(unit.find(SESSIONS, known, session.c.ended.is_(None))), None)
    return found if found is not None and unit.now < found.until else None


def turn(unit: Unit, id: str) -> str:  # noqa: A002 - what the column is called
    """Give a session another secret, and return it; the one before works for moments only."""
    found, token = unit.get(SESSIONS, id), new_token()
    unit.change(SESSIONS, found, seal=seal_of(token), former=found.seal, turned=unit.now)
    return token


def ask_to_turn(unit: Unit, person: str) -> None:
    """Have every session of a person given another secret when it is used next: what she may do has changed."""
    for one in unit.find(SESSIONS, session.c.person == person, session.c.ended.is_(None)):
        unit.change(SESSIONS, one, turn_asked=unit.now)


def session_by_id(unit: Unit, id: str) -> Session:  # noqa: A002 - what the column is called
    """Return a session by its id."""
    return unit.get(SESSIONS, id)


def end(unit: Unit, id: str) -> None:  # noqa: A002 - what the column is called
    """End a session; one that has ended stays as it is."""
    found = unit.get(SESSIONS, id)
    if found.ended is None:
        unit.change(SESSIONS, found, ended=unit.now)


def of_person(unit: Unit, person: str) -> list[Session]:
    """Return the sessions of a person that go on, the newest first."""
    order = (session.c.begun.desc(), session.c.id)
    going = unit.find(SESSIONS, session.c.person == person, session.c.ended.is_(None), order=order)
    return [one for one in going if unit.now < one.until]


def end_all_of(unit: Unit, person: str, *, but: str = "") -> int:
    """End every session of a person, wherever it goes on, ``but`` one; return how many there were."""
    return end_where(unit, (session.c.person == person) & (session.c.id != but))


def end_begun_with(unit: Unit, card: str, *, but: str = "") -> int:
    """End every session that a card began, wherever it goes on, ``but`` one; return how many there were."""
    return end_where(unit, (session.c.card == card) & (session.c.id != but))


def here_by(unit: Unit, way: Way) -> list[str]:
    """Return whose sessions go on that were begun in a way, each person once."""
    going = unit.find(SESSIONS, session.c.way == way.value, session.c.ended.is_(None))
    return sorted({one.person for one in going if unit.now < one.until})


def end_begun_by(unit: Unit, person: str, way: Way) -> int:
    """End every session of a person that was begun in a way; return how many there were."""
    return end_where(unit, (session.c.person == person) & (session.c.way == way.value))


def end_on(unit: Unit, device: str) -> int:
    """End every session on one of our devices; return how many there were."""
    return end_where(unit, session.c.device == device)


def end_where(unit: Unit, condition: Any) -> int:
    """End every session of which a condition holds; return how many there were."""
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
