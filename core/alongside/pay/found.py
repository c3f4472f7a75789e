"""What a run finds that a human has to look at before somebody is paid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from alongside.instants import monday_of
from alongside.pay.facts import Days, Facts
from alongside.pay.floor import too_low
from alongside.pay.line import Line, PaidTime, What
from alongside.pay.matter import Kind, Matter
from alongside.pay.owed import Part, nothing_agreed, paying
from alongside.pay.sickness import Sickness
from alongside.pay.terms import HolidayBy
from alongside.placements.placement import Placement


def of_rates(facts: Facts, days: Days) -> Iterator[Matter]:
    """Hold the rate of every placement that runs in the period to the floor of its first day."""
    for placement in facts.placements:
        if placement.days_in(days.period):
            matter = too_low(placement, facts.born, days.period.first, facts.promises.get(placement.business, ()))
            if matter:
                yield matter


def of_hours(facts: Facts, parts: Sequence[Part], planned: Sequence[Part], days: Days) -> Iterator[Matter]:
    """Find hours that nobody has confirmed, that nothing says the pay of, and that are more than was agreed."""
    waiting = [part for part in planned if paying(facts.placements, part)]
    yield from _by_business(Kind.NOT_CONFIRMED, waiting)
    now = [part for part in parts if part.day >= days.period.first]
    yield from _by_business(Kind.NOTHING_AGREED, [one for one in now if nothing_agreed(facts.placements, one)])
    for placement in (one for one in facts.placements if one.paid):
        yield from _over(placement, [one for one in now if paying(facts.placements, one) == placement])


def _by_business(kind: Kind, parts: Iterable[Part]) -> Iterator[Matter]:
    found: dict[str, list[Part]] = {}
    for part in parts:
        found.setdefault(part.confirmed.business, []).append(part)
    for business, theirs in found.items():
        days = tuple(sorted({one.day for one in theirs}))
        yield Matter(kind=kind, business=business, days=days, minutes=sum(one.minutes for one in theirs))


def _over(placement: Placement, parts: Iterable[Part]) -> Iterator[Matter]:
    weeks: dict[date, int] = {}
    for part in parts:
        weeks[monday_of(part.day)] = weeks.get(monday_of(part.day), 0) + part.minutes
    for monday, minutes in sorted(weeks.items()):
        more = minutes - max(placement.minutes_on(day) for day in (monday, monday + timedelta(days=6)))
        if more > 0:
            yield Matter(kind=Kind.OVER_AGREED, business=placement.business, days=(monday,), minutes=more)


def of_absence(facts: Facts, days: Days, sick: Sickness) -> Iterator[Matter]:
    """Find days on which she was not there and nobody has said why, and sickness that no rule here can pay."""
    said = facts.on_leave | {day for one in facts.away for day in one.days.days()}
    there = {one.business for one in facts.placements if one.paid}
    unsaid = sorted((place, day) for place, day in facts.missed if day not in said and place in there)
    for business in dict.fromkeys(place for place, _ in unsaid):
        theirs = tuple(day for place, day in unsaid if place == business)
        yield Matter(kind=Kind.NOT_SAID_WHY, business=business, days=theirs)
    for kind, spells in (
        (Kind.OLD_SICKNESS, sick.old),
        (Kind.NO_EARNINGS, sick.unearned),
        (Kind.NO_WEEKDAYS, sick.unknown),
        (Kind.EARLIER_PAY, sick.earlier),
    ):
        for spell in spells:
            if spell.last >= days.period.first:
                yield Matter(kind=kind, days=(spell.first, spell.last))


def of_leave(facts: Facts, days: Days) -> Iterator[Matter]:
    """Find leave of which nobody can tell how much it is, as nobody has said on which days she works."""
    now = tuple(sorted(day for day in facts.on_leave if days.period.first <= day <= days.period.last))
    for placement in facts.placements:
        terms = facts.terms_of(placement.business)
        unknown = placement.paid and not terms.weekdays and terms.holiday is not HolidayBy.ROLLED_UP
        theirs = tuple(day for day in now if placement.runs_on(day))
        if unknown and theirs:
            yield Matter(kind=Kind.NO_WEEKDAYS, business=placement.business, days=theirs)


def of_leavers(facts: Facts, days: Days, left: int | None) -> Iterator[Matter]:
    """Find who has stopped working for pay, with holiday that is left: no run pays it by itself."""
    if left is None or left <= 0:
        return
    for one in facts.placements:
        last = one.last_day
        if one.paid and last is not None and days.period.first <= last <= days.period.last:
            goes_on = any(other.paid and other.runs_on(last + timedelta(days=1)) for other in facts.placements)
            if not goes_on:
                yield Matter(kind=Kind.HOLIDAY_LEFT, business=one.business, days=(last,), minutes=left)


def of_the_rest(facts: Facts, lines: Sequence[Line], times: Sequence[PaidTime]) -> Iterator[Matter]:
    """Find questions that wait, what is taken back, and a pay reference that is missing."""
    for business in dict.fromkeys(place for place, _ in facts.asked):
        theirs = tuple(sorted(day for place, day in facts.asked if place == business))
        yield Matter(kind=Kind.QUESTION, business=business, days=theirs)
    back = tuple(sorted({one.day for one in times if one.minutes < 0 or one.days < 0}))
    if any(one.pence < 0 for one in lines):
        minutes = -sum(one.minutes for one in times if one.minutes < 0 and one.what is What.WORK)
        yield Matter(kind=Kind.TAKES_BACK, days=back, minutes=minutes)
    if lines and not facts.reference:
        yield Matter(kind=Kind.NO_REFERENCE)
