"""What the studio does when a day begins, and when a person is erased or asks for what is held of her."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from alongside.api import hook
from alongside.api.display import Said
from alongside.api.store import Unit
from alongside.api.values import Period, local

from . import offers
from .actions import telling
from .booking import Booking, State
from .kept_words import WORDS
from .tables import BOOKABLES, BOOKING, BOOKINGS, EVERY_SERIES, SERIES


@hook
def daily_round(unit: Unit, day: date) -> None:
    """Notice what time alone has changed: holds that ran out, requests nobody answered, bookings that are over."""
    names = {one.id: one for one in unit.find(BOOKABLES)}
    for one in _in_state(unit, State.HELD, BOOKING.c.until <= unit.now):
        offers.end(unit, one, State.CANCELLED)
    for one in _in_state(unit, State.REQUESTED, BOOKING.c.starts <= unit.now):
        telling.not_answered(unit, offers.end(unit, one, State.CANCELLED), names[one.bookable])
    for one in _in_state(unit, State.CONFIRMED, BOOKING.c.ends <= unit.now):
        offers.end(unit, one, State.DONE)
    tomorrow = Period(day + timedelta(days=1), day + timedelta(days=1)).interval(offers.zone_of(unit))
    for one in _in_state(
        unit, State.CONFIRMED, BOOKING.c.starts >= tomorrow.starts, BOOKING.c.starts < tomorrow.ends
    ):
        telling.remind(unit, one, names[one.bookable])


def _in_state(unit: Unit, state: State, *where: Any) -> list[Booking]:
    return unit.find(BOOKINGS, BOOKING.c.state == state.value, *where, order=(BOOKING.c.starts, BOOKING.c.id))


@hook
def person_erased(unit: Unit, person: str) -> None:
    """Cancel her bookings to come and give their time back; of past ones hours and price are left."""
    offers.forget_hirer(unit, offers.bookings_of(unit, person))
    for series in unit.find(EVERY_SERIES, SERIES.c.person == person):
        unit.change(EVERY_SERIES, series, person=None)


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over her bookings, those of the past and cancelled ones too."""
    names = {one.id: one.name for one in unit.find(BOOKABLES)}
    return {
        "bookings": [
            {
                "what": names[one.bookable],
                "starts": str(local(one.starts, one.zone)),
                "ends": str(local(one.ends, one.zone)),
                "state": one.state.value,
                "pence": one.pence,
                "paid_by": one.payer.value,
            }
            for one in offers.bookings_of(unit, person)
        ],
        "series": [
            {
                "what": names[one.bookable],
                "first_day": str(one.first_day),
                "clock": f"{one.clock:%H:%M}",
                "minutes": one.minutes,
                "times": one.times,
            }
            for one in unit.find(EVERY_SERIES, SERIES.c.person == person)
        ],
    }


@hook
def kept_words() -> Mapping[str, Said]:
    """Say what the keys are called by which a person is handed what is kept of her."""
    return WORDS
