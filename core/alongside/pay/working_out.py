"""Working out what one person is paid in a run: from what is known of her to an advice, and nothing else asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from alongside.instants import Period
from alongside.money import Pence
from alongside.pay import found, leave
from alongside.pay.advice import Advice, OnDay
from alongside.pay.facts import Days, Facts
from alongside.pay.line import Line, PaidTime, What
from alongside.pay.lines import lines_of, sick_lines
from alongside.pay.matter import Matter
from alongside.pay.owed import Confirmed, Part, owed, parts, paying, to_pay
from alongside.pay.sickness import Sickness, sickness
from alongside.pay.terms import HolidayBy
from alongside.pay.worth import Worth


def advice_of(facts: Facts, days: Days) -> Advice:
    """Return what a person is paid in a run, with everything that a human has to look at; it has no id yet."""
    hours = list(_parts(facts.confirmed, days.since, days))
    sick = _sickness(facts, days)
    times = _times(facts, hours, sick, days)
    placements = {one.id: one for one in facts.placements}
    lines = [*lines_of(times, placements, days, facts.rolled_up), *sick_lines(times, sick.worth, days)]
    holiday = leave.earned(
        facts.placements, facts.terms_of, lambda one: _minutes(times, one), days.period, days.leave_year
    )
    left = _left(facts, holiday, hours, days)
    return Advice(
        id="",
        run="",
        person=facts.person,
        reference=facts.reference,
        pence=Pence(sum(one.pence for one in lines)),
        minutes=sum(one.minutes for one in lines if one.what is What.WORK and one.about is None),
        earned=holiday.earned,
        accrued=holiday.accrued,
        taken=sum(one.minutes for one in lines if one.what is What.HOLIDAY and one.about is None),
        left=left,
        lines=tuple(lines),
        days=_by_day(times, days),
        times=tuple(times),
        matters=(*_matters(facts, days, hours, sick, lines, times), *found.of_leavers(facts, days, left)),
    )


def _parts(confirmed: Iterable[Confirmed], first: date, days: Days) -> Iterator[Part]:
    for one in confirmed:
        yield from (part for part in parts(one, days.zone) if first <= part.day <= days.period.last)


def _times(facts: Facts, hours: Sequence[Part], sick: Sickness, days: Days) -> list[PaidTime]:
    """What is still to be paid, or taken back: all that is owed without what the ledger says was paid."""
    due = [
        *owed(facts.placements, hours),
        *_leave(facts, hours, days.looked_at, days),
        *_sick(facts, sick, hours, days),
    ]
    if facts.erased:
        return _hours_alone(due, facts)
    known = [one for one in due if one.what is not What.SICK]
    times = to_pay(known, (one for one in facts.paid if one.what is not What.SICK))
    return sorted(
        [*times, *_sick_days(due, facts.paid)], key=lambda one: (one.day, one.what.value, one.claim or "")
    )


def _hours_alone(due: Iterable[PaidTime], facts: Facts) -> list[PaidTime]:
    """Of somebody who is erased nobody knows the days away any more: what was paid for them stays as it is."""
    given = (one for one in facts.paid if one.what is What.WORK)
    times = to_pay((one for one in due if one.what is What.WORK), given)
    return sorted(times, key=lambda one: (one.day, one.claim or ""))


def _leave(facts: Facts, hours: Sequence[Part], during: Period, days: Days) -> Iterator[PaidTime]:
    came = facts.came | {(there.id, part.day) for part in hours if (there := paying(facts.placements, part))}
    on_leave = {day for day in facts.on_leave if during.first <= day <= during.last}
    worth = Worth.of(facts, _work_to_pay(facts, hours), days.leave_year.first)
    return leave.taken(facts.placements, worth.day, on_leave, came)


def _work_to_pay(facts: Facts, hours: Sequence[Part]) -> list[PaidTime]:
    """The hours alone that are still to be paid, or taken back."""
    return to_pay(owed(facts.placements, hours), (one for one in facts.paid if one.what is What.WORK))


def _sickness(facts: Facts, days: Days) -> Sickness:
    return sickness(
        facts.ill,
        facts.weekdays_on,
        facts.placements,
        lambda span: _earned_in(facts, days, span),
        days.since,
    )


def _sick(facts: Facts, sick: Sickness, hours: Sequence[Part], days: Days) -> Iterator[PaidTime]:
    came, during = {part.day for part in hours} | {day for _, day in facts.came}, days.looked_at
    for day, pence in sorted(sick.worth.items()):
        if during.first <= day <= during.last and day not in came:
            yield PaidTime(what=What.SICK, day=day, rate=Pence(pence.numerator // pence.denominator), days=1)


def _sick_days(due: Iterable[PaidTime], paid: Iterable[PaidTime]) -> Iterator[PaidTime]:
    """Sick days are paid or not: that a usual week turns out to be another one changes no day that was paid."""
    owed_days = {one.day: one for one in due if one.what is What.SICK}
    given: dict[date, list[PaidTime]] = {}
    for one in paid:
        if one.what is What.SICK:
            given.setdefault(one.day, []).append(one)
    stands = {day: rows[-1] for day, rows in given.items() if sum(one.days for one in rows) > 0}
    yield from (one for day, one in owed_days.items() if day not in stands)
    for day, one in stands.items():
        if day not in owed_days:
            yield PaidTime(what=What.SICK, day=day, rate=one.rate, days=-1)


def _earned_in(facts: Facts, days: Days, span: Period) -> Fraction:
    """What somebody earned on some days before she was ill, in pence: for hours, and for holiday."""
    hours = [part for one in facts.before for part in parts(one, days.zone) if span.first <= part.day <= span.last]
    due = [*owed(facts.placements, hours), *_leave(facts, hours, span, days)]
    return sum((Fraction(one.minutes * (one.rate or 0), 60) for one in due), Fraction())


def _minutes(times: Iterable[PaidTime], placement: str) -> int:
    return sum(one.minutes for one in times if one.what is What.WORK and one.placement == placement)


def _left(facts: Facts, holiday: leave.Holiday, hours: Sequence[Part], days: Days) -> int | None:
    """Minutes of holiday that are left of the leave year by the end of the period; None where nobody can tell."""
    if facts.erased:
        return None
    terms = [facts.terms_of(one.business) for one in facts.placements if one.days_in(days.period) and one.paid]
    told = [one for one in terms if one.weekdays and one.holiday is not HolidayBy.ROLLED_UP]
    if not told or len(told) < len(terms):
        return None
    year = Period(days.leave_year.first, days.period.last)
    taken = sum(one.minutes for one in _leave(facts, hours, year, days))
    return holiday.year + facts.accrued + holiday.accrued - taken


def _by_day(times: Iterable[PaidTime], days: Days) -> tuple[OnDay, ...]:
    found: dict[date, int] = {}
    for one in times:
        if one.what is What.WORK and one.day >= days.period.first:
            found[one.day] = found.get(one.day, 0) + one.minutes
    return tuple(OnDay(day=day, minutes=minutes) for day, minutes in sorted(found.items()))


def _matters(
    facts: Facts,
    days: Days,
    hours: Sequence[Part],
    sick: Sickness,
    lines: Sequence[Line],
    times: Sequence[PaidTime],
) -> Iterator[Matter]:
    yield from found.of_rates(facts, days)
    yield from found.of_hours(facts, hours, list(_parts(facts.planned, days.period.first, days)), days)
    yield from found.of_absence(facts, days, sick)
    yield from found.of_leave(facts, days)
    yield from found.of_the_rest(facts, lines, times)
