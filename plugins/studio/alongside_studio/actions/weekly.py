"""Booking every week: every open date or, with an answer, those that are free."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

import attrs

from alongside.api import diary
from alongside.api.store import Unit
from alongside.api.values import BadInput, Period, Worded, local, moments

from ..bookable import Bookable
from ..booking import Booking, State
from ..offers import calendar, day_of, zone_of
from ..opening import Calendar, lies_within
from ..refused import ManyClashes, offered, stretch
from ..series import MOST_WEEKS, Came, DateAnswer, Series
from ..sweep import Ask, Option
from ..tables import BOOKABLES, BOOKINGS, EVERY_SERIES
from . import telling
from .claiming import asked, chosen, claim_chosen, held_in, nearest_to
from .making import Order, made_of, must_fit


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
        if isinstance(found, Worded):
            answers.append(DateAnswer(day, Came.TAKEN, str(found), nearest_to(unit, bookable, ask, instant)))
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
    new = [made_of(unit, bookable, order, starts, State.CONFIRMED, series.id) for starts in options]
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
