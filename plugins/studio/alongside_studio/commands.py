"""The studio at the keyboard: what is free, booking, changing a booking, closures, and the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import click

from alongside.api import enterprise
from alongside.api.commands import DAY, WALL_TIME, Desk
from alongside.api.display import Edition
from alongside.api.display import day as day_words
from alongside.api.store import Unit
from alongside.api.values import BadInput, Period, local, moments, pounds

from .actions import changing, closing, customers, looking, making
from .bookable import Bookable
from .booking import WORDS, Booking, State
from .pages.sheet import sheet_name, sheet_pdf
from .price import audience_named
from .refused import no_such_time, offered, stretch, which_of_two
from .series import Came
from .sweep import runs

WHICH = {"first": 0, "second": 1}

_which = click.option(
    "--which", type=click.Choice(list(WHICH)), help="Which one, where a time comes twice in October."
)
_at = click.option("--at", "wall", type=WALL_TIME, required=True, help="When it starts, as “2026-11-27 18:00”.")


def _options(*options: Callable[..., Any]) -> Callable[..., Any]:
    def with_them(run: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            run = option(run)
        return run

    return with_them


def _instant(desk: Desk, wall: datetime, which: str | None) -> datetime:
    """Return the instant of a wall time; one that is none is refused, one that is two is asked about."""
    found = moments(wall.date(), wall.time(), desk.zone)
    day, clock = day_words(wall.date(), year=True), f"{wall:%H:%M}"
    if not found:
        raise no_such_time(day, clock)
    if len(found) > 1 and which is None:
        raise which_of_two(day, clock)
    return found[WHICH[which] if which and len(found) > 1 else 0]


def _minutes(hours: float) -> int:
    return round(hours * 60)


def _business(desk: Desk) -> str:
    return str(desk.business().id)


# --- free


@click.option("--from", "first", type=DAY, help="The first day; today if not said.")
@click.option("--days", default=7, show_default=True, type=click.IntRange(1, 62), help="How many days.")
@click.option(
    "--hours", default=2.0, show_default=True, type=click.FloatRange(0.25, 24), help="How long it is to be."
)
def free(desk: Desk, first: date | None, days: int, hours: float) -> None:
    """Show for each thing to book when it could start."""
    begins, business = first or desk.today, _business(desk)
    period = Period(begins, begins + timedelta(days=days - 1))
    with desk.unit(writing=False) as unit:
        found = looking.free(unit, business, period, _minutes(hours))
    if not found:
        raise BadInput(f"nothing here can be booked for {hours:g} hours", remedy="Give another length.")
    if desk.as_json:
        desk.answer(_free_facts(desk, period, hours, found), "")
        return
    rows = [
        (bookable.name, *_run(desk, one, _minutes(hours)))
        for bookable, starts in found
        for one in runs(starts, bookable.grid)
    ]
    if not rows:
        desk.answer({}, f"Nothing is free for {hours:g} hours on these days.")
        return
    title = f"Free for {hours:g} hours, from {day_words(period.first, year=True)}"
    desk.table(title, ("What", "Day", "Start from", "Start until", "Free until"), rows)


def _run(desk: Desk, run: tuple[datetime, datetime], minutes: int) -> tuple[str, ...]:
    first, last = (local(one, desk.zone) for one in run)
    ends = local(run[1] + timedelta(minutes=minutes), desk.zone)
    return day_words(first.date()), f"{first:%H:%M}", f"{last:%H:%M}", f"{ends:%H:%M}"


def _free_facts(
    desk: Desk, period: Period, hours: float, found: list[tuple[Bookable, list[datetime]]]
) -> dict[str, Any]:
    return {
        "from": period.first,
        "to": period.last,
        "hours": hours,
        "zone": desk.zone,
        "free": [
            {"what": bookable.name, "starts": [local(one, desk.zone).isoformat() for one in starts]}
            for bookable, starts in found
        ],
    }


# --- booking


@_options(
    click.argument("what"),
    _at,
    click.option("--hours", type=click.FloatRange(0.25, 24), required=True, help="How long."),
    click.option("--for", "who", required=True, help="For whom: a person on record, or a customer."),
    click.option("--weekly", type=click.IntRange(2, 104), help="The same time every week, so many weeks."),
    click.option("--skip-clashes", is_flag=True, help="Of a series, book the free dates and leave out the rest."),
    click.option("--hold-until", type=WALL_TIME, help="Keep the time until then; it is given back by itself."),
    _which,
)
def book(
    desk: Desk,
    what: str,
    wall: datetime,
    hours: float,
    who: str,
    weekly: int | None,
    skip_clashes: bool,  # noqa: FBT001 - click hands it over by name
    hold_until: datetime | None,
    which: str | None,
) -> None:
    """Book WHAT for somebody; WHAT and the name may be the beginning of a name."""
    business, starts = _business(desk), _instant(desk, wall, which)
    until = _instant(desk, hold_until, "first") if hold_until else None
    if weekly and until:
        raise BadInput("a series cannot be held", remedy="Leave out --weekly or --hold-until.")
    with desk.unit() as unit:
        bookable = making.bookable_named(unit, business, what)
        order = making.Order(
            bookable=bookable.id,
            starts=starts,
            minutes=_minutes(hours),
            hirer=making.hirer_named(unit, business, who),
            until=until,
        )
        if weekly:
            came = making.book_series(unit, order, weekly, skip=skip_clashes)
        else:
            done = making.book(unit, order)
            things = making.rooms_and_kit(unit, bookable)
    if weekly:
        _tell_series(desk, bookable, came)
    else:
        _tell(desk, done, f"{bookable.name} ({', '.join(things)})")


def _facts(booking: Booking, what: str) -> dict[str, Any]:
    return {
        "what": what,
        "state": booking.state.value,
        "starts": local(booking.starts, booking.zone).isoformat(),
        "ends": local(booking.ends, booking.zone).isoformat(),
        "price_pence": booking.pence,
        "paid_by": booking.payer.value,
    }


def _tell(desk: Desk, booking: Booking, what: str) -> None:
    when = stretch(booking.starts, booking.minutes, booking.zone)
    pays = "the group pays" if booking.payer.value == "group" else "to be paid by whoever books"
    price = f" Price: {pounds(booking.pence)}, {pays}."
    desk.answer(_facts(booking, what), f"{what}, {when}: {WORDS[booking.state]}.{price}")


def _tell_series(desk: Desk, bookable: Bookable, came: making.SeriesCame) -> None:
    minutes = came.series.minutes
    lines = [f"{bookable.name}: {len(came.bookings)} of {came.series.times} dates are booked."]
    for one in came.answers:
        if one.came is Came.CLOSED:
            lines.append(f"  {day_words(one.day)}: left out, {one.why}")
        if one.came is Came.TAKEN:
            lines.append(f"  {day_words(one.day)}: {one.why} {offered(one.nearest, minutes, desk.zone)}")
    facts = {
        "booked": [_facts(one, bookable.name) for one in came.bookings],
        "left_out": [
            {"day": one.day, "came": one.came.value, "why": one.why, "nearest": one.nearest}
            for one in came.answers
            if one.came is not Came.BOOKED
        ],
    }
    desk.answer(facts, "\n".join(lines))


# --- changing


_one = _options(
    click.argument("what"),
    _at,
    click.option("--for", "who", help="For whom, where several asked for the same time."),
    _which,
)


def _change(
    desk: Desk,
    what: str,
    wall: datetime,
    who: str | None,
    which: str | None,
    act: Callable[[Unit, str], Booking],
) -> None:
    business, starts = _business(desk), _instant(desk, wall, which)
    with desk.unit() as unit:
        bookable = making.bookable_named(unit, business, what)
        done = act(unit, looking.found(unit, business, bookable, starts, who).id)
    when = stretch(done.starts, done.minutes, done.zone)
    desk.answer(_facts(done, bookable.name), f"{bookable.name}, {when}: {WORDS[done.state]}.")


@_one
def cancel(desk: Desk, what: str, wall: datetime, who: str | None, which: str | None) -> None:
    """Cancel the booking of WHAT that starts then."""
    _change(desk, what, wall, who, which, changing.cancel)


@_one
def approve(desk: Desk, what: str, wall: datetime, who: str | None, which: str | None) -> None:
    """Say yes to the request for WHAT that starts then, or keep its hold for good."""
    _change(desk, what, wall, who, which, changing.approve)


@_one
def no_show(desk: Desk, what: str, wall: datetime, who: str | None, which: str | None) -> None:
    """Say that nobody came to the booking of WHAT that started then."""
    _change(desk, what, wall, who, which, lambda unit, one: changing.went(unit, one, State.NO_SHOW))


@_options(_one, click.option("--to", type=WALL_TIME, required=True, help="When it is to start instead."))
def move(desk: Desk, what: str, wall: datetime, who: str | None, which: str | None, to: datetime) -> None:
    """Move the booking of WHAT that starts then."""
    starts = _instant(desk, to, which)
    _change(desk, what, wall, who, which, lambda unit, one: changing.move(unit, one, starts))


# --- closing, and the day


@click.argument("resource")
@click.option("--from", "starts", type=WALL_TIME, required=True, help="Day and time, as “2026-12-24 12:00”.")
@click.option("--to", "ends", type=WALL_TIME, required=True, help="Day and time it opens again.")
@click.option("--why", default="Closed", show_default=True, help="A few words; no names.")
def close(desk: Desk, resource: str, starts: datetime, ends: datetime, why: str) -> None:
    """Close RESOURCE, a room or a thing, for a while."""
    business = _business(desk)
    first, last = _instant(desk, starts, "first"), _instant(desk, ends, "second")
    with desk.unit() as unit:
        found = closing.piece_named(unit, business, resource)
        closing.close(unit, business, found, first, last, why)
    desk.answer(
        {"resource": found.name, "from": first, "to": last},
        f"{found.name} is closed from {_said(starts)} until {_said(ends)}.",
    )


def _said(moment: datetime) -> str:
    return f"{day_words(moment.date())}, {moment:%H:%M}"


@click.option("--on", "when", type=DAY, help="The day; today if not said.")
def day(desk: Desk, when: date | None) -> None:
    """Show the bookings of a day, room by room, and what waits for a yes."""
    business, on = _business(desk), when or desk.today
    with desk.unit(writing=False) as unit:
        shown = looking.day(unit, business, on)
        waiting = looking.waiting(unit, business)
    rows = [
        (
            *_clocks(one.starts, one.ends, desk.zone),
            room.name,
            one.what,
            one.who,
            WORDS[one.booking.state] if one.booking else "closed",
        )
        for room in shown.rooms
        for one in room.entries
    ]
    rows += [
        (*_clocks(booking.starts, booking.ends, desk.zone), "", what, who, WORDS[booking.state])
        for booking, what, who in waiting
        if booking.day == on and booking.state is State.REQUESTED
    ]
    title = f"The studio on {day_words(on, year=True)}" + (f": {shown.reason}" if shown.reason else "")
    desk.table(title, ("From", "To", "Where", "What", "For", "State"), sorted(rows))


@click.option("--on", "when", type=DAY, help="The day; today if not said.")
@click.option("--easy", is_flag=True, help="In Easy Read.")
def sheet(desk: Desk, when: date | None, easy: bool) -> None:  # noqa: FBT001 - click hands it over by name
    """Write the sheet of a day into the enterprise's papers."""
    business, on = desk.business(), when or desk.today
    edition = Edition.EASY if easy else Edition.STANDARD
    with desk.unit(writing=False) as unit:
        shown, words = looking.day(unit, business.id, on), enterprise.words(unit)
        named = set(unit.named)
    content = sheet_pdf(shown, on, business.name, desk.today, desk.zone, words, edition)
    path = desk.file_paper(sheet_name(business.slug, on, edition), content, named)
    desk.answer({"paper": path}, f"The sheet is in {path}.")


# --- customers


@click.argument("name")
@click.option("--audience", default="community", show_default=True, help="community, partner or commercial.")
@click.option("--email", default="", help="How to reach it.")
@click.option("--phone", default="", help="How to reach it.")
def customer_add(desk: Desk, name: str, audience: str, email: str, phone: str) -> None:
    """Put NAME, a band or an organisation, on the list."""
    business = _business(desk)
    with desk.unit() as unit:
        new = customers.add(unit, business, name, audience_named(audience), email=email, phone=phone)
    desk.answer({"name": new.name, "audience": new.audience.value}, f"{new.name} is on the list.")


@click.argument("name")
def customer_forget(desk: Desk, name: str) -> None:
    """Forget NAME: bookings to come are cancelled, of past ones hours and price are left."""
    business = _business(desk)
    with desk.unit() as unit:
        customers.forget(unit, business, customers.named(unit, business, name).id)
    desk.clean()
    desk.answer({"forgotten": True}, "This customer is forgotten.")


def _clocks(starts: datetime, ends: datetime, zone: str) -> tuple[str, str]:
    return f"{local(starts, zone):%H:%M}", f"{local(ends, zone):%H:%M}"
