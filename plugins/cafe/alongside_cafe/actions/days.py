"""Saying which days are other than every week: those on which the café is closed, and one-off shifts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, time, timedelta

import attrs

from alongside.api import enterprise
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotFound, Period, worded

from ..bank_holidays import BankHoliday, bank_holidays
from ..closure import Closure
from ..one_off import OneOff, one_off_of
from ..pattern import ShiftTemplate
from ..tables import pattern_lines
from ..tables.needs import CLOSURE, CLOSURES, ONE_OFFS, closures_in, one_offs_in

AHEAD = timedelta(days=365)
FARTHEST = timedelta(days=3 * 365)


@attrs.frozen(kw_only=True)
class Ahead:
    """What of a year to come is other than every week, and the bank holidays that may be."""

    closures: Sequence[Closure]
    one_offs: Sequence[OneOff]
    holidays: Sequence[BankHoliday]


def ahead(unit: Unit, business: str) -> Ahead:
    """Return what is known of the year to come, from today on."""
    unit.need("cafe.plan", business)
    days = _year(unit)
    far = Period(days.first, days.first + FARTHEST)
    return Ahead(
        closures=closures_in(unit, business, far),
        one_offs=one_offs_in(unit, business, far),
        holidays=bank_holidays().within(days),
    )


def _year(unit: Unit) -> Period:
    today = enterprise.today(unit)
    return Period(today, today + AHEAD)


# --- closed days


def close(unit: Unit, business: str, day: date, words: str = "") -> Closure:
    """Close the café on a day, or say in other words why it is; the rota follows when it is next filled.

    Raises:
        BadInput: for a day that has been, or one more than three years off.
    """
    unit.need("cafe.plan", business)
    _refuse_far(unit, day)
    old = _closed_on(unit, business, day)
    if old is not None:
        return unit.change(CLOSURES, old, words=words)
    return unit.add(CLOSURES, Closure(id=unit.new_id(), business=business, day=day, words=words))


def open_again(unit: Unit, business: str, closure: str) -> None:
    """Open the café again on a day that was closed.

    Raises:
        NotFound: where there is none of that id here.
    """
    unit.need("cafe.plan", business)
    found = unit.find(CLOSURES, CLOSURE.c.business == business, CLOSURE.c.id == closure)
    if not found:
        raise NotFound("closed day", closure)
    unit.remove(CLOSURES, found[0])


def choose_holidays(unit: Unit, business: str, closed: Mapping[date, str]) -> None:
    """Close on these bank holidays, each with its words, and on no other bank holiday of the year to come."""
    unit.need("cafe.plan", business)
    offered = {one.day for one in bank_holidays().within(_year(unit))}
    there = {one.day: one for one in closures_in(unit, business, _year(unit))}
    for day in sorted(offered & set(there) - set(closed)):
        unit.remove(CLOSURES, there[day])
    for day in sorted(offered & set(closed) - set(there)):
        close(unit, business, day, closed[day])


def _closed_on(unit: Unit, business: str, day: date) -> Closure | None:
    return next(iter(closures_in(unit, business, Period(day, day))), None)


def _refuse_far(unit: Unit, day: date) -> None:
    today = enterprise.today(unit)
    if day < today:
        raise BadInput(worded("cafe", "This day has been. Choose one that is still to come."))
    if day > today + FARTHEST:
        raise BadInput(worded("cafe", "This day is far off. Choose one in the next three years."))


# --- one-off shifts


def one_off(unit: Unit, business: str, called: str) -> OneOff:
    """Return a one-off shift.

    Raises:
        NotFound: where there is none of that id here.
    """
    unit.need("cafe.plan", business)
    found = unit.find(ONE_OFFS, ONE_OFFS.table.c.business == business, ONE_OFFS.table.c.id == called)
    if not found:
        raise NotFound("one-off shift", called)
    return found[0]


def add_one_off(unit: Unit, business: str, day: date, template: ShiftTemplate) -> OneOff:
    """Add a shift on one date; it counts on a closed day too.

    Raises:
        BadInput: for a day that has been, or where that day has a shift of the same job and start.
    """
    unit.need("cafe.plan", business)
    _refuse_far(unit, day)
    _refuse_twice(unit, business, day, template)
    return unit.add(ONE_OFFS, one_off_of(template, day, unit.new_id(), business))


def change_one_off(unit: Unit, old: OneOff, day: date, template: ShiftTemplate) -> OneOff:
    """Put another shift in the place of a one-off one.

    Raises:
        BadInput: for a day that has been, or where that day has a shift of the same job and start.
    """
    unit.need("cafe.plan", old.business)
    _refuse_far(unit, day)
    _refuse_twice(unit, old.business, day, template, without=old.id)
    new = one_off_of(template, day, old.id, old.business)
    return unit.change(ONE_OFFS, old, **attrs.asdict(new, recurse=False, filter=_said))


def _said(field: attrs.Attribute[object], _: object) -> bool:
    return field.name not in {"id", "business", "version"}


def remove_one_off(unit: Unit, old: OneOff) -> None:
    """Take a one-off shift out; what is on the rota stays until it is next filled."""
    unit.need("cafe.plan", old.business)
    unit.remove(ONE_OFFS, old)


def _refuse_twice(unit: Unit, business: str, day: date, template: ShiftTemplate, without: str = "") -> None:
    if (template.starts, template.job) in _begun_on(unit, business, day, without):
        raise BadInput(
            worded(
                "cafe",
                "There is a shift called {job} at {time} on this day. Give another time or name.",
                job=template.job,
                time=f"{template.starts:%H:%M}",
            )
        )


def _begun_on(unit: Unit, business: str, day: date, without: str) -> Collection[tuple[time, str]]:
    """The starts and jobs that a day has: of its week, where it is not closed, and of its one-off shifts."""
    closed = _closed_on(unit, business, day) is not None
    lines = () if closed else pattern_lines(unit, business)
    weekly = {(one.starts, one.job) for one in lines if one.weekday == day.weekday()}
    once = [one for one in one_offs_in(unit, business, Period(day, day)) if one.id != without]
    return weekly | {(one.starts, one.job) for one in once}
