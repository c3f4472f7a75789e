"""One's own calendar for other programs: making and ending its address, and reading it by the secret in it."""

from __future__ import annotations

from datetime import datetime

from alongside.diary.actions.company import with_whom
from alongside.diary.calendar_feed import AHEAD, BACK, Feed, new_secret, seal_of, written
from alongside.diary.claim import Purpose
from alongside.diary.offers import holds
from alongside.diary.tables import FEED, FEEDS
from alongside.enterprise import offers as enterprise
from alongside.instants import Interval
from alongside.people import offers as people
from alongside.refusal import NotFound
from alongside.store import Unit


def my_feed(unit: Unit) -> Feed | None:
    """Return the calendar of the one who acts, None where she has none."""
    return _of(unit, unit.actor.id)


def _of(unit: Unit, person: str) -> Feed | None:
    return next(iter(unit.find(FEEDS, FEED.c.person == person)), None)


def address_made(unit: Unit, person: str) -> datetime | None:
    """Return since when a person's calendar has its address, None where it has none."""
    found = _of(unit, person)
    return found.made_at if found else None


def make_address(unit: Unit) -> str:
    """Give the calendar of the one who acts a new address and return its secret; an old one leads nowhere then."""
    unit.need_alone()
    person, secret, old = people.person(unit, unit.actor.id).id, new_secret(), my_feed(unit)
    if old is None:
        unit.add(FEEDS, Feed(id=unit.new_id(), person=person, seal=seal_of(secret), made_at=unit.now))
    else:
        unit.change(FEEDS, old, seal=seal_of(secret), made_at=unit.now)
    return secret


def end_address(unit: Unit) -> None:
    """Let the address of the calendar lead nowhere; nothing happens where there is none."""
    unit.need_alone()
    forget_feed(unit, unit.actor.id)


def say_who(unit: Unit, *, says_who: bool) -> None:
    """Let the calendar of the one who acts name who supports her, or not; she says it by herself.

    Raises:
        NotFound: where she has no calendar.
    """
    unit.need_alone()
    old = my_feed(unit)
    if old is None:
        raise NotFound("calendar", "")
    unit.change(FEEDS, old, says_who=says_who)


def forget_feed(unit: Unit, person: str) -> None:
    """Let a person's calendar be gone."""
    old = _of(unit, person)
    if old is not None:
        unit.remove(FEEDS, old)


def calendar_by(unit: Unit, secret: str) -> str:
    """Return the calendar that a secret leads to: work alone: when, what, where, and with whom if she likes.

    Raises:
        NotFound: for a secret that leads nowhere.
    """
    found = unit.find(FEEDS, FEED.c.seal == seal_of(secret))
    if not found:
        raise NotFound("calendar", "")
    span = Interval(unit.now - BACK, unit.now + AHEAD)
    claims = [one for one in holds(unit, [found[0].person], span) if one.purpose is Purpose.WORK]
    places = {one.id: one.name for one in enterprise.all_businesses(unit)}
    beside = with_whom(unit, found[0].person, claims) if found[0].says_who else {}
    return written(claims, places, enterprise.the_enterprise(unit).name, unit.now, beside)
