"""What the studio’s commands read alike: wall times, lengths, and which studio."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import click

from alongside.api.commands import WALL_TIME, Desk
from alongside.api.display import day as day_words
from alongside.api.values import local, moments

from ..booking import Booking
from ..refused import no_such_time, which_of_two

WHICH = {"first": 0, "second": 1}

which_one = click.option(
    "--which", type=click.Choice(list(WHICH)), help="Which one, where a time comes twice in October."
)
at_wall = click.option("--at", "wall", type=WALL_TIME, required=True, help="The start, as “2026-11-27 18:00”.")


def options(*options: Callable[..., Any]) -> Callable[..., Any]:
    """Put several options on a command."""

    def with_them(run: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            run = option(run)
        return run

    return with_them


def instant(desk: Desk, wall: datetime, which: str | None) -> datetime:
    """Return the instant of a wall time; one that is none is refused, one that is two is asked about."""
    found = moments(wall.date(), wall.time(), desk.zone)
    day, clock = day_words(wall.date(), year=True), f"{wall:%H:%M}"
    if not found:
        raise no_such_time(day, clock)
    if len(found) > 1 and which is None:
        raise which_of_two(day, clock)
    return found[WHICH[which] if which and len(found) > 1 else 0]


def whole_minutes(hours: float) -> int:
    """Return hours as minutes."""
    return round(hours * 60)


def business_of(desk: Desk) -> str:
    """Return the id of the studio that the command is about."""
    return str(desk.business().id)


def facts_of(booking: Booking, what: str) -> dict[str, Any]:
    """Return a booking as plain values."""
    return {
        "what": what,
        "state": booking.state.value,
        "starts": local(booking.starts, booking.zone).isoformat(),
        "ends": local(booking.ends, booking.zone).isoformat(),
        "price_pence": booking.pence,
        "paid_by": booking.payer.value,
    }
