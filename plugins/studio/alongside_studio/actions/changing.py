"""Changing a booking: approve, cancel, take a cancellation back, move, and how it went."""

from __future__ import annotations

from datetime import datetime, timedelta

from alongside.api import diary
from alongside.api.store import Unit
from alongside.api.values import BadInput, local, worded

from ..bookable import Bookable
from ..booking import Booking, Hirer, Payer, State
from ..offers import end
from ..refused import NotFree, stretch
from ..tables import BOOKABLES, BOOKINGS
from . import telling
from .claiming import asked, booking_there, claim_time, claims_now, must_be_open
from .making import must_fit, priced


def _opened(unit: Unit, booking: str, *, own: bool) -> tuple[Booking, Bookable]:
    """Return a booking and what it is of, for who plans; and for whom it is, where she may do this herself."""
    found = unit.get(BOOKINGS, booking)
    unit.need("studio.plan", found.business, own=found.person if own else None)
    return found, unit.get(BOOKABLES, found.bookable)


def _must_not_have_begun(unit: Unit, booking: Booking) -> None:
    if booking.starts <= unit.now:
        raise BadInput(
            worded(
                "studio",
                "The booking of {starts} has begun. Say how it went instead.",
                starts=local(booking.starts, booking.zone),
            )
        )


class LostTo(NotFree):
    """Approving came too late: another booking has the time; it says which."""

    def __init__(self, met: NotFree, winner: Booking, what: str) -> None:
        self.winner = winner
        super().__init__(met.there, met.nearest, winner.minutes, winner.zone)
        when = stretch(winner.starts, winner.minutes, winner.zone)
        won = worded("studio", "Another booking won: “{what}”, {when}.", what=what, when=when)
        self.said = (won, *self.said)


def approve(unit: Unit, booking: str) -> Booking:
    """Say yes to a request, or keep a hold for good: this claims the time.

    Raises:
        LostTo: where another booking has the time by now; it says which one won.
    """
    found, bookable = _opened(unit, booking, own=False)
    found.may_become(State.CONFIRMED)
    if found.state is State.CANCELLED:
        raise BadInput(worded("studio", "This booking is cancelled. Take the cancellation back instead."))
    _must_not_have_begun(unit, found)
    try:
        claims = claims_now(unit, found, bookable)
    except NotFree as met:
        raise _lost(unit, found, met) from met
    kept = unit.change(BOOKINGS, found, state=State.CONFIRMED, claims=claims, until=None)
    telling.confirmed(unit, kept, bookable)
    return kept


def _lost(unit: Unit, found: Booking, met: NotFree) -> NotFree:
    there = diary.holds(unit, _resources(unit, found), found.interval)
    winners = [one for one in map(booking_there, there) if one and one != found.id]
    if not winners:
        return met
    winner = unit.get(BOOKINGS, winners[0])
    return LostTo(met, winner, unit.get(BOOKABLES, winner.bookable).name)


def _resources(unit: Unit, booking: Booking) -> tuple[str, ...]:
    ask = asked(unit, unit.get(BOOKABLES, booking.bookable), booking.minutes, None)
    return ask.resources


def cancel(unit: Unit, booking: str) -> Booking:
    """Cancel a booking that has not begun, one's own or as a manager; its time is free at once."""
    found, bookable = _opened(unit, booking, own=True)
    _must_not_have_begun(unit, found)
    gone = end(unit, found, State.CANCELLED)
    telling.cancelled(unit, gone, bookable)
    return gone


def take_back(unit: Unit, booking: str) -> Booking:
    """Take a cancellation back, as long as the time is still free; what needs a yes is asked for anew."""
    found, bookable = _opened(unit, booking, own=True)
    _must_not_have_begun(unit, found)
    if found.state is not State.CANCELLED:
        raise BadInput(worded("studio", "This booking is not cancelled. Look at it again."))
    if bookable.approval and not unit.may("studio.plan", found.business):
        again = unit.change(BOOKINGS, found, state=State.REQUESTED)
        telling.requested(unit, again, bookable)
        return again
    claims = claims_now(unit, found, bookable)
    again = unit.change(BOOKINGS, found, state=State.CONFIRMED, claims=claims)
    telling.confirmed(unit, again, bookable)
    return again


def move(unit: Unit, booking: str, starts: datetime) -> Booking:
    """Move a booking to another start: the old time is given back and the new one claimed, or nothing changes.

    The price is worked out anew for the new day. What is still a request stays one.
    """
    found, bookable = _opened(unit, booking, own=True)
    if not found.stands(unit.now):
        raise BadInput(worded("studio", "This booking cannot be moved any more. Book anew."))
    _must_not_have_begun(unit, found)
    ask = asked(unit, bookable, found.minutes, found.person)
    must_fit(bookable, ask, starts, unit.now)
    must_be_open(unit, bookable, ask, starts)
    claims: tuple[str, ...] = ()
    if found.state is not State.REQUESTED:
        diary.keep_still(unit, ask.resources)
        for claim in found.claims:
            diary.release(unit, claim)
        claims = claim_time(unit, bookable, ask, starts, found.id, found.until)
    hirer = Hirer(person=found.person, customer=found.customer, audience=found.audience, payer=Payer.HIRER)
    rate, pence, _ = priced(unit, bookable, hirer, starts, found.minutes)
    ends = starts + timedelta(minutes=found.minutes)
    kept = unit.change(BOOKINGS, found, starts=starts, ends=ends, claims=claims, rate=rate, pence=pence)
    telling.moved(unit, found, kept, bookable)
    return kept


def went(unit: Unit, booking: str, state: State) -> Booking:
    """Say that somebody came (done) or that nobody did (no show)."""
    found, _ = _opened(unit, booking, own=False)
    if state not in {State.DONE, State.NO_SHOW} or found.starts > unit.now:
        raise BadInput(worded("studio", "This booking has not begun yet. Say afterwards how it went."))
    found.may_become(state)
    return unit.change(BOOKINGS, found, state=state)
