"""Holiday that is left when somebody leaves, and leave that hours had earned which are taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.instants import LONDON, Period
from alongside.money import Pence
from alongside.pay import offers
from alongside.pay.advice import Advice, Run
from alongside.pay.facts import Days, Facts
from alongside.pay.holiday import earned_by_hours
from alongside.pay.line import PaidTime, What
from alongside.pay.matter import Kind, Matter
from alongside.pay.owed import Confirmed
from alongside.pay.terms import HolidayBy, Terms
from alongside.pay.working_out import advice_of
from alongside.placements.placement import Placement, PlacementType
from alongside.store import Actor, Store

JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))
JULY = Period(date(2026, 7, 1), date(2026, 7, 31))
YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))
LAST = date(2026, 6, 10)


def placement(name: str, first: date, last: date | None = None, business: str = "cafe") -> Placement:
    return Placement(
        id=name,
        person="amy",
        business=business,
        kind=PlacementType.PAID,
        first_day=first,
        last_day=last,
        agreed_minutes=720,
        rate=Pence(1300),
    )


def advice(*placements: Placement, by: HolidayBy = HolidayBy.REGULAR) -> Advice:
    terms = {
        name: Terms(id=name, person="amy", business=name, holiday=by, weekdays=frozenset({0, 3}))
        for name in ("cafe", "garden")
    }
    facts = Facts(person="amy", born=date(1999, 5, 3), placements=placements, terms=terms)
    return advice_of(facts, Days(period=JUNE, leave_year=YEAR, zone=LONDON, since=JUNE.first))


def left(found: Advice) -> list[Matter]:
    return [one for one in found.matters if one.kind is Kind.HOLIDAY_LEFT]


def test_who_leaves_with_holiday_left_is_named_with_the_minutes() -> None:
    # 67 h 12 min a year: 71 of its 365 days, 1 April to 10 June, are 784.3 minutes, rounded up.
    found = advice(placement("a", YEAR.first, LAST))
    assert left(found) == [Matter(kind=Kind.HOLIDAY_LEFT, business="cafe", days=(LAST,), minutes=785)]


@pytest.mark.parametrize("business", ["cafe", "garden"])
def test_whose_work_goes_on_has_not_left(business: str) -> None:
    after = placement("b", LAST + timedelta(days=1), business=business)
    assert left(advice(placement("a", YEAR.first, LAST), after)) == []
    assert left(advice(placement("a", YEAR.first))) == []


def test_who_leaves_with_holiday_paid_with_the_wages_has_none_left() -> None:
    assert left(advice(placement("a", YEAR.first, LAST), by=HolidayBy.ROLLED_UP)) == []


def test_hours_that_are_taken_back_take_back_the_leave_that_they_earned() -> None:
    # 60 hours were paid in June and are 10 now: 12.07 % of 50 hours are 6.035, so 6 of the 7 hours go.
    nine = datetime(2026, 6, 2, 0, tzinfo=UTC)
    paid = PaidTime(what=What.WORK, day=date(2026, 6, 2), claim="c", placement="a", rate=Pence(1300), minutes=3600)
    facts = Facts(
        person="amy",
        placements=(placement("a", YEAR.first),),
        confirmed=(Confirmed(claim="c", business="cafe", starts=nine, ends=nine + timedelta(hours=10)),),
        paid=(paid,),
        terms={
            "cafe": Terms(
                id="t", person="amy", business="cafe", holiday=HolidayBy.IRREGULAR, weekdays=frozenset({1})
            )
        },
        accrued=420,
    )
    found = advice_of(facts, Days(period=JULY, leave_year=YEAR, zone=LONDON, since=JUNE.first, earlier=(JUNE,)))
    assert (found.earned, found.accrued, found.left) == (-360, -360, 60)


@pytest.mark.parametrize("minutes", [0, 1, 249, 250, 3000, 3600])
def test_taking_back_is_earning_the_other_way_round(minutes: int) -> None:
    assert earned_by_hours(-minutes, YEAR.first) == -earned_by_hours(minutes, YEAR.first)


def test_time_in_which_more_leave_was_taken_back_than_earned_tells_of_none_earned(
    tideline: Store, keyboard: Actor
) -> None:
    read = datetime(2026, 7, 1, tzinfo=UTC)
    run = Run(id="r", first_day=JUNE.first, last_day=JUNE.last, read_at=read, agreed_at=read)
    back = Advice(id="x", run="r", person="amy", pence=Pence(-1300), minutes=0, earned=-60, accrued=-60)
    with tideline.unit(keyboard) as unit:
        offers.keep_draft(unit, run, [back])
        assert offers.holiday_of(unit, JUNE) == (1, 0, 0)
