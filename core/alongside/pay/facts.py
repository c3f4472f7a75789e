"""What a pay run knows of one person before anything is worked out, and the days that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import attrs

from alongside.instants import Period
from alongside.pay.away import Away, Because, days_of
from alongside.pay.line import PaidTime
from alongside.pay.owed import Confirmed
from alongside.pay.terms import HolidayBy, Terms
from alongside.placements.hours import calendar_month
from alongside.placements.placement import Placement
from alongside.rulepacks.offers import Promise

LOOK_BACK = timedelta(weeks=26)
"""How far back a run looks for what was left out or paid wrongly; hours that change are found at any age."""


@attrs.frozen(kw_only=True)
class Days:
    """The days of a run: its pay period, the leave year at its end, and the ``earlier`` periods that were paid.

    Nothing before ``since`` is any run's business: it was paid some other way.
    """

    period: Period
    leave_year: Period
    zone: str
    since: date
    earlier: tuple[Period, ...] = ()

    @property
    def looked_at(self) -> Period:
        """The days whose leave and sickness are looked at."""
        return Period(max(self.since, self.period.first - LOOK_BACK), self.period.last)

    def paid_in(self, day: date) -> Period | None:
        """Return the earlier pay period that a day was in, None for a day of this one."""
        if day >= self.period.first:
            return None
        return next((one for one in self.earlier if one.first <= day <= one.last), calendar_month(day))


@attrs.frozen(kw_only=True)
class Facts:
    """What is known of one person.

    ``confirmed`` are the times of this period, and of earlier ones that may have to be put right; ``paid`` is what
    the ledger says of those claims, and of leave and sickness in the days looked at; ``came`` are placements and
    days that it has paid hours for. ``planned`` is over and not confirmed. ``missed`` and ``asked`` are businesses
    and days on which she was not there or had called her shift off, or asks about her hours. ``leave`` are the
    days of leave in the diary, of the leave year too. ``before`` are confirmed times before she was ill.
    ``lately``: of somebody whose hours differ and who was on leave, all that the ledger has paid her in the weeks
    before. ``accrued`` are minutes of holiday that the runs of this leave year have brought by hours that differ.
    ``rolled`` says of businesses and periods that were paid for whether holiday was paid with the wages then.
    ``promises`` are those beyond the law, by business.
    Of somebody who is ``erased`` nothing but hours is known any more.
    """

    person: str
    born: date | None = None
    reference: str = ""
    placements: tuple[Placement, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()
    paid: tuple[PaidTime, ...] = ()
    came: frozenset[tuple[str, date]] = frozenset()
    planned: tuple[Confirmed, ...] = ()
    missed: tuple[tuple[str, date], ...] = ()
    asked: tuple[tuple[str, date], ...] = ()
    away: tuple[Away, ...] = ()
    leave: frozenset[date] = frozenset()
    before: tuple[Confirmed, ...] = ()
    lately: tuple[PaidTime, ...] = ()
    terms: Mapping[str, Terms] = attrs.field(factory=dict)
    accrued: int = 0
    erased: bool = False
    rolled: tuple[tuple[str, Period, bool], ...] = ()
    promises: Mapping[str, tuple[Promise, ...]] = attrs.field(factory=dict)

    @property
    def ill(self) -> set[date]:
        """Days on which she was ill."""
        return days_of(self.away, Because.ILL)

    @property
    def on_leave(self) -> set[date]:
        """Days of leave, in the diary or noted since; a day on which she was ill is none."""
        return {*self.leave, *days_of(self.away, Because.LEAVE)} - self.ill

    def terms_of(self, business: str) -> Terms:
        """Return what is agreed of her pay in a business; regular hours on unknown days where nothing is."""
        return self.terms.get(business) or Terms(id="", person=self.person, business=business)

    def rolled_up(self, business: str, day: date) -> bool:
        """True if holiday is paid with the wages of a day: as it was then, or else by the terms."""
        then = (
            rolled
            for place, period, rolled in self.rolled
            if place == business and period.first <= day <= period.last
        )
        return next(then, self.terms_of(business).holiday is HolidayBy.ROLLED_UP)

    def weekdays_on(self, day: date) -> frozenset[int]:
        """The days of the week on which she works anywhere for pay, by the placements that run on a day."""
        places = {one.business for one in self.placements if one.paid and one.runs_on(day)}
        return frozenset().union(*(self.terms_of(place).weekdays for place in places))
