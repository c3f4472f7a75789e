"""Changing a booking, named by what it is of and when it starts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import click

from alongside.api.commands import WALL_TIME, Desk
from alongside.api.store import Unit

from ..actions import changing, looking, making
from ..booking import WORDS, Booking, State
from ..refused import stretch
from .reading import at_wall, business_of, facts_of, instant, options, which_one

_one = options(
    click.argument("what"),
    at_wall,
    click.option("--for", "who", help="For whom, where several asked for the same time."),
    which_one,
)


def _change(
    desk: Desk,
    what: str,
    wall: datetime,
    who: str | None,
    which: str | None,
    act: Callable[[Unit, str], Booking],
) -> None:
    business, starts = business_of(desk), instant(desk, wall, which)
    with desk.unit() as unit:
        bookable = making.bookable_named(unit, business, what)
        done = act(unit, looking.found(unit, business, bookable, starts, who).id)
    when = stretch(done.starts, done.minutes, done.zone)
    desk.answer(facts_of(done, bookable.name), f"{bookable.name}, {when}: {WORDS[done.state]}.")


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


@options(_one, click.option("--to", type=WALL_TIME, required=True, help="When it is to start instead."))
def move(desk: Desk, what: str, wall: datetime, who: str | None, which: str | None, to: datetime) -> None:
    """Move the booking of WHAT that starts then."""
    starts = instant(desk, to, which)
    _change(desk, what, wall, who, which, lambda unit, one: changing.move(unit, one, starts))
