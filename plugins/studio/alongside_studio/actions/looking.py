"""Looking: what is free, a day at the studio, what waits for an answer, and one's own bookings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

import attrs

from alongside.api import diary, people
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotFound, Period, worded

from .. import offers
from ..bookable import Bookable, Who
from ..booking import Booking, State
from ..day import Entry, Room, StudioDay
from ..kit import Piece, in_words
from ..series import Series
from ..sweep import free_starts
from ..tables import BOOKABLES, BOOKINGS, EVERY_SERIES
from .claiming import booking_there

LONGEST_LOOK = 62


def to_book(unit: Unit, business: str) -> list[Bookable]:
    """Return what the one who acts may book."""
    unit.need("studio.see", business)
    plans = unit.may("studio.plan", business)
    return [one for one in offers.bookables(unit, business) if plans or one.who is Who.MEMBERS]


def free(
    unit: Unit, business: str, days: Period, minutes: int, person: str | None = None, only: str | None = None
) -> list[tuple[Bookable, list[datetime]]]:
    """Return for each bookable that may be that long its free starts on the days, by one search of the diary.

    With a ``person``, times at which she has something else to do are no free starts.
    """
    unit.need("studio.see", business)
    if len(days.days()) > LONGEST_LOOK:
        raise BadInput(f"{len(days.days())} days are too many to look at", remedy=f"Give {LONGEST_LOOK} at most.")
    zone, known = offers.zone_of(unit), offers.pieces(unit, business)
    fitting = [
        one
        for one in offers.bookables(unit, business)
        if one.least <= minutes <= one.most and not minutes % one.grid and only in {None, one.id}
    ]
    asks = [offers.ask_of(one, known, minutes, zone, person) for one in fitting]
    opening = offers.still_to_come(offers.calendar(unit, business, days).between(days.first, days.last), unit.now)
    gaps = offers.free_time(unit, asks, opening)
    return [(one, list(free_starts(ask, opening, gaps))) for one, ask in zip(fitting, asks, strict=True)]


def bookable(unit: Unit, business: str, bookable: str) -> Bookable:
    """Return one thing to book, for whoever may book it."""
    for one in to_book(unit, business):
        if one.id == bookable:
            return one
    raise NotFound(BOOKABLES.called, "", worded("studio", "Choose one from the page."))


def access(unit: Unit, bookable: Bookable) -> list[str]:
    """Return what people can count on in the rooms of a bookable: “step-free”, “quiet”."""
    needed = {need.resource for need in bookable.needs}
    there = [one.kit.access for one in offers.pieces(unit, bookable.business) if one.resource in needed]
    return list(dict.fromkeys(fact for facts in there for fact in facts))


def names(unit: Unit, business: str) -> dict[str, Bookable]:
    """Return everything that can be or ever could be booked, by id."""
    unit.need("studio.see", business)
    return offers.all_bookables(unit, business)


@attrs.frozen(kw_only=True)
class OpenedSeries:
    """A series with its bookings that stand, and its words."""

    series: Series
    bookable: Bookable
    who: str
    bookings: tuple[Booking, ...]


def series(unit: Unit, business: str, series: str) -> OpenedSeries:
    """Return a series, for those who run the studio."""
    unit.need("studio.plan", business)
    found = unit.get(EVERY_SERIES, series)
    if found.business != business:
        raise NotFound(EVERY_SERIES.called, series)
    there = offers.bookings_of_series(unit, series)
    return OpenedSeries(
        series=found,
        bookable=unit.get(BOOKABLES, found.bookable),
        who=next(iter(offers.hirers(unit, there[:1]).values()), ""),
        bookings=tuple(one for one in there if one.state is not State.CANCELLED),
    )


def mine(unit: Unit, business: str) -> tuple[list[Booking], list[Booking]]:
    """Return the bookings of the one who acts: those to come, and the latest that are over or cancelled."""
    unit.need("studio.see", business)
    every = offers.bookings_of(unit, unit.actor.id, business)
    coming = [one for one in every if one.ends > unit.now and one.stands(unit.now)]
    gone = [one for one in every if one not in coming]
    return coming, gone[:-6:-1]


@attrs.frozen(kw_only=True)
class Opened:
    """A booking with its words: what, for whom, how a customer is reached, and what comes with it."""

    booking: Booking
    bookable: Bookable
    who: str
    reach: tuple[str, ...] | None
    things: tuple[str, ...]


def opened(unit: Unit, business: str, booking: str) -> Opened:
    """Return one booking, for whoever it is for and whoever runs the studio."""
    found = unit.get(BOOKINGS, booking)
    unit.need("studio.plan", found.business, own=found.person)
    if found.business != business:
        raise NotFound(BOOKINGS.called, booking)
    return Opened(
        booking=found,
        bookable=unit.get(BOOKABLES, found.bookable),
        who=offers.hirers(unit, [found])[found.id],
        reach=offers.reach(unit, found),
        things=tuple(_things(unit, found)),
    )


def _things(unit: Unit, booking: Booking) -> list[str]:
    known = {one.resource: one for one in offers.pieces(unit, booking.business, active=False)}
    claims = diary.holds(unit, list(known), booking.interval)
    return in_words([known[one.resource] for one in claims if booking_there(one) == booking.id])


# --- the day


def day(unit: Unit, business: str, on: date) -> StudioDay:
    """Return a day with names, for those who run the studio."""
    unit.need("studio.plan", business)
    zone, known = offers.zone_of(unit), offers.pieces(unit, business, active=False)
    within = Period(on, on).interval(zone)
    claims = diary.holds(unit, [one.resource for one in known], within)
    bookings = {one.id: one for one in offers.bookings_in(unit, business, within)}
    who, names = offers.hirers(unit, list(bookings.values())), offers.all_bookables(unit, business)
    calendar = offers.calendar(unit, business, Period(on, on))
    entries = _entries(claims, bookings, who, names, known)
    other = calendar.other(on)
    return StudioDay(
        rooms=tuple(
            Room(
                name=one.name,
                picture=one.kit.picture,
                access=one.kit.access,
                entries=tuple(entries.get(one.resource, ())),
            )
            for one in known
            if one.is_room and (one.kit.active or one.resource in entries)
        )
        + _other_things(known, entries),
        open_words=tuple((one.starts, one.ends) for one in calendar.on(on)),
        reason=other.reason if other else "",
    )


def faces_on(unit: Unit, shown: StudioDay) -> dict[str, people.Face]:
    """Return the faces of the people who come on a day, by booking; a customer from outside has none."""
    booked = [one.booking for room in shown.rooms for one in room.entries if one.booking and one.booking.person]
    faces = people.faces_of(unit, {str(one.person) for one in booked})
    return {one.id: faces[str(one.person)] for one in booked if one.person in faces}


def _other_things(known: Sequence[Piece], entries: Mapping[str, list[Entry]]) -> tuple[Room, ...]:
    """Things that are out by themselves on the day, each like a room; those that go with a room stand there."""
    alone = {
        one.resource: [entry for entry in entries.get(one.resource, ()) if not _in_a_room(entry, known, entries)]
        for one in known
        if not one.is_room
    }
    return tuple(
        Room(name=one.name, picture=one.kit.picture, access=one.kit.access, entries=tuple(alone[one.resource]))
        for one in known
        if alone.get(one.resource)
    )


def _in_a_room(entry: Entry, known: Sequence[Piece], entries: Mapping[str, list[Entry]]) -> bool:
    rooms = [one.resource for one in known if one.is_room]
    return entry.booking is not None and any(
        there.booking is not None and there.booking.id == entry.booking.id
        for room in rooms
        for there in entries.get(room, ())
    )


def _entries(
    claims: Sequence[diary.Claim],
    bookings: Mapping[str, Booking],
    who: Mapping[str, str],
    names: Mapping[str, Bookable],
    known: Sequence[Piece],
) -> dict[str, list[Entry]]:
    by_id = {one.resource: one for one in known}
    rooms = {one.resource for one in known if one.is_room}
    with_it: dict[str, list[Piece]] = {}
    for claim in claims:
        if claim.resource not in rooms and (its := booking_there(claim)):
            with_it.setdefault(its, []).append(by_id[claim.resource])
    found: dict[str, list[Entry]] = {}
    for claim in claims:
        booking = bookings.get(booking_there(claim) or "")
        found.setdefault(claim.resource, []).append(
            Entry(
                starts=booking.starts if booking else claim.starts,
                ends=booking.ends if booking else claim.ends,
                what=claim.label or claim.purpose.value,
                who=who[booking.id] if booking else "",
                booking=booking,
                picture=names[booking.bookable].picture if booking else "lock",
                with_it=tuple(in_words(with_it.get(booking.id, []))) if booking else (),
            )
        )
    return found


def waiting(unit: Unit, business: str) -> list[tuple[Booking, str, str]]:
    """Return the requests and holds that want an answer: booking, what, and for whom."""
    unit.need("studio.plan", business)
    there = offers.waiting(unit, business)
    who, names = offers.hirers(unit, there), offers.all_bookables(unit, business)
    return [(one, names[one.bookable].name, who[one.id]) for one in there]


def booked_on(unit: Unit, business: str, on: date) -> int:
    """Return how many bookings stand on a day."""
    unit.need("studio.plan", business)
    there = offers.bookings_in(unit, business, Period(on, on).interval(offers.zone_of(unit)))
    return sum(one.state in {State.HELD, State.CONFIRMED, State.DONE} for one in there)


def found(unit: Unit, business: str, what: Bookable, starts: datetime, who: str | None) -> Booking:
    """Return the one booking of something that starts at an instant; ``who`` tells several requests apart.

    Raises:
        BadInput: where there is none, or several.
    """
    there = [
        one
        for one in offers.bookings_in(
            unit,
            business,
            Period(*(offers.day_of(starts, offers.zone_of(unit)),) * 2).interval(offers.zone_of(unit)),
        )
        if one.bookable == what.id and one.starts == starts and one.state is not State.CANCELLED
    ]
    names = offers.hirers(unit, there)
    fitting = [one for one in there if who is None or names[one.id].casefold().startswith(who.casefold())]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        told = ", ".join(sorted(names[one.id] for one in fitting))
        raise BadInput(f"“{what.name}” has {len(fitting)} bookings then, for {told}", remedy="Say --for NAME.")
    raise BadInput(f"“{what.name}” has no booking that starts then", remedy="See: alongside studio day")


def whom_it_may_be_for(unit: Unit, business: str) -> list[tuple[str, str]]:
    """Return those for whom somebody who runs the studio may book, as pairs of a key and a name."""
    unit.need("studio.plan", business)
    bands = [(f"customer:{one.id}", one.name) for one in offers.customers(unit, business)]
    return bands + [(f"person:{one.id}", one.name) for one in people.everybody(unit)]


def soon(today: date, days: int = 14) -> Period:
    """Return the days that are offered first."""
    return Period(today, today + timedelta(days=days - 1))
