"""Closing a room, the day and its sheet, and customers."""

from __future__ import annotations

from datetime import date, datetime

import click

from alongside.api import enterprise
from alongside.api.commands import DAY, WALL_TIME, Desk
from alongside.api.display import Edition
from alongside.api.display import day as day_words
from alongside.api.values import local

from ..actions import closing, customers, looking
from ..booking import WORDS, State
from ..pages.sheet import sheet_name, sheet_pdf
from ..price import audience_named
from .reading import business_of, instant


@click.argument("resource")
@click.option("--from", "starts", type=WALL_TIME, required=True, help="Day and time, as “2026-12-24 12:00”.")
@click.option("--to", "ends", type=WALL_TIME, required=True, help="Day and time it opens again.")
@click.option("--why", default="Closed", show_default=True, help="A few words; no names.")
def close(desk: Desk, resource: str, starts: datetime, ends: datetime, why: str) -> None:
    """Close RESOURCE, a room or a thing, for a while."""
    business = business_of(desk)
    first, last = instant(desk, starts, "first"), instant(desk, ends, "second")
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
    business, on = business_of(desk), when or desk.today
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
    business = business_of(desk)
    with desk.unit() as unit:
        new = customers.add(unit, business, name, audience_named(audience), email=email, phone=phone)
    desk.answer({"name": new.name, "audience": new.audience.value}, f"{new.name} is on the list.")


@click.argument("name")
def customer_forget(desk: Desk, name: str) -> None:
    """Forget NAME: bookings to come are cancelled, of past ones hours and price are left."""
    business = business_of(desk)
    with desk.erasing() as unit:
        customers.forget(unit, business, customers.named(unit, business, name).id)
    desk.answer({"forgotten": True}, "This customer is forgotten.")


def _clocks(starts: datetime, ends: datetime, zone: str) -> tuple[str, str]:
    return f"{local(starts, zone):%H:%M}", f"{local(ends, zone):%H:%M}"
