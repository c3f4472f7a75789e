"""Where changes of the published rota are kept, why, who was asked to stand in, swaps, and a café's own ways."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Index, UniqueConstraint

from alongside.api.store import Rows, Unit, table
from alongside.api.store import columns as c
from alongside.api.values import Period

from ..change import Change, SaidWhy, What, Why
from ..request import Request
from ..settings import Settings
from ..swap import WAITING, Swap

CHANGE = table(
    "cafe_change",
    c.key(),
    c.business(),
    c.text("called"),
    c.day("day"),
    c.text("job"),
    c.instant("starts"),
    c.instant("ends"),
    c.instant("now_starts", nullable=True),
    c.instant("now_ends", nullable=True),
    c.text("what"),
    c.whole("place", nullable=True),
    c.person("person", nullable=True),
    c.yes("herself"),
    c.person("by", nullable=True),
    c.instant("at"),
    c.version(),
    Index("cafe_change_business_day_ix", "business", "day"),
)
CHANGES = Rows(Change, CHANGE, called="change of the rota", about="person")

SAID_WHY = table(
    "cafe_said_why",
    c.key(),
    c.business(),
    c.reference("change", "cafe_change"),
    c.person("person"),
    c.text("why"),
    c.instant("at"),
    c.version(),
    UniqueConstraint("change", name="cafe_said_why_change_key"),
)
# The trail says that she said something, never what: stewards read it.
REASONS_SAID = Rows(SaidWhy, SAID_WHY, called="why somebody cannot come", about="person", quiet=True)

REQUEST = table(
    "cafe_request",
    c.key(),
    c.business(),
    c.text("shift"),
    c.whole("place"),
    c.person("person"),
    c.instant("starts"),
    c.instant("at"),
    c.text("reply", nullable=True),
    c.instant("replied_at", nullable=True),
    c.version(),
    Index("cafe_request_person_starts_ix", "person", "starts"),
)
REQUESTS = Rows(Request, REQUEST, called="question whether somebody can stand in", about="person")

SWAP = table(
    "cafe_swap",
    c.key(),
    c.business(),
    c.person("person"),
    c.text("hers"),
    c.whole("place"),
    c.person("other"),
    c.text("theirs"),
    c.whole("other_place"),
    c.instant("starts"),
    c.instant("at"),
    c.text("stand"),
    c.instant("answered_at", nullable=True),
    c.version(),
)
SWAPS = Rows(Swap, SWAP, called="swap of shifts", about="person")

SETTING = table(
    "cafe_setting",
    c.key(),
    c.business(),
    c.yes("confirm_swaps"),
    c.text("phone"),
    c.version(),
    UniqueConstraint("business", name="cafe_setting_business_key"),
)
SETTINGS = Rows(Settings, SETTING, called="a café’s own ways")


A_DAY = timedelta(days=1)
"""A start is kept as it was when something was asked; the shift itself may have moved, within its day."""


def changes_in(unit: Unit, business: str, period: Period) -> list[Change]:
    """Return what was changed of the shifts of some days, in the order in which it was done."""
    here = (CHANGE.c.business == business, CHANGE.c.day.between(period.first, period.last))
    # Many parts of one page ask for them.
    called = f"cafe.changes:{business}:{period.first}:{period.last}"
    return list(unit.once(called, lambda: tuple(unit.find(CHANGES, *here, order=(CHANGE.c.at, CHANGE.c.id)))))


def changes_about(unit: Unit, person: str) -> list[Change]:
    """Return what was changed of one person's places, in the order in which it was done."""
    return unit.find(CHANGES, CHANGE.c.person == person, order=(CHANGE.c.at, CHANGE.c.id))


def off_in(unit: Unit, business: str, period: Period) -> list[Change]:
    """Return the changes by which people have left shifts of some days, and have not come back to them."""
    newest = {(one.called, one.person): one for one in changes_in(unit, business, period) if one.person}
    return [one for one in newest.values() if one.what is What.OFF]


