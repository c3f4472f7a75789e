"""Booking: once, or every week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

import attrs

from alongside.api import diary, enterprise, people
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotAllowed, Period, local, moments, pounds

from ..bookable import Bookable, Who
from ..booking import Booking, Hirer, Payer, State
from ..customer import Customer
from ..naming import meant
from ..offers import bookables, calendar, customers, day_of, pieces, rates, zone_of
from ..opening import Calendar, lies_within
from ..price import Audience, price, rate_on
from ..refused import ManyClashes, moment, offered, stretch
from ..series import MOST_WEEKS, Came, DateAnswer, Series
from ..sweep import Ask, Option
from ..tables import BOOKABLES, BOOKINGS, EVERY_SERIES
from . import telling
from .claiming import asked, chosen, claim_chosen, claim_time, held_in, must_be_free, must_be_open, nearest_to


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
    new = _booking(unit, bookable, order, order.starts, state)
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
        raise BadInput(f"“{bookable.name}” is not offered any more", remedy="Choose something else.")
    ask = asked(unit, bookable, order.minutes, order.hirer.person)
    must_fit(bookable, ask, order.starts, unit.now)
    must_be_open(unit, bookable, ask, order.starts)
    return ask


def must_fit(bookable: Bookable, ask: Ask, starts: datetime, now: datetime) -> None:
    """Refuse a start that has passed, or that is not on the clock's grid."""
    if starts < now:
        raise BadInput(f"{moment(starts, ask.zone)} has passed", remedy="Give a time to come.")
    there = local(starts, ask.zone)
    if (there.hour * 60 + there.minute) % bookable.grid or there.second:
        raise BadInput(
            f"“{bookable.name}” cannot start at {there:%H:%M}",
            remedy=f"It starts every {bookable.grid} minutes, at {_on_the_grid(bookable.grid)}.",
        )


def _on_the_grid(grid: int) -> str:
    return " or ".join(f"{minute:02d}" for minute in range(0, 60, grid)) + " minutes past"


def _booking(
    unit: Unit, bookable: Bookable, order: Order, starts: datetime, state: State, series: str | None = None
) -> Booking:
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


# --- every week


@attrs.frozen(kw_only=True)
class SeriesCame:
    """What came of a series: its bookings, and the answer for every date, in order."""

    series: Series
    bookings: tuple[Booking, ...]
    answers: tuple[DateAnswer, ...]


def book_series(unit: Unit, order: Order, weeks: int, *, skip: bool = False) -> SeriesCame:
    """Book the same time every week: every open date, or with ``skip`` those that are free.

    Dates on which the studio is closed are left out and told.

    Raises:
        ManyClashes: where dates are taken and nobody said to skip them; nothing is booked then.
    """
    bookable = unit.get(BOOKABLES, order.bookable)
    unit.need("studio.plan", bookable.business)
    if not 2 <= weeks <= MOST_WEEKS:
        raise BadInput(f"a series of {weeks} weeks cannot be booked", remedy=f"Give from 2 to {MOST_WEEKS}.")
    bookable.check(order.minutes)
    ask = asked(unit, bookable, order.minutes, order.hirer.person)
    must_fit(bookable, ask, order.starts, unit.now)
    diary.keep_still(unit, ask.resources)
    options, answers = _looked_up(unit, bookable, ask, order, weeks)
    _refuse_unless_any(options, answers, order, ask, skip=skip)
    return _booked(unit, bookable, ask, order, options, answers)


def _looked_up(
    unit: Unit, bookable: Bookable, ask: Ask, order: Order, weeks: int
) -> tuple[dict[datetime, tuple[Option, ...]], list[DateAnswer]]:
    """Return what each free date would get, and the answer for every date; what stands is read once for all."""
    there = local(order.starts, ask.zone)
    rule = diary.Repeat(
        every=diary.Every.WEEK,
        first=there.date(),
        clock=there.time(),
        minutes=order.minutes,
        zone=ask.zone,
        times=weeks,
    )
    days = diary.repeat_days(rule)
    known = calendar(unit, bookable.business, Period(days[0], days[-1] + timedelta(days=1)))
    held = held_in(unit, ask, order.starts, order.starts + timedelta(weeks=weeks))
    options: dict[datetime, tuple[Option, ...]] = {}
    answers = []
    for day in days:
        # A time that comes twice in October means the first, as in every repeat of the diary.
        instant = next(iter(moments(day, there.time(), ask.zone)), None)
        why = _closed(known, instant, order.minutes, ask.zone)
        if instant is None or why:
            answers.append(DateAnswer(day, Came.CLOSED, why or "the clocks go forward then"))
            continue
        found = chosen(unit, ask, instant, held)
        if isinstance(found, str):
            answers.append(DateAnswer(day, Came.TAKEN, found, nearest_to(unit, bookable, ask, instant)))
        else:
            options[instant] = found
            answers.append(DateAnswer(day, Came.BOOKED))
    return options, answers


def _closed(known: Calendar, starts: datetime | None, minutes: int, zone: str) -> str:
    if starts is None:
        return ""
    day = day_of(starts, zone)
    if lies_within(starts, starts + timedelta(minutes=minutes), known.between(day, day + timedelta(days=1))):
        return ""
    other = known.other(day)
    return other.reason if other else "the studio is not open then"


def _refuse_unless_any(
    options: dict[datetime, tuple[Option, ...]],
    answers: Sequence[DateAnswer],
    order: Order,
    ask: Ask,
    *,
    skip: bool,
) -> None:
    clashes = [one for one in answers if one.came is Came.TAKEN]
    if (clashes and not skip) or not options:
        lines = tuple(f"{one.why} {offered(one.nearest, order.minutes, ask.zone)}" for one in clashes)
        if not lines:
            when = stretch(order.starts, order.minutes, ask.zone)
            raise BadInput(f"the studio is closed on all of these dates, from {when} on", remedy="Choose others.")
        raise ManyClashes(lines, len(answers))


def _booked(
    unit: Unit,
    bookable: Bookable,
    ask: Ask,
    order: Order,
    options: dict[datetime, tuple[Option, ...]],
    answers: Sequence[DateAnswer],
) -> SeriesCame:
    series = _series(unit, bookable, order, answers)
    new = [_booking(unit, bookable, order, starts, State.CONFIRMED, series.id) for starts in options]
    claims = claim_chosen(unit, bookable, ask, options, {one.starts: one.id for one in new})
    kept = tuple(unit.add(BOOKINGS, attrs.evolve(one, claims=claims[one.starts])) for one in new)
    telling.confirmed_series(unit, kept[0], bookable, len(kept))
    return SeriesCame(series=series, bookings=kept, answers=tuple(answers))


def _series(unit: Unit, bookable: Bookable, order: Order, answers: Sequence[DateAnswer]) -> Series:
    there = local(order.starts, zone_of(unit))
    return unit.add(
        EVERY_SERIES,
        Series(
            id=unit.new_id(),
            business=bookable.business,
            bookable=bookable.id,
            person=order.hirer.person,
            first_day=there.date(),
            clock=time(there.hour, there.minute),
            minutes=order.minutes,
            times=len(answers),
            skipped=tuple(one for one in answers if one.came is not Came.BOOKED),
        ),
    )


def rooms_and_kit(unit: Unit, bookable: Bookable) -> list[str]:
    """Return what a bookable needs, in words, such as “Room 1” and “2 Headphones”."""
    names = {one.resource: one.name for one in pieces(unit, bookable.business, active=False)}
    return [names.get(need.resource, "") or f"{need.count} {need.pool}" for need in bookable.needs]
