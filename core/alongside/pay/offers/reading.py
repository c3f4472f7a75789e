"""Reading what a run has to know of everybody: a few questions for all people together, none for each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import TypeVar

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import Period, local
from alongside.pay.average import FURTHEST
from alongside.pay.away import Away, Because, days_of
from alongside.pay.facts import Days, Facts
from alongside.pay.line import PaidTime
from alongside.pay.offers.absence import away_in
from alongside.pay.offers.agreed import every_terms, references
from alongside.pay.offers.ledger import accrued, paid_to, rolled_up
from alongside.pay.offers.owing import Owing, owing
from alongside.pay.owed import Confirmed
from alongside.pay.sickness import LOOKED_AT
from alongside.pay.terms import HolidayBy, Terms
from alongside.people import offers as people
from alongside.placements import offers as placements
from alongside.placements.attendance import Attendance
from alongside.placements.placement import Placement
from alongside.store import Unit

T = TypeVar("T")

_A_DAY = timedelta(days=1)
_A_MOMENT = timedelta(microseconds=1)


def facts_of_all(unit: Unit, days: Days, before: datetime | None) -> list[Facts]:
    """Return what is known of everybody who may be paid; ``before`` is when the run before was read."""
    ever = Period(min(days.since, days.leave_year.first), days.period.last)
    agreed = _together((one.person, one) for one in placements.placements_in(unit, ever))
    owes = owing(unit, days, before, agreed)
    _add_ended(unit, agreed, owes)
    known = _Known(unit, days, ever, agreed, owes)
    paid = {person for person, theirs in agreed.items() if any(one.paid for one in theirs)}
    return [known.of(person) for person in sorted({*paid, *owes.notes, *owes.paid})]


def _add_ended(unit: Unit, agreed: dict[str, list[Placement]], owes: Owing) -> None:
    """Add the placements that have ended before all this since, and that the ledger has paid something for."""
    there = {one.id for theirs in agreed.values() for one in theirs}
    named = {one.placement for rows in owes.paid.values() for one in rows if one.placement} - there
    for one in placements.placements_by_ids(unit, named).values() if named else ():
        agreed.setdefault(one.person, []).insert(0, one)


class _Known:
    """All that was read of everybody, by person."""

    def __init__(
        self, unit: Unit, days: Days, ever: Period, agreed: Mapping[str, list[Placement]], owes: Owing
    ) -> None:
        self.days, self.agreed, self.owes = days, agreed, owes
        self.born = {one.id: one.date_of_birth for one in people.for_counting(unit)}
        self.references, self.terms = references(unit), every_terms(unit)
        self.accrued = accrued(unit, days.leave_year)
        self.rolled = rolled_up(unit, _oldest(days, owes)) if days.earlier else {}
        self.away, self.leave = away_in(unit, ever), _leave(unit, ever, days.zone)
        self.lately = _lately(unit, days, self.terms, {*self.leave, *_on_leave(self.away)})
        self.planned, self.elsewhere = _planned(unit, days, owes)
        self.promises = {one.id: enterprise.promises(unit, one.id) for one in enterprise.all_businesses(unit)}
        self.asked = _together(
            (one.person, (one.business, one.day))
            for one in placements.waiting_everywhere(unit)
            if one.day <= days.period.last
        )
        self.called_off = _called_off(unit, days)
        self.before_ill = _before_illness(unit, days, self.away)
        self.elsewhere |= _not_for_work(unit, days, owes, self.before_ill)

    def of(self, person: str) -> Facts:
        """What is known of one person."""
        notes = self.owes.notes.get(person, [])
        return Facts(
            person=person,
            born=self.born.get(person),
            reference=self.references.get(person, ""),
            placements=tuple(self.agreed.get(person, ())),
            confirmed=tuple(self._confirmed(notes)),
            paid=tuple(self.owes.paid.get(person, ())),
            came=frozenset(self.owes.came.get(person, ())),
            planned=tuple(self.planned.get(person, ())),
            missed=tuple(sorted({*self._missed(notes), *self.called_off.get(person, ())})),
            asked=tuple(self.asked.get(person, ())),
            away=tuple(self.away.get(person, ())),
            leave=frozenset(self.leave.get(person, ())),
            before=tuple(self._confirmed(self.before_ill.get(person, ()))),
            lately=tuple(self.lately.get(person, ())),
            terms=self.terms.get(person, {}),
            accrued=self.accrued.get(person, 0),
            erased=person not in self.born,
            rolled=self.rolled.get(person, ()),
            promises=self.promises,
        )

    def _missed(self, notes: Iterable[Attendance]) -> Iterator[tuple[str, date]]:
        return ((one.business, one.day) for one in notes if one.time is None and self._now(one.day))

    def _now(self, day: date) -> bool:
        return self.days.period.first <= day <= self.days.period.last

    def _confirmed(self, notes: Iterable[Attendance]) -> Iterator[Confirmed]:
        for one in notes:
            if one.starts is not None and one.ends is not None:
                work = one.claim not in self.elsewhere
                yield Confirmed(
                    claim=one.claim, business=one.business, starts=one.starts, ends=one.ends, work=work
                )


def _oldest(days: Days, owes: Owing) -> date:
    """The oldest day that the run may put right."""
    return min((days.looked_at.first, *(one.day for notes in owes.notes.values() for one in notes)))


def _together(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for person, one in pairs:
        found.setdefault(person, []).append(one)
    return found


def _called_off(unit: Unit, days: Days) -> dict[str, list[tuple[str, date]]]:
    """Businesses and days of the period, up to today, on which people have called their shifts off themselves."""
    last = min(days.period.last, enterprise.today(unit))
    if last < days.period.first:
        return {}
    found = placements.called_off(unit, Period(days.period.first, last))
    return _together((one.person, (one.business, one.day)) for one in found)


def _planned(unit: Unit, days: Days, owes: Owing) -> tuple[dict[str, list[Confirmed]], set[str]]:
    """Work of the period that is over and that nobody has confirmed, by person; and claims that are no shifts."""
    claims = diary.claims_for(unit, placements.MAY_BE_WORK, days.period.interval(days.zone))
    elsewhere = {one.id for one in claims if one.purpose is not diary.Purpose.WORK}
    open_ = [one for one in claims if one.business and one.ends <= unit.now and one.id not in owes.claims]
    expected = placements.at_work(unit, open_)
    found = (
        (
            one.resource,
            Confirmed(
                claim=one.id,
                business=str(one.business),
                starts=one.starts,
                ends=one.ends,
                work=one.id not in elsewhere,
            ),
        )
        for one in open_
        if one.id in expected
    )
    return _together(found), elsewhere


def _not_for_work(unit: Unit, days: Days, owes: Owing, before_ill: Mapping[str, list[Attendance]]) -> set[str]:
    """Which of the claims outside the period are sessions and bookings."""
    earlier = (one for theirs in (*owes.notes.values(), *before_ill.values()) for one in theirs)
    ids = {one.claim for one in earlier if one.day < days.period.first}
    return {one.id for one in diary.claims_by_ids(unit, ids).values() if one.purpose is not diary.Purpose.WORK}


def _leave(unit: Unit, ever: Period, zone: str) -> dict[str, list[date]]:
    """The days of leave in the diary, by person."""
    return _together(
        (one.resource, day)
        for one in diary.claims_for(unit, [diary.Purpose.LEAVE], ever.interval(zone))
        for day in Period(local(one.starts, zone).date(), local(one.ends - _A_MOMENT, zone).date()).days()
    )


def _on_leave(away: Mapping[str, list[Away]]) -> set[str]:
    return {person for person, noted in away.items() if days_of(noted, Because.LEAVE)}


def _lately(
    unit: Unit, days: Days, terms: Mapping[str, Mapping[str, Terms]], on_leave: Collection[str]
) -> dict[str, list[PaidTime]]:
    """What the ledger has paid those who were on leave and whose hours differ, as far back as averages reach."""
    differ = {
        who for who, hers in terms.items() if any(one.holiday is HolidayBy.IRREGULAR for one in hers.values())
    }
    wanted = differ & set(on_leave)
    first = min(days.looked_at.first, days.leave_year.first) - FURTHEST
    return _together(paid_to(unit, wanted, Period(first, days.period.last))) if wanted else {}


def _before_illness(unit: Unit, days: Days, away: Mapping[str, list[Away]]) -> dict[str, list[Attendance]]:
    """What those who were ill had worked in the weeks before, by person."""
    first = days.looked_at.first
    ill = {person: days_of(noted, Because.ILL) for person, noted in away.items()}
    theirs = {person: min(found) for person, found in ill.items() if found and max(found) >= first}
    if not theirs:
        return {}
    then = Period(min(theirs.values()) - LOOKED_AT - _A_DAY, days.period.last)
    notes = placements.attendance_of_people(unit, sorted(theirs), then)
    return _together((one.person, one) for one in notes.values())
