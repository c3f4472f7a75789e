"""Setting a studio up: rooms and kit, hours, what can be booked, and prices."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, time, timedelta

import attrs

from alongside.api import diary
from alongside.api.store import Unit
from alongside.api.values import BadInput

from ..bookable import DAY, Bookable
from ..kit import LONGEST_NAME, LONGEST_TURNAROUND, Kit, Piece
from ..offers import all_bookables, bookables, calendar, pieces, rates
from ..opening import Calendar, OpenHours, OtherDay
from ..price import Audience, Rate
from ..tables import BOOKABLES, HOURS, KITS, OPEN_HOURS, OTHER_DAY, OTHER_DAYS, RATE, RATES

MOST_OF_A_POOL = 50
LONGEST_CLAIM = 25 * 60


@attrs.frozen(kw_only=True)
class SetUp:
    """All that a studio has been told so far."""

    pieces: tuple[Piece, ...]
    calendar: Calendar
    bookables: tuple[Bookable, ...]
    rates: tuple[Rate, ...]

    @property
    def missing(self) -> str:
        """The first step that is still to do; empty where the studio can be booked."""
        steps = (
            ("rooms", any(one.kit.active for one in self.pieces)),
            ("hours", bool(self.calendar.hours)),
            ("bookables", bool(self.bookables)),
            ("prices", bool(self.rates)),
        )
        return next((name for name, done in steps if not done), "")


def set_up(unit: Unit, business: str) -> SetUp:
    """Return all that a studio has been told so far."""
    unit.need("studio.plan", business)
    return SetUp(
        pieces=tuple(pieces(unit, business, active=False)),
        calendar=calendar(unit, business),
        bookables=tuple(bookables(unit, business)),
        rates=tuple(rates(unit, business)),
    )


def add_pieces(
    unit: Unit,
    business: str,
    name: str,
    *,
    room: bool,
    picture: str,
    turnaround: int = 0,
    access: Collection[str] = (),
    count: int = 1,
) -> list[Kit]:
    """Add a room or a thing, or ``count`` equal things: as many of a pool called ``name``, each with a number."""
    unit.need("studio.plan", business)
    called = name.strip()
    if not called or not called.isprintable() or len(called) > LONGEST_NAME:
        raise BadInput("a room or thing needs a name", remedy=f"Say it in 1 to {LONGEST_NAME} letters.")
    if not 1 <= count <= MOST_OF_A_POOL:
        raise BadInput(f"{count} equal things cannot be kept", remedy=f"Give from 1 to {MOST_OF_A_POOL}.")
    _refuse_same_name(unit, business, called)
    kind = diary.ResourceKind.ROOM if room else diary.ResourceKind.THING
    names = [called] if count == 1 else [f"{called} {number}" for number in range(1, count + 1)]
    return [
        unit.add(
            KITS,
            Kit(
                id=unit.new_id(),
                business=business,
                resource=diary.add_resource(unit, one, kind, business).id,
                picture=picture,
                pool=called if count > 1 else "",
                turnaround=turnaround,
                access=tuple(dict.fromkeys(fact.strip() for fact in access if fact.strip())),
            ),
        )
        for one in names
    ]


def _refuse_same_name(unit: Unit, business: str, name: str) -> None:
    known = pieces(unit, business, active=False)
    if name.casefold() in {text.casefold() for one in known for text in (one.name, one.kit.pool)}:
        raise BadInput(f"there is “{name}” already", remedy="Give another name.")


def change_piece(
    unit: Unit,
    kit: str,
    *,
    turnaround: int | None = None,
    access: Collection[str] | None = None,
    active: bool = True,
) -> Kit:
    """Change what is kept of a room or thing, or stop offering it; its bookings stay."""
    found = unit.get(KITS, kit)
    unit.need("studio.plan", found.business)
    return unit.change(
        KITS,
        found,
        turnaround=found.turnaround if turnaround is None else turnaround,
        access=found.access if access is None else tuple(access),
        active=active,
    )


# --- when it is open


def set_hours(unit: Unit, business: str, weekday: int, spans: Sequence[tuple[time, time]]) -> None:
    """Say when the studio is open on a weekday, in the place of what was said before; nothing means closed."""
    unit.need("studio.plan", business)
    for old in unit.find(OPEN_HOURS, HOURS.c.business == business, HOURS.c.weekday == weekday):
        unit.remove(OPEN_HOURS, old)
    for since, until in spans:
        new = OpenHours(id=unit.new_id(), business=business, weekday=weekday, since=since, until=until)
        unit.add(OPEN_HOURS, new)


def set_other_day(
    unit: Unit, business: str, day: date, reason: str, since: time | None = None, until: time | None = None
) -> OtherDay:
    """Say that a day is different: closed, or open at other hours. Bookings that stand then stay as they are."""
    unit.need("studio.plan", business)
    for old in unit.find(OTHER_DAYS, OTHER_DAY.c.business == business, OTHER_DAY.c.day == day):
        unit.remove(OTHER_DAYS, old)
    new = OtherDay(id=unit.new_id(), business=business, day=day, since=since, until=until, reason=reason.strip())
    return unit.add(OTHER_DAYS, new)


def forget_other_day(unit: Unit, other: str) -> None:
    """Let a day be like its weekday again."""
    found = unit.get(OTHER_DAYS, other)
    unit.need("studio.plan", found.business)
    unit.remove(OTHER_DAYS, found)


# --- what can be booked, and prices


def add_bookable(unit: Unit, new: Bookable) -> Bookable:
    """Offer something; what it needs must be there, and be enough.

    Raises:
        BadInput: where a need cannot be met, two needs share a thing, or another one has the name.
    """
    unit.need("studio.plan", new.business)
    known = pieces(unit, new.business)
    met: list[str] = []
    for need in new.needs:
        fitting = [
            one for one in known if one.resource == need.resource or (need.pool and one.kit.pool == need.pool)
        ]
        if len(fitting) < need.count:
            raise BadInput(
                f"“{new.name}” needs {need.count} of something of which there are {len(fitting)}",
                remedy="Add what is missing first.",
            )
        met += [one.resource for one in fitting]
    if len(set(met)) != len(met):
        raise BadInput(f"“{new.name}” needs the same thing twice", remedy="Name each thing once.")
    if new.most + LONGEST_TURNAROUND > LONGEST_CLAIM or new.most > DAY:
        raise BadInput("a booking is a day at the most", remedy="Give fewer hours.")
    if any(one.name.casefold() == new.name.casefold() for one in bookables(unit, new.business)):
        raise BadInput(f"“{new.name}” can be booked already", remedy="Give another name.")
    return unit.add(BOOKABLES, new)


def retire(unit: Unit, bookable: str) -> Bookable:
    """Offer something no longer; bookings of it stay."""
    found = unit.get(BOOKABLES, bookable)
    unit.need("studio.plan", found.business)
    return unit.change(BOOKABLES, found, active=False)


def set_price(unit: Unit, business: str, bookable: str, audience: Audience, pence: int, first_day: date) -> Rate:
    """Set what an hour costs from a day on: the price before ends on the day before, so that one holds on any day.

    Raises:
        BadInput: where a later price is set already.
    """
    unit.need("studio.plan", business)
    if bookable not in all_bookables(unit, business):
        raise BadInput("this cannot be booked here", remedy="Choose what the price is for.")
    for old in unit.find(RATES, RATE.c.bookable == bookable, RATE.c.audience == audience.value):
        if old.first_day > first_day:
            raise BadInput(
                f"there is a price from {old.first_day} on already", remedy="Give that day, or a later one."
            )
        if old.first_day == first_day:
            return unit.change(RATES, old, pence=pence)
        if old.last_day is None or old.last_day >= first_day:
            unit.change(RATES, old, last_day=first_day - timedelta(days=1))
    return unit.add(
        RATES,
        Rate(
            id=unit.new_id(),
            business=business,
            bookable=bookable,
            audience=audience,
            pence=pence,
            first_day=first_day,
        ),
    )
