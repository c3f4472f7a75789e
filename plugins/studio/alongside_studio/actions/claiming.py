"""Claiming the time of a booking, all of it or nothing, and saying what is in the way and what would be free.

The actions that call this have asked whether the one who acts may.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import attrs

from alongside.api import diary
from alongside.api.store import Unit
from alongside.api.values import Interval, Period, Worded, local, worded

from ..bookable import Bookable
from ..booking import Booking, source_of
from ..choosing import Lack, choose, time_of
from ..offers import ask_of, calendar, day_of, pieces, starts_between, zone_of
from ..opening import lies_within
from ..refused import NotFree, NotOpen
from ..sweep import Ask, Option, nearest

BEFORE, AFTER = timedelta(days=7), timedelta(days=14)
"""How far from the time that was wanted another one is looked for."""

Held = Mapping[str, Sequence[diary.Claim]]


def asked(unit: Unit, bookable: Bookable, minutes: int, person: str | None) -> Ask:
    """Return what a booking needs; the person it is for has to be free as well."""
    if person is not None:
        diary.ensure_person(unit, person)
    return ask_of(bookable, pieces(unit, bookable.business), minutes, zone_of(unit), person)


def must_be_open(unit: Unit, bookable: Bookable, ask: Ask, starts: datetime) -> None:
    """Refuse a time at which the studio is not open from start to end, with the reason where there is one."""
    day = day_of(starts, ask.zone)
    days = Period(day - timedelta(days=1), day + timedelta(days=2))
    known = calendar(unit, bookable.business, days)
    if not lies_within(starts, starts + timedelta(minutes=ask.minutes), known.between(days.first, days.last)):
        other = known.other(day)
        why = worded(
            "studio",
            "The studio is not open from {starts} to {ends_time}{why}.",
            why=f": {other.reason}" if other else "",
            **_from_to(starts, ask),
        )
        raise NotOpen(why, nearest_to(unit, bookable, ask, starts), ask.minutes, ask.zone)


def _from_to(starts: datetime, ask: Ask) -> dict[str, datetime]:
    """From when to when a booking would be, as the clocks of the place show it."""
    return {
        "starts": local(starts, ask.zone),
        "ends": local(starts + timedelta(minutes=ask.minutes), ask.zone),
    }


def nearest_to(unit: Unit, bookable: Bookable, ask: Ask, starts: datetime) -> datetime | None:
    """Return the free start closest to the one that was wanted, from a week before to two weeks after."""
    day = day_of(starts, ask.zone)
    return nearest(starts, starts_between(unit, bookable.business, ask, Period(day - BEFORE, day + AFTER)))


def held_in(unit: Unit, ask: Ask, first: datetime, last: datetime) -> dict[str, list[diary.Claim]]:
    """Return what stands on the resources of an ask, for bookings that start from ``first`` to ``last``."""
    ends = last + timedelta(minutes=ask.minutes + ask.longest_turnaround)
    found: dict[str, list[diary.Claim]] = {one: [] for one in ask.resources}
    for claim in diary.holds(unit, ask.resources, Interval(first, ends)):
        found[claim.resource].append(claim)
    return found


def chosen(unit: Unit, ask: Ask, starts: datetime, held: Held) -> tuple[Option, ...] | Worded:
    """Return what a booking would get, else in one sentence what stands in its way."""
    times = {resource: [one.interval for one in claims] for resource, claims in held.items()}
    found = choose(ask, starts, times)
    return _in_the_way(unit, ask, starts, held, found) if isinstance(found, Lack) else found


def _in_the_way(unit: Unit, ask: Ask, starts: datetime, held: Held, lack: Lack) -> Worded:
    there = [
        claim
        for option in lack.need.options
        for claim in held[option.resource]
        if time_of(option, starts, ask.minutes).overlaps(claim.interval)
    ]
    names = diary.names_of(unit, [one.resource for one in lack.need.options])
    when = _from_to(starts, ask)
    if any(diary.resource(unit, one.resource).person for one in lack.need.options):
        return worded(
            "studio", "The person it is for has something else to do on {starts} to {ends_time}.", **when
        )
    if not there:
        return worded("studio", "What this needs is not there any more on {starts} to {ends_time}.", **when)
    if lack.need.count == 1 and len(lack.need.options) == 1:
        return taken(names[there[0].resource], there[0], ask.zone)
    what = ", ".join(dict.fromkeys(one.label or one.purpose.value for one in there))
    # Equal things have one name and a number: “Headphones 3” stands for all of them.
    called = names[lack.need.options[0].resource].rstrip(" 0123456789")
    return worded(
        "studio",
        "{free} of the {count} needed of “{called}” are free on {starts} to {ends_time}; there is {what}.",
        free=lack.free,
        count=lack.need.count,
        called=called,
        what=what,
        **when,
    )


def taken(called: str, claim: diary.Wish, zone: str) -> Worded:
    """Say from when to when something is taken and by what, without whom."""
    starts, ends = local(claim.starts, zone), local(claim.ends, zone)
    what = f": {claim.label}" if claim.label else ""
    said = (
        worded("studio", "{called} is taken on {starts} to {ends_time}{what}.")
        if ends.date() == starts.date()
        else worded("studio", "{called} is taken on {starts} to {ends}{what}.")
    )
    return attrs.evolve(said, facts={"called": called, "what": what, "starts": starts, "ends": ends})


def must_be_free(unit: Unit, bookable: Bookable, ask: Ask, starts: datetime) -> tuple[Option, ...]:
    """Return what a booking would get; what stands in its way is refused, with the nearest free time."""
    found = chosen(unit, ask, starts, held_in(unit, ask, starts, starts))
    if isinstance(found, Worded):
        raise NotFree(found, nearest_to(unit, bookable, ask, starts), ask.minutes, ask.zone)
    return found


def claim_time(
    unit: Unit, bookable: Bookable, ask: Ask, starts: datetime, booking: str, until: datetime | None = None
) -> tuple[str, ...]:
    """Claim all that a booking needs and return the claims.

    Raises:
        NotFree: naming what stands there and the nearest free time, whoever saw it first: this or the database.
    """
    diary.keep_still(unit, ask.resources)
    options = must_be_free(unit, bookable, ask, starts)
    return claim_chosen(unit, bookable, ask, {starts: options}, {starts: booking}, until)[starts]


def claim_chosen(
    unit: Unit,
    bookable: Bookable,
    ask: Ask,
    options: Mapping[datetime, Sequence[Option]],
    bookings: Mapping[datetime, str],
    until: datetime | None = None,
) -> dict[datetime, tuple[str, ...]]:
    """Claim what was chosen for one start or many, all in one; return the claims by start."""
    wishes = [
        diary.Wish(
            resource=option.resource,
            starts=starts,
            ends=time_of(option, starts, ask.minutes).ends,
            purpose=diary.Purpose.BOOKING,
            label=bookable.name,
            business=bookable.business,
            zone=ask.zone,
            source=source_of(bookings[starts]),
            expires=until,
        )
        for starts, several in options.items()
        for option in several
    ]
    try:
        claims = diary.claim_all(unit, wishes)
    except diary.Taken as met:
        there = taken(met.called, met.standing or met.wanted, ask.zone)
        raise NotFree(there, nearest_to(unit, bookable, ask, met.wanted.starts), ask.minutes, ask.zone) from met
    return {starts: tuple(one.id for one in claims if one.starts == starts) for starts in options}


def booking_there(claim: diary.Claim) -> str | None:
    """Return the id of the booking that a claim belongs to, None for a closure or anything else."""
    part, _, booking = claim.source.rpartition(":")
    return booking if part == "studio:booking" else None


def claims_now(unit: Unit, booking: Booking, bookable: Bookable) -> tuple[str, ...]:
    """Claim a booking's time for good; whatever it held before is given back first, in the same unit."""
    ask = asked(unit, bookable, booking.minutes, booking.person)
    # All of it is kept still before anything is given back, so that nobody slips in between.
    diary.keep_still(unit, ask.resources)
    for claim in booking.claims:
        diary.release(unit, claim)
    return claim_time(unit, bookable, ask, booking.starts, booking.id)
