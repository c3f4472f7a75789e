"""Leave of hours that differ: worth the average of the weeks before, with the sums written out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.instants import LONDON, Period
from alongside.money import Pence
from alongside.pay.average import Weeks, week_of
from alongside.pay.away import Away, Because
from alongside.pay.facts import Days, Facts
from alongside.pay.line import PaidTime, What
from alongside.pay.terms import HolidayBy, Terms
from alongside.pay.working_out import advice_of
from alongside.placements.placement import Placement, PlacementType

SUNDAY = date(2026, 5, 31)
APRIL = date(2026, 4, 1)
NOW: dict[str, Any] = {"noted_at": datetime(2026, 6, 1, tzinfo=UTC)}


def paid(day: date, minutes: int, rate: int = 1300, what: What = What.WORK) -> PaidTime:
    return PaidTime(what=what, day=day, placement="p", rate=Pence(rate), minutes=minutes)


def before(weeks: int, day: date = SUNDAY) -> date:
    """The Wednesday of a week so many weeks before."""
    return day - timedelta(weeks=weeks) + timedelta(days=3)


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        (date(2026, 5, 31), date(2026, 6, 6)),
        (date(2026, 6, 6), date(2026, 6, 6)),
        (date(2026, 6, 7), date(2026, 6, 13)),
    ],
)
def test_week_is_from_sunday_to_saturday(day: date, ends: date) -> None:
    assert week_of(day) == ends


def test_average_is_of_the_weeks_that_were_over_and_brought_pay() -> None:
    # Six hours and twelve hours: nine on average. The week of the leave and one without pay do not count.
    weeks = Weeks.of([paid(before(1), 360), paid(before(3), 720), paid(before(0), 999)])
    usual = weeks.average(before(0), APRIL)
    assert usual is not None
    assert usual.minutes == 540
    assert (usual.rate, usual.day_of(2)) == (Pence(1300), 270)


def test_rate_is_what_all_hours_brought_by_their_number() -> None:
    # 10 h at £12.21 are £122.10, 5 h at £12.71 are £63.55: £185.65 by 15 hours are £12.3767, rounded up.
    usual = Weeks.of([paid(before(2), 600, 1221), paid(before(1), 300, 1271)]).average(SUNDAY, APRIL)
    assert usual is not None
    assert usual.rate == 1238


def test_no_more_than_52_weeks_count_and_none_that_is_more_than_104_back() -> None:
    # 60 weeks of an hour each, and before them weeks of ten hours: only the newest 52 count.
    many = [paid(before(n), 60) for n in range(1, 61)] + [paid(before(n), 600) for n in range(61, 80)]
    assert Weeks.of(many).average(SUNDAY, APRIL).minutes == 60  # type: ignore[union-attr]
    # Weeks without pay are passed over, as far back as the 104th.
    far = Weeks.of([paid(before(1), 60), paid(before(104), 180), paid(before(105), 6000)])
    assert far.average(SUNDAY, APRIL).minutes == 120  # type: ignore[union-attr]
    assert Weeks.of([paid(before(105), 6000)]).average(SUNDAY, APRIL) is None


def test_what_was_taken_back_counts_against_and_sickness_not_at_all() -> None:
    weeks = Weeks.of(
        [
            paid(before(1), 600),
            paid(before(1), -240),
            paid(before(2), 480, what=What.HOLIDAY),
            paid(before(3), 480, what=What.SICK),
            paid(before(4), 60),
            paid(before(4), -60),
        ]
    )
    assert weeks.average(SUNDAY, APRIL).minutes == Fraction(360 + 480, 2)  # type: ignore[union-attr]


@settings(max_examples=60)
@given(st.dictionaries(st.integers(1, 110), st.tuples(st.integers(0, 3000), st.integers(700, 2500)), max_size=110))
def test_random_weeks_equal_a_second_way_of_working_it_out(worked: dict[int, tuple[int, int]]) -> None:
    newest = [worked[n] for n in sorted(worked) if n <= 104 and worked[n][0] > 0][:52]
    usual = Weeks.of(paid(before(n), minutes, rate) for n, (minutes, rate) in worked.items()).average(
        SUNDAY, APRIL
    )
    if not newest:
        assert usual is None
        return
    assert usual is not None
    minutes, pence = sum(one for one, _ in newest), sum(one * rate for one, rate in newest)
    assert usual.minutes == Fraction(minutes, len(newest))
    assert usual.rate == -(-pence // minutes)
    assert min(rate for _, rate in newest) <= usual.rate <= max(rate for _, rate in newest)


# --- in a run

JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))


def facts(
    lately: list[PaidTime], *, agreed: int = 480, holiday: HolidayBy = HolidayBy.IRREGULAR, **more: object
) -> Facts:
    """Amy, who works on Mondays and Tuesdays, and was on leave on those of one week of June."""
    placement = Placement(
        id="p", person="amy", business="cafe", kind=PlacementType.PAID, first_day=date(2025, 1, 6),
        agreed_minutes=480, rate=Pence(1300),
    )  # fmt: skip
    terms = Terms(id="t", person="amy", business="cafe", holiday=holiday, weekdays=frozenset({0, 1}))
    away = Away(
        id="a", person="amy", because=Because.LEAVE, first_day=date(2026, 6, 8), last_day=date(2026, 6, 9), **NOW
    )
    known = {
        "placements": (placement,),
        "terms": {"cafe": terms},
        "away": (away,),
        "lately": tuple(lately),
        **more,
    }
    return Facts(person="amy", born=date(1990, 1, 1), reference="7", **known)  # type: ignore[arg-type]


def leave_of(known: Facts) -> list[tuple[int, int, int]]:
    days = Days(
        period=JUNE, leave_year=Period(APRIL, date(2027, 3, 31)), zone=LONDON, since=date(2026, 1, 1),
        earlier=(Period(date(2026, 5, 1), date(2026, 5, 31)),),
    )  # fmt: skip
    lines = advice_of(known, days).lines
    return [(one.minutes, int(one.rate or 0), one.pence) for one in lines if one.what is What.HOLIDAY]


def test_leave_of_who_works_more_than_was_agreed_is_worth_her_usual_week() -> None:
    # Agreed are 8 h. She was paid for 12 h and for 16 h: 14 h on average, 7 h a day at £13: 14 x £13 = £182.
    assert leave_of(facts([paid(before(1), 720), paid(before(2), 960)])) == [(840, 1300, 18200)]


def test_leave_of_who_works_less_than_was_agreed_is_worth_what_was_agreed() -> None:
    assert leave_of(facts([paid(before(1), 120)])) == [(480, 1300, 10400)]


def test_leave_is_paid_no_lower_than_the_rate_of_today_and_higher_where_she_earned_more() -> None:
    assert leave_of(facts([paid(before(1), 480, 1221)])) == [(480, 1300, 10400)]
    # Half at £13 and half at £15 are £14 on average: 8 x £14 = £112.
    assert leave_of(facts([paid(before(1), 480, 1300), paid(before(2), 480, 1500)])) == [(480, 1400, 11200)]


def test_leave_of_the_same_hours_each_week_is_worth_what_was_agreed() -> None:
    assert leave_of(facts([paid(before(1), 960)], holiday=HolidayBy.REGULAR)) == [(480, 1300, 10400)]


def test_second_week_of_leave_is_worth_what_the_first_was() -> None:
    two = Away(
        id="b", person="amy", because=Because.LEAVE, first_day=date(2026, 6, 8), last_day=date(2026, 6, 16), **NOW
    )
    assert leave_of(facts([paid(before(1), 960)], away=(two,))) == [(4 * 480, 1300, 41600)]


def test_leave_that_was_paid_stands_whatever_the_average_becomes() -> None:
    day = date(2026, 5, 4)
    away = Away(id="c", person="amy", because=Because.LEAVE, first_day=day, last_day=day, **NOW)
    stands = paid_leave(day)
    assert leave_of(facts([paid(before(20), 3000, 2000), stands], away=(away,), paid=(stands,))) == []
    other = facts([stands], away=(away,), paid=(stands,), holiday=HolidayBy.REGULAR)
    assert leave_of(other) == []


def paid_leave(day: date) -> PaidTime:
    return PaidTime(what=What.HOLIDAY, day=day, placement="p", rate=Pence(1350), minutes=300, days=1)
