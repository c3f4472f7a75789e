"""Leave that people ask for, by person and by days; and what keeps somebody from being off."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.placements.leave import KEPT, HolidayLeft, LeaveWish, Standing
from alongside.placements.tables.leave import LEAVE_WISH, LEAVE_WISHES
from alongside.store import Unit

_ORDER = (LEAVE_WISH.c.first_day, LEAVE_WISH.c.asked_at, LEAVE_WISH.c.id)


def leave_wish(unit: Unit, id: str) -> LeaveWish:  # noqa: A002 - what the column is called
    """Return a wish for leave by its id."""
    return unit.get(LEAVE_WISHES, id)


def leave_wishes_of(unit: Unit, person: str) -> list[LeaveWish]:
    """Return what a person has asked for, the earliest days first."""
    return unit.find(LEAVE_WISHES, LEAVE_WISH.c.person == person, order=_ORDER)


def leave_wishes_from(unit: Unit, day: date) -> list[LeaveWish]:
    """Return what anybody has asked for that is not over on a day, the earliest days first."""
    return unit.find(LEAVE_WISHES, LEAVE_WISH.c.last_day >= day, order=_ORDER)


def waiting_leave(unit: Unit, day: date) -> list[LeaveWish]:
    """Return what nobody has answered yet and is not over on a day."""
    waits = LEAVE_WISH.c.standing == Standing.WAITING.value
    return unit.find(LEAVE_WISHES, LEAVE_WISH.c.last_day >= day, waits, order=_ORDER)


def on_leave(unit: Unit, people: Collection[str], days: Period) -> list[diary.Claim]:
    """Return the leave that stands in the diary for some people on some days."""
    held = diary.holds(unit, sorted(people), days.interval(enterprise.the_enterprise(unit).zone))
    return [one for one in held if one.purpose is diary.Purpose.LEAVE]


def in_the_way(unit: Unit, wish: LeaveWish) -> list[diary.Claim]:
    """Return what somebody's time is claimed for on the days she asks for, other than leave."""
    held = diary.holds(unit, [wish.person], wish.days.interval(enterprise.the_enterprise(unit).zone))
    return [one for one in held if one.purpose is not diary.Purpose.LEAVE]


def holiday_left(unit: Unit, person: str) -> HolidayLeft | None:
    """Return the holiday that somebody has left, from whichever part knows it; None where none does."""
    told = [left for _, left in unit.collect("holiday_left", person=person)]
    return max(told, key=lambda one: one.day) if told else None


def forget_leave(unit: Unit, person: str) -> None:
    """Take out what a person has asked for."""
    for one in leave_wishes_of(unit, person):
        unit.remove(LEAVE_WISHES, one)


def forget_old_leave(unit: Unit, day: date) -> None:
    """Take out what was asked for long ago."""
    for one in unit.find(LEAVE_WISHES, LEAVE_WISH.c.last_day < day - KEPT):
        unit.remove(LEAVE_WISHES, one)
