"""What the studio's own rooms use inside a unit that was checked before: what there is, and what stands in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from alongside.api import diary, enterprise, people
from alongside.api.store import Unit
from alongside.api.values import Interval, Period, local

from .bookable import Bookable, Need
from .booking import Booking, State
from .customer import Customer
from .kit import Piece
from .opening import Calendar
from .price import Rate
from .sweep import Ask, Choice, Option, free_starts
from .tables import (
    BOOKABLE,
    BOOKABLES,
    BOOKING,
    BOOKINGS,
    CUSTOMER,
    CUSTOMERS,
    HOURS,
    KIT,
    KITS,
    OPEN_HOURS,
    OTHER_DAY,
    OTHER_DAYS,
    RATE,
    RATES,
)

KIND = "studio"


def studios(unit: Unit) -> list[enterprise.Business]:
    """Return every studio there ever was."""
    return [one for one in enterprise.all_businesses(unit) if one.kind == KIND]


# --- what there is


def pieces(unit: Unit, business: str, *, active: bool = True) -> list[Piece]:
    """Return the rooms and things, rooms first, each group by name; ``active`` ones alone unless told."""
    every = unit.once(f"studio.pieces.{business}", lambda: tuple(_pieces(unit, business)))
    return [one for one in every if one.kit.active or not active]


def _pieces(unit: Unit, business: str) -> list[Piece]:
    named = {one.id: one for one in diary.resources(unit, business)}
    found = [
        Piece(
            kit=one,
            name=named[one.resource].name,
            is_room=named[one.resource].kind is diary.ResourceKind.ROOM,
        )
        for one in unit.find(KITS, KIT.c.business == business)
        if one.resource in named
    ]
    return sorted(found, key=lambda one: (not one.is_room, one.name.casefold(), one.resource))


def calendar(unit: Unit, business: str, days: Period | None = None) -> Calendar:
    """Return when a studio is open; of the days that are different, those of a period alone if one is given."""
    within = () if days is None else (OTHER_DAY.c.day.between(days.first, days.last),)
    hours = unit.find(OPEN_HOURS, HOURS.c.business == business, order=(HOURS.c.weekday, HOURS.c.since))
    others = unit.find(OTHER_DAYS, OTHER_DAY.c.business == business, *within, order=(OTHER_DAY.c.day,))
    return Calendar(zone=zone_of(unit), hours=tuple(hours), others=tuple(others))


def zone_of(unit: Unit) -> str:
    """Return the zone whose clocks the enterprise goes by."""
    return enterprise.the_enterprise(unit).zone


def bookables(unit: Unit, business: str) -> list[Bookable]:
    """Return what can be booked, by name."""
    found = unit.find(BOOKABLES, BOOKABLE.c.business == business, BOOKABLE.c.active)
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def all_bookables(unit: Unit, business: str) -> dict[str, Bookable]:
    """Return everything that can be or ever could be booked, by id."""
    return {one.id: one for one in unit.find(BOOKABLES, BOOKABLE.c.business == business)}


def rates(unit: Unit, business: str, bookable: str | None = None) -> list[Rate]:
    """Return all prices there are or were, of one thing to book or of all, the latest first."""
    of_one = () if bookable is None else (RATE.c.bookable == bookable,)
    return unit.find(RATES, RATE.c.business == business, *of_one, order=(RATE.c.first_day.desc(), RATE.c.id))


def customers(unit: Unit, business: str) -> list[Customer]:
    """Return the customers that were not forgotten, by name."""
    found = unit.find(CUSTOMERS, CUSTOMER.c.business == business, CUSTOMER.c.forgotten.is_(False))
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


# --- bookings


def bookings_in(unit: Unit, business: str, interval: Interval) -> list[Booking]:
    """Return a studio's bookings that share time with the interval, of every state, in order of time."""
    # No booking is longer than a day, so the search is bounded on both sides, as the diary's are.
    where = (
        BOOKING.c.starts > interval.starts - timedelta(hours=25),
        BOOKING.c.starts < interval.ends,
        BOOKING.c.ends > interval.starts,
    )
    return unit.find(BOOKINGS, BOOKING.c.business == business, *where, order=(BOOKING.c.starts, BOOKING.c.id))


def bookings_of(unit: Unit, person: str, business: str | None = None) -> list[Booking]:
    """Return every booking there ever was for a person, in order of time."""
    here = () if business is None else (BOOKING.c.business == business,)
    return unit.find(BOOKINGS, BOOKING.c.person == person, *here, order=(BOOKING.c.starts, BOOKING.c.id))


def bookings_for(unit: Unit, customer: str) -> list[Booking]:
    """Return every booking there ever was for a customer, in order of time."""
    return unit.find(BOOKINGS, BOOKING.c.customer == customer, order=(BOOKING.c.starts, BOOKING.c.id))


