"""Booking, once or every week."""

from __future__ import annotations

from datetime import datetime

import click

from alongside.api.commands import WALL_TIME, Desk
from alongside.api.display import day as day_words
from alongside.api.values import BadInput, pounds

from ..actions import making
from ..actions.weekly import SeriesCame, book_series
from ..bookable import Bookable
from ..booking import WORDS, Booking
from ..refused import offered, stretch
from ..series import Came
from .reading import at_wall, business_of, facts_of, instant, options, which_one, whole_minutes


@options(
    click.argument("what"),
    at_wall,
    click.option("--hours", type=click.FloatRange(0.25, 24), required=True, help="How long."),
    click.option("--for", "who", required=True, help="For whom: a person on record, or a customer."),
    click.option("--weekly", type=click.IntRange(2, 104), help="The same time every week, so many weeks."),
    click.option("--skip-clashes", is_flag=True, help="Of a series, book the free dates and leave out the rest."),
    click.option("--hold-until", type=WALL_TIME, help="Keep the time until then; it is given back by itself."),
    which_one,
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
    business, starts = business_of(desk), instant(desk, wall, which)
    until = instant(desk, hold_until, "first") if hold_until else None
    if weekly and until:
        raise BadInput("a series cannot be held", remedy="Leave out --weekly or --hold-until.")
    with desk.unit() as unit:
        bookable = making.bookable_named(unit, business, what)
        order = making.Order(
            bookable=bookable.id,
            starts=starts,
            minutes=whole_minutes(hours),
            hirer=making.hirer_named(unit, business, who),
            until=until,
        )
        if weekly:
            came = book_series(unit, order, weekly, skip=skip_clashes)
        else:
            done = making.book(unit, order)
            things = making.rooms_and_kit(unit, bookable)
    if weekly:
        _tell_series(desk, bookable, came)
    else:
        _tell(desk, done, f"{bookable.name} ({', '.join(things)})")


def _tell(desk: Desk, booking: Booking, what: str) -> None:
    when = stretch(booking.starts, booking.minutes, booking.zone)
    pays = "the group pays" if booking.payer.value == "group" else "to be paid by whoever books"
    price = f" Price: {pounds(booking.pence)}, {pays}."
    desk.answer(facts_of(booking, what), f"{what}, {when}: {WORDS[booking.state]}.{price}")


def _tell_series(desk: Desk, bookable: Bookable, came: SeriesCame) -> None:
    minutes = came.series.minutes
    lines = [f"{bookable.name}: {len(came.bookings)} of {came.series.times} dates are booked."]
    for one in came.answers:
        if one.came is Came.CLOSED:
            lines.append(f"  {day_words(one.day)}: left out, {one.why}")
        if one.came is Came.TAKEN:
            lines.append(f"  {day_words(one.day)}: {one.why} {offered(one.nearest, minutes, desk.zone)}")
    facts = {
        "booked": [facts_of(one, bookable.name) for one in came.bookings],
        "left_out": [
            {"day": one.day, "came": one.came.value, "why": one.why, "nearest": one.nearest}
            for one in came.answers
            if one.came is not Came.BOOKED
        ],
    }
    desk.answer(facts, "\n".join(lines))
