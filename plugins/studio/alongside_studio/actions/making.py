"""Booking once: who may, at what price, and all of it claimed or nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

import attrs

from alongside.api import enterprise, people
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotAllowed, local, pounds, worded

from ..bookable import Bookable, Who
from ..booking import Booking, Hirer, Payer, State
from ..customer import Customer
from ..naming import meant
from ..offers import bookables, customers, day_of, pieces, rates, zone_of
from ..price import Audience, price, rate_on
from ..sweep import Ask
from ..tables import BOOKABLES, BOOKINGS
from . import telling
from .claiming import asked, claim_time, must_be_free, must_be_open


@attrs.frozen(kw_only=True)
class Order:
    """What somebody wants to book. ``until`` makes it a hold that runs out then."""

    bookable: str
    starts: datetime
    minutes: int
    hirer: Hirer
    until: datetime | None = None


def bookable_named(unit: Unit, business: str, text: str) -> Bookable:
    """Return what can be booked by the beginning of its name."""
    return meant("thing to book", [(one.name, one) for one in bookables(unit, business)], text)


def hirer_named(unit: Unit, business: str, text: str) -> Hirer:
    """Return who is meant among customers and people on record, by the beginning of a name."""
    named: list[tuple[str, people.Person | Customer]] = [(one.name, one) for one in customers(unit, business)]
    found = meant("person or customer", [*named, *((one.name, one) for one in people.everybody(unit))], text)
    return of_customer(found) if isinstance(found, Customer) else of_person(unit, found.id)


def of_customer(customer: Customer) -> Hirer:
    """Return a customer as one who books; it pays itself."""
    return Hirer(customer=customer.id, audience=customer.audience)


def of_person(unit: Unit, person: str) -> Hirer:
    """Return a person as one who books; whether the group pays for her is the bookable's to say."""
    member = any(one.role is enterprise.Role.MEMBER for one in enterprise.roles_of(unit, person))
    payer = Payer.GROUP if member else Payer.HIRER
    return Hirer(person=person, audience=Audience.COMMUNITY, payer=payer)


def priced(unit: Unit, bookable: Bookable, hirer: Hirer, starts: datetime, minutes: int) -> tuple[int, int, Payer]:
    """Return the rate, the full price and who pays it."""
    known = rates(unit, bookable.business, bookable.id)
    rate = rate_on(known, hirer.audience, day_of(starts, zone_of(unit))).pence
    payer = hirer.payer if bookable.members_free else Payer.HIRER
    return rate, price(rate, minutes), payer


def prices(unit: Unit, bookable: Bookable, starts: datetime, minutes: int) -> list[tuple[str, str]]:
    """Return what each audience pays for a booking, in words, as far as there are prices."""
    known = rates(unit, bookable.business, bookable.id)
    day, found = day_of(starts, zone_of(unit)), []
    for audience in Audience:
        if any(one.audience is audience and one.holds(day) for one in known):
            amount = price(rate_on(known, audience, day).pence, minutes)
            found.append((audience.value.capitalize(), pounds(amount)))
    return found


def may_book(unit: Unit, bookable: Bookable, hirer: Hirer) -> None:
    """Refuse whoever may not: a member books for herself what members may book, a manager for anybody."""
    own = hirer.person if bookable.who is Who.MEMBERS else None
    if own is not None and own == unit.actor.id:
        unit.need("studio.see", bookable.business)
    else:
        unit.need("studio.plan", bookable.business)


def book(unit: Unit, order: Order) -> Booking:
    """Book, or ask for it where a manager has to say yes; everything it needs is claimed, or nothing.

    Raises:
        NotFree: where something stands there, naming it and the nearest free time.
        NotOpen: where the studio is closed then.
    """
    bookable = unit.get(BOOKABLES, order.bookable)
    may_book(unit, bookable, order.hirer)
    state = _state(unit, bookable, order)
    ask = _checked(unit, bookable, order)
    new = made_of(unit, bookable, order, order.starts, state)
    if state is State.REQUESTED:
        must_be_free(unit, bookable, ask, order.starts)
    else:
        claims = claim_time(unit, bookable, ask, order.starts, new.id, order.until)
        new = attrs.evolve(new, claims=claims)
    unit.add(BOOKINGS, new)
    if state is not State.HELD:
        (telling.requested if state is State.REQUESTED else telling.confirmed)(unit, new, bookable)
    return new


def _state(unit: Unit, bookable: Bookable, order: Order) -> State:
    plans = unit.may("studio.plan", bookable.business)
    if order.until is not None:
        if not plans:
            raise NotAllowed(unit.actor.name, "studio.plan")
        if not unit.now < order.until <= order.starts:
            raise BadInput("a hold runs out later than now and before it begins", remedy="Give another time.")
        return State.HELD
    return State.REQUESTED if bookable.approval and not plans else State.CONFIRMED


def _checked(unit: Unit, bookable: Bookable, order: Order) -> Ask:
    bookable.check(order.minutes)
    if not bookable.active:
        raise BadInput(
            worded("studio", "“{name}” is not offered any more. Choose something else.", name=bookable.name)
        )
    ask = asked(unit, bookable, order.minutes, order.hirer.person)
    must_fit(bookable, ask, order.starts, unit.now)
    must_be_open(unit, bookable, ask, order.starts)
    return ask


def must_fit(bookable: Bookable, ask: Ask, starts: datetime, now: datetime) -> None:
    """Refuse a start that has passed, or that is not on the clock's grid."""
    if starts < now:
        raise BadInput(
            worded("studio", "{starts} has passed. Give a time to come.", starts=local(starts, ask.zone))
        )
    there = local(starts, ask.zone)
    if (there.hour * 60 + there.minute) % bookable.grid or there.second or there.microsecond:
        raise BadInput(
            worded(
                "studio",
                "“{name}” cannot start at {there_time}. It starts every {grid} minutes, at {past}.",
                name=bookable.name,
                there=there,
                grid=bookable.grid,
                past=_on_the_grid(bookable.grid),
            )
        )


def _on_the_grid(grid: int) -> str:
    return " or ".join(f"{minute:02d}" for minute in range(0, 60, grid)) + " minutes past"


def made_of(
    unit: Unit, bookable: Bookable, order: Order, starts: datetime, state: State, series: str | None = None
) -> Booking:
    """Return a booking as it is ordered, with its price; nothing is claimed yet."""
    rate, pence, payer = priced(unit, bookable, order.hirer, starts, order.minutes)
    return Booking(
        id=unit.new_id(),
        business=bookable.business,
        bookable=bookable.id,
        person=order.hirer.person,
        customer=order.hirer.customer,
        audience=order.hirer.audience,
        payer=payer,
        state=state,
        starts=starts,
        ends=starts + timedelta(minutes=order.minutes),
        zone=zone_of(unit),
        rate=rate,
        pence=pence,
        until=order.until,
        series=series,
    )


def rooms_and_kit(unit: Unit, bookable: Bookable) -> list[str]:
    """Return what a bookable needs, in words, such as “Room 1” and “2 Headphones”."""
    names = {one.resource: one.name for one in pieces(unit, bookable.business, active=False)}
    return [names.get(need.resource, "") or f"{need.count} {need.pool}" for need in bookable.needs]