def bookings_of_series(unit: Unit, series: str) -> list[Booking]:
    """Return the bookings of a series, in order of time."""
    return unit.find(BOOKINGS, BOOKING.c.series == series, order=(BOOKING.c.starts, BOOKING.c.id))


def hirers(unit: Unit, bookings: Collection[Booking]) -> dict[str, str]:
    """Return by booking what is shown for whoever booked: the name of a person or a customer."""
    people_named = people.names_of(unit, {one.person for one in bookings if one.person})
    ids = {one.customer for one in bookings if one.customer}
    called = {one.id: one.called for one in unit.find(CUSTOMERS, CUSTOMER.c.id.in_(sorted(ids)))} if ids else {}
    return {
        one.id: people_named.get(one.person or "", called.get(one.customer or "", people.A_MEMBER))
        for one in bookings
    }


def reach(unit: Unit, booking: Booking) -> tuple[str, ...] | None:
    """Return the phone and the e-mail noted for a booking's customer; None for a person, whom the outbox tells."""
    if booking.customer is None:
        return None
    customer = unit.get(CUSTOMERS, booking.customer)
    return tuple(way for way in (customer.phone, customer.email) if way)


# --- what a booking asks the diary for


def ask_of(bookable: Bookable, known: Sequence[Piece], minutes: int, zone: str, person: str | None = None) -> Ask:
    """Return what must be free at once for a bookable; with a person, her own time as well."""
    needs = [Choice(_options(need, known), need.count) for need in bookable.needs]
    if person is not None:
        needs.append(Choice((Option(person),)))
    return Ask(needs=tuple(needs), minutes=minutes, grid=bookable.grid, zone=zone)


def _options(need: Need, known: Sequence[Piece]) -> tuple[Option, ...]:
    return tuple(
        Option(one.resource, one.kit.turnaround)
        for one in known
        if (need.resource and one.resource == need.resource) or (need.pool and one.kit.pool == need.pool)
    )


def free_time(unit: Unit, asks: Sequence[Ask], opening: Sequence[Interval]) -> dict[str, list[Interval]]:
    """Return when each resource of the asks is free round the openings, by one bounded search."""
    if not opening:
        return {}
    # Beyond the last closing by the turnaround, which does not have to end within opening hours.
    longest = max((one.longest_turnaround for one in asks), default=0)
    span = Interval(opening[0].starts, opening[-1].ends + timedelta(minutes=longest))
    found: dict[str, list[Interval]] = {one: [] for ask in asks for one in ask.resources}
    for resource, gap in diary.free(unit, list(found), span, 1):
        found[resource].append(gap)
    return found


def give_back(unit: Unit, booking: Booking) -> None:
    """Give the diary back what a booking claims; what it gave back already stays so."""
    for claim in booking.claims:
        diary.release(unit, claim)


def end(unit: Unit, booking: Booking, state: State) -> Booking:
    """Let a booking end in a state of the table, and give its time back where it is still to come."""
    booking.may_become(state)
    if booking.ends > unit.now and state is State.CANCELLED:
        give_back(unit, booking)
        return unit.change(BOOKINGS, booking, state=state, claims=(), until=None)
    return unit.change(BOOKINGS, booking, state=state, until=None)


def day_of(moment: datetime, zone: str) -> date:
    """Return the day of an instant, there."""
    return local(moment, zone).date()


def starts_between(unit: Unit, business: str, ask: Ask, days: Period) -> list[datetime]:
    """Return every free start of an ask on the days, in order; none that has passed."""
    opening = still_to_come(calendar(unit, business, days).between(days.first, days.last), unit.now)
    return list(free_starts(ask, opening, free_time(unit, [ask], opening)))


def still_to_come(opening: Sequence[Interval], now: datetime) -> list[Interval]:
    """Return what of the openings has not passed yet."""
    return [Interval(max(one.starts, now), one.ends) for one in opening if one.ends > now]


def forget_hirer(unit: Unit, bookings: Sequence[Booking]) -> None:
    """Cancel what stands of somebody's bookings, and cut the tie to who booked; hours and price stay on record."""
    for one in bookings:
        ended = end(unit, one, State.CANCELLED) if one.stands(unit.now) and one.ends > unit.now else one
        unit.change(BOOKINGS, ended, person=None, customer=None)


def waiting(unit: Unit, business: str) -> list[Booking]:
    """Return the requests that wait for a yes and the holds that still run, in order of time."""
    states = [State.REQUESTED.value, State.HELD.value]
    there = unit.find(
        BOOKINGS,
        BOOKING.c.business == business,
        BOOKING.c.state.in_(states),
        BOOKING.c.ends > unit.now,
        order=(BOOKING.c.starts, BOOKING.c.id),
    )
    return [one for one in there if one.stands(unit.now)]
