"""What people are told of their bookings, in the unit in which it happens."""

from __future__ import annotations

from typing import Any

import attrs

from alongside.api import enterprise, messages
from alongside.api.messages import Changed, Sentence
from alongside.api.store import Unit
from alongside.api.values import pounds

from ..bookable import Bookable
from ..booking import Booking, Payer

PART = "studio"


def _(key: str, picture: str = "microphone", **facts: Any) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    days = {"day": facts.pop("day")} if "day" in facts else {}
    moments = {"time": facts.pop("time")} if "time" in facts else {}
    return Sentence(key=key, facts=facts, days=days, moments=moments, picture=picture)


NEWS = ("requested", "confirmed", "moved", "cancelled", "reminder")
"""What is told of a booking; each says how it stands, and so takes the place of what was not heard yet."""


def _tell(unit: Unit, booking: Booking, what: str, title: Sentence, *lines: Sentence) -> None:
    if booking.person is not None:
        for old in NEWS:
            messages.replaced(unit, f"studio:{old}:{booking.id}:", booking.person)
        key = f"studio:{what}:{booking.id}:{booking.version}"
        until = None if what == "not_answered" else booking.starts
        messages.write_to(unit, booking.person, key, PART, title, lines, path=_path(unit, booking), until=until)


def _path(unit: Unit, booking: Booking) -> str:
    return f"/studio/{enterprise.business(unit, booking.business).slug}/booking/{booking.id}"


def _when(booking: Booking, bookable: Bookable) -> tuple[Sentence, ...]:
    return (
        _("What: {what}.", what=bookable.name, picture=bookable.picture),
        _("The day: {day}.", picture="calendar", day=booking.day),
        _("It starts: {time}.", picture="clock", time=booking.starts),
        _("It ends: {time}.", picture="clock", time=booking.ends),
    )


def _price(booking: Booking) -> Sentence:
    if booking.payer is Payer.GROUP:
        return _("You pay nothing. The group pays for you.", picture="money")
    return _("You pay {amount}.", picture="money", amount=pounds(booking.pence))


def confirmed(unit: Unit, booking: Booking, bookable: Bookable) -> None:
    """Tell her that the time is hers."""
    title = _("Your booking at the studio")
    _tell(unit, booking, "confirmed", title, *_when(booking, bookable), _price(booking))


def confirmed_series(unit: Unit, first: Booking, bookable: Bookable, times: int) -> None:
    """Tell her once of all the dates of a series."""
    title = _("Your bookings at the studio")
    how_often = _("You can come {times} times, every week.", picture="changed", times=str(times))
    _tell(unit, first, "confirmed", title, *_when(first, bookable), how_often, _price(first))


def requested(unit: Unit, booking: Booking, bookable: Bookable) -> None:
    """Tell her that a manager has to say yes."""
    title = _("You asked for time at the studio")
    waiting = _("A manager says yes or no. We will tell you.", picture="wait")
    _tell(unit, booking, "requested", title, *_when(booking, bookable), waiting)


def moved(unit: Unit, old: Booking, booking: Booking, bookable: Bookable) -> None:
    """Tell her the new time; her week marks the day, unless she moved it herself."""
    title = _("Your booking at the studio has a new time")
    what, day, *times = _when(booking, bookable)
    if unit.actor.id != booking.person:
        what = attrs.evolve(what, changed=Changed(day=old.day, before=(old.starts, old.ends)))
        day = attrs.evolve(day, changed=Changed(day=booking.day) if booking.day != old.day else None)
    _tell(unit, booking, "moved", title, what, day, *times, _price(booking))


def cancelled(unit: Unit, booking: Booking, bookable: Bookable) -> None:
    """Tell her that it does not happen; her week marks the day, unless she gave it back herself."""
    title = _("Your booking at the studio is cancelled")
    nothing = _("You pay nothing for it.", picture="money")
    what, *rest = _when(booking, bookable)[:3]
    if unit.actor.id != booking.person:
        what = attrs.evolve(what, changed=Changed(day=booking.day, before=(booking.starts, booking.ends)))
    _tell(unit, booking, "cancelled", title, what, *rest, nothing)


def not_answered(unit: Unit, booking: Booking, bookable: Bookable) -> None:
    """Tell her that nobody said yes in time."""
    title = _("Nobody answered in time")
    sorry = _("Nobody said yes to your booking. We are sorry.", picture="wait")
    _tell(unit, booking, "not_answered", title, *_when(booking, bookable)[:3], sorry)


def remind(unit: Unit, booking: Booking, bookable: Bookable) -> None:
    """Remind her on the day before; once for each time that it was booked for."""
    if booking.person is not None:
        key = f"studio:reminder:{booking.id}:{booking.starts:%Y%m%d%H%M}"
        title = _("Tomorrow you are at the studio")
        lines, path = _when(booking, bookable), _path(unit, booking)
        messages.remind(unit, booking.person, "booking", key, PART, title, lines, until=booking.starts, path=path)