def off_elsewhere(unit: Unit, business: str, people: Collection[str], period: Period) -> list[Change]:
    """Return the same of some people for all other cafés, but where something at that work did not work for them.

    Who is ill in one café is ill in the next. Which of the other reasons it was is for nobody to tell apart.
    """
    theirs = (CHANGE.c.business != business, CHANGE.c.person.in_(sorted(people)))
    days = CHANGE.c.day.between(period.first, period.last)
    found = unit.find(CHANGES, *theirs, days, order=(CHANGE.c.at, CHANGE.c.id))
    newest = {(one.business, one.called, one.person): one for one in found}
    gone = [one for one in newest.values() if one.what is What.OFF]
    why = said_why(unit, [one.id for one in gone])
    return [one for one in gone if one.id not in why or why[one.id].why is not Why.ACCESS]


def off_of(unit: Unit, business: str, called: str, day: date) -> dict[str, Change]:
    """Return who has left a shift and has not come back, with the change by which she did."""
    found = off_in(unit, business, Period(day, day))
    return {one.person: one for one in found if one.called == called and one.person}


def reshaped_in(unit: Unit, business: str, period: Period) -> dict[str, Change]:
    """Return the newest change of the times of each shift of some days, by what the shift is called."""
    times = (What.SHORTER, What.CALLED_OFF, What.PUT_BACK)
    return {one.called: one for one in changes_in(unit, business, period) if one.what in times and not one.person}


def said_why(unit: Unit, changes: Collection[str]) -> dict[str, SaidWhy]:
    """Return why people cannot come, by the change, as far as they said and it is still kept."""
    if not changes:
        return {}
    return {one.change: one for one in unit.find(REASONS_SAID, SAID_WHY.c.change.in_(list(changes)))}


def requests_for(unit: Unit, shift: str, place: int) -> list[Request]:
    """Return whom it was asked of whether she can have a place, the waiting and the answered, in order of time."""
    of_it = (REQUEST.c.shift == shift, REQUEST.c.place == place)
    return unit.find(REQUESTS, *of_it, order=(REQUEST.c.at, REQUEST.c.id))


def requests_to(unit: Unit, person: str, business: str) -> list[Request]:
    """Return what a person is asked for and has not answered, the next first; some shifts may have begun."""
    hers = (REQUEST.c.person == person, REQUEST.c.business == business, REQUEST.c.reply.is_(None))
    lately = REQUEST.c.starts > unit.now - A_DAY
    return unit.find(REQUESTS, *hers, lately, order=(REQUEST.c.starts, REQUEST.c.id))


def requests_in(unit: Unit, business: str, first: datetime, last: datetime) -> list[Request]:
    """Return what was asked for shifts that begin in a stretch of time, in order of the shifts and of time."""
    here = (REQUEST.c.business == business, REQUEST.c.starts.between(first, last))
    return unit.find(REQUESTS, *here, order=(REQUEST.c.starts, REQUEST.c.shift, REQUEST.c.at, REQUEST.c.id))


def swaps_of(unit: Unit, person: str, business: str) -> list[Swap]:
    """Return the swaps of a person that wait, by her or of her, the next first; some shifts may have begun."""
    return [one for one in swaps_waiting(unit, business) if person in (one.person, one.other)]


def swaps_waiting(unit: Unit, business: str) -> list[Swap]:
    """Return all swaps of a café that wait for somebody, the next first."""
    # They are few, and two tiles of a first page ask for them.
    order = (SWAP.c.starts, SWAP.c.id)
    called = f"cafe.swaps:{business}"
    return list(unit.once(called, lambda: tuple(unit.find(SWAPS, *_waiting(unit, business), order=order))))


def _waiting(unit: Unit, business: str) -> tuple[Any, ...]:
    stands = SWAP.c.stand.in_([one.value for one in WAITING])
    return SWAP.c.business == business, stands, SWAP.c.starts > unit.now - A_DAY


def settings_of(unit: Unit, business: str) -> Settings:
    """Return a café's own ways, the usual ones (without an id) where it has chosen none."""
    found = unit.find(SETTINGS, SETTING.c.business == business)
    return found[0] if found else Settings(id="", business=business)
