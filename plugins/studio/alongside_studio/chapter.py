"""The studio's chapter of the report: hours of hire beside members' hours, and what was earned."""

from __future__ import annotations

from calendar import month_name

from alongside.api.display import View, duration, money
from alongside.api.reports import Figure
from alongside.api.store import Unit
from alongside.api.values import Period

from . import offers
from .booking import Booking
from .summary import by_month, by_room, summary


def write(unit: Unit, period: Period) -> View:
    """Tell how the studios were used."""
    there = _bookings(unit, period)
    months = by_month(there, unit.now)
    facts = {
        "now": summary(there, unit.now),
        "before": summary(_bookings(unit, period.before), unit.now),
        "months": [month_name[month] for (_, month), _ in months],
        "hire": [one.hire // 60 for _, one in months],
        "members": [one.members // 60 for _, one in months],
        "rooms": _rooms(unit, period),
    }
    return View("chapter.html", "The studio", facts)


def _bookings(unit: Unit, period: Period) -> list[Booking]:
    """The bookings of all studios that start in the period."""
    within = period.interval(offers.zone_of(unit))
    found = [one for studio in offers.studios(unit) for one in offers.bookings_in(unit, studio.id, within)]
    return [one for one in found if within.starts <= one.starts < within.ends]


def _rooms(unit: Unit, period: Period) -> list[tuple[str, int, int]]:
    """Each room with the hours it was used and those the studio was open; a room that was closed is in both."""
    within, found = period.interval(offers.zone_of(unit)), []
    for studio in offers.studios(unit):
        known = offers.pieces(unit, studio.id, active=False)
        there = [
            one for one in offers.bookings_in(unit, studio.id, within) if within.starts <= one.starts < within.ends
        ]
        calendar = offers.calendar(unit, studio.id, period)
        opened = sum(one.minutes for one in calendar.between(period.first, period.last) if one.ends <= unit.now)
        used = by_room(there, offers.all_bookables(unit, studio.id), known, unit.now)
        found += [(name, minutes // 60, opened // 60) for name, minutes in used]
    return found


def figures(unit: Unit, period: Period) -> tuple[Figure, ...]:
    """Hand the first page the hours that were used; nothing where there were none."""
    now, before = (summary(_bookings(unit, one), unit.now) for one in (period, period.before))
    if not now.bookings:
        return ()
    hours, earlier = now.minutes // 60, before.minutes // 60
    known = before.bookings > 0
    return (
        Figure(
            now=hours,
            before=earlier if known else None,
            said=f"{hours:,} hours",
            said_before=f"{earlier:,} hours" if known else "",
            sentence=(
                f"The studio was used for {hours:,} hours, {duration(now.members)} of them by members;"
                f" hire came to {money(now.earned)}."
            ),
            easy=f"People used the studio for **{hours:,} hours**.",
            easy_change=_change(hours - earlier) if known else "",
            picture="microphone",
            rank=30,
        ),
    )


def _change(more: int) -> str:
    if more == 0:
        return "That is **the same** as before."
    return f"That is **{abs(more):,} hours {'more' if more > 0 else 'fewer'}** than before."
