"""Pay against a second way of working it out, and the ledger's promise: nothing twice, nothing lost."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.instants import LONDON, Period, at
from alongside.money import Pence
from alongside.pay.facts import Days, Facts
from alongside.pay.line import PaidTime, What
from alongside.pay.owed import Confirmed, to_pay
from alongside.pay.pay_period import Every, PaySetting
from alongside.pay.working_out import advice_of
from alongside.placements.hours import calendar_month
from alongside.placements.placement import Placement, PlacementType
from alongside.rulepacks.offers import Promise

from .reference import minutes_of_days, pay_of

_MINUTE = timedelta(minutes=1)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def days_of(period: Period, since: date | None = None, earlier: tuple[Period, ...] = ()) -> Days:
    leave_year = PaySetting().leave_year_of(period.last)
    return Days(period=period, leave_year=leave_year, zone=LONDON, since=since or period.first, earlier=earlier)


def placed(name: str, first: date, last: date | None, rate: int) -> Placement:
    return Placement(
        id=name,
        person="amy",
        business="cafe",
        kind=PlacementType.PAID,
        first_day=first,
        last_day=last,
        agreed_minutes=720,
        rate=Pence(rate),
    )


_NEAR = (date(2026, 3, 28), date(2026, 10, 24), date(2026, 3, 31), date(2026, 4, 1), date(2026, 6, 30))


def shifts(dice: Random, many: int) -> list[tuple[datetime, datetime]]:
    """Shifts that do not overlap, by day and by night, with the clock changes of 2026 among them."""
    days = {dice.choice(_NEAR), *(YEAR.first + timedelta(days=dice.randrange(362)) for _ in range(many - 1))}
    found: list[tuple[datetime, datetime]] = []
    for day in sorted(days):
        starts = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=dice.randrange(1440))
        if not found or starts >= found[-1][1]:
            found.append((starts, starts + timedelta(minutes=dice.randint(1, 700))))
    return found


def agreements(dice: Random) -> list[tuple[date, date | None, int]]:
    """Rates that follow each other, with gaps between them or none."""
    cuts = sorted({YEAR.first + timedelta(days=dice.randrange(365)) for _ in range(dice.randrange(5))})
    begins = [date(2025, 11, 1), *cuts]
    found = []
    for number, first in enumerate(begins):
        last = begins[number + 1] - timedelta(days=1) if number + 1 < len(begins) else None
        gap = dice.random() < 0.5 and last is not None and last - first > timedelta(days=9)
        found.append((first, last - timedelta(days=5) if gap and last else last, dice.randint(640, 3000)))
    return found


def _confirmed(times: list[tuple[datetime, datetime]]) -> tuple[Confirmed, ...]:
    return tuple(
        Confirmed(claim=str(number), business="cafe", starts=starts, ends=ends)
        for number, (starts, ends) in enumerate(times)
    )


def _facts(times: list[tuple[datetime, datetime]], rates: list[tuple[date, date | None, int]]) -> Facts:
    return Facts(
        person="amy",
        born=date(1990, 1, 1),
        placements=tuple(placed(str(number), *rate) for number, rate in enumerate(rates)),
        confirmed=_confirmed(times),
    )


@settings(max_examples=2000, deadline=None)
@given(st.integers(0, 10**9))
def test_random_pay_equals_a_second_way_of_working_it_out(seed: int) -> None:
    dice = Random(seed)
    times, rates = shifts(dice, 4), agreements(dice)
    day = dice.choice([start.date() for start, _ in times])
    period = PaySetting(every=dice.choice(list(Every)), first_day=date(2026, 1, 5)).period_of(day)
    advice = advice_of(_facts(times, rates), days_of(period))
    minutes, pence = pay_of(times, rates, period.first, period.last)
    # Two agreements with one rate are two lines, each rounded by itself: never less, and a penny a line at most.
    assert advice.minutes == minutes
    assert pence <= advice.pence <= pence + len(advice.lines)
    if len({rate for *_, rate in rates}) == len(rates):
        assert advice.pence == pence


# --- a year of runs


@attrs.define
class Ledger:
    """The runs of a year, one month after the other, as the ledger sees them."""

    paid: list[PaidTime] = attrs.field(factory=list)
    pence: int = 0

    def run(self, month: Period, facts: Facts, earlier: tuple[Period, ...]) -> None:
        """Pay what is owed by the end of a month, and write it down."""
        known = attrs.evolve(facts, paid=tuple(self.paid))
        advice = advice_of(known, days_of(month, YEAR.first, earlier))
        self.paid += advice.times
        self.pence += advice.pence

    def minutes(self) -> dict[tuple[str | None, date], int]:
        """What was paid for each claim and day by now."""
        found: dict[tuple[str | None, date], int] = {}
        for one in self.paid:
            found[one.claim, one.day] = found.get((one.claim, one.day), 0) + one.minutes
        return {key: minutes for key, minutes in found.items() if minutes}


MONTHS = tuple(calendar_month(date(2026, number, 1)) for number in range(1, 13))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_corrections_at_any_time_leave_nothing_lost_and_nothing_paid_twice(seed: int) -> None:
    dice = Random(seed)
    times = shifts(dice, 12)
    rates: list[tuple[date, date | None, int]] = [(date(2025, 11, 1), None, 1300)]
    ledger, now = Ledger(), list(times)
    for number, month in enumerate(MONTHS):
        # Before each run some hours of any month become others, and some were none at all.
        for place in {dice.randrange(len(now)) for _ in range(dice.randrange(4))}:
            starts, ends = times[place]
            now[place] = starts, starts + dice.choice([0, (ends - starts) // _MINUTE // 2]) * _MINUTE
        real = [(a, b) if b > a else None for a, b in now]
        confirmed = tuple(
            Confirmed(claim=str(place), business="cafe", starts=one[0], ends=one[1])
            for place, one in enumerate(real)
            if one and one[1] - one[0] >= timedelta(minutes=1)
        )
        ledger.run(month, attrs.evolve(_facts([], rates), confirmed=confirmed), MONTHS[:number])
    expected: dict[tuple[str | None, date], int] = {}
    for place, (starts, ends) in enumerate(now):
        for day, minutes in minutes_of_days([(starts, ends)]).items():
            if day.year == 2026:
                expected[str(place), day] = minutes
    assert ledger.minutes() == expected


def test_control_a_ledger_that_is_not_read_pays_twice() -> None:
    times = [(datetime(2026, 1, 5, 9, tzinfo=UTC), datetime(2026, 1, 5, 12, tzinfo=UTC))]
    facts = _facts(times, [(date(2025, 11, 1), None, 1300)])
    february = days_of(MONTHS[1], YEAR.first, MONTHS[:1])
    january = advice_of(facts, days_of(MONTHS[0], YEAR.first))
    assert advice_of(facts, february).pence == january.pence == 3900
    assert advice_of(attrs.evolve(facts, paid=january.times), february).pence == 0


def test_what_is_owed_and_paid_in_full_leaves_nothing_to_pay() -> None:
    one = PaidTime(what=What.WORK, day=date(2026, 1, 5), claim="a", placement="p", rate=Pence(1300), minutes=60)
    assert to_pay([one], [one]) == []
    assert to_pay([one], []) == [one]
    assert to_pay([], [one]) == [attrs.evolve(one, minutes=-60)]


def test_twelve_months_of_nights_over_both_clock_changes_are_exact_to_the_minute() -> None:
    # A shift every night of 2026, from 22:00 to 6:00 by the clocks: 8 hours, but 7 in March and 9 in October.

    nights = [YEAR.first + timedelta(days=n) for n in range(365)]
    times = [(at(day, time(22), LONDON), at(day + timedelta(days=1), time(6), LONDON)) for day in nights]
    rates: list[tuple[date, date | None, int]] = [(date(2025, 11, 1), None, 1300)]
    found = [advice_of(_facts(times, rates), days_of(month)).minutes for month in MONTHS]
    counted = minutes_of_days(times)
    assert found == [sum(counted.get(day, 0) for day in month.days()) for month in MONTHS]
    # 1 January begins at 22:00: the six hours before are of no shift; the last ends in 2027.
    assert sum(found) == 365 * 480 - 360
    assert found[2] == 31 * 480 - 60
    assert found[9] == 31 * 480 + 60


@pytest.mark.parametrize(
    ("born", "starts", "rate", "low"),
    [
        # 21 on 15 June: in June still the rate of 18 to 20, £10.85; from July on £12.71.
        (date(2005, 6, 15), date(2026, 6, 1), 1085, False),
        (date(2005, 6, 15), date(2026, 7, 1), 1270, True),
        (date(2005, 6, 15), date(2026, 7, 1), 1271, False),
        # On the very first day of the period it counts.
        (date(2005, 6, 1), date(2026, 6, 1), 1270, True),
        # The rate of April 2026 counts from the first period that starts on or after 1 April.
        (date(1990, 1, 1), date(2026, 3, 1), 1221, False),
        (date(1990, 1, 1), date(2026, 4, 1), 1221, True),
    ],
)
def test_floor_goes_by_the_first_day_of_the_pay_period(born: date, starts: date, rate: int, low: bool) -> None:
    facts = attrs.evolve(_facts([], [(date(2025, 11, 1), None, rate)]), born=born)
    matters = advice_of(facts, days_of(calendar_month(starts))).matters
    assert [one.kind.value for one in matters] == (["low"] if low else [])


def test_week_that_reaches_over_1_april_keeps_the_rate_of_its_first_day() -> None:
    week = PaySetting(every=Every.WEEK, first_day=date(2026, 3, 30)).period_of(date(2026, 4, 1))
    assert week == Period(date(2026, 3, 30), date(2026, 4, 5))
    facts = _facts([], [(date(2025, 11, 1), None, 1221)])
    assert advice_of(facts, days_of(week)).matters == ()
    assert [
        one.kind.value for one in advice_of(facts, days_of(Period(date(2026, 4, 6), date(2026, 4, 12)))).matters
    ]


def test_somebody_whose_birthday_is_not_known_waits_for_a_human_and_is_paid() -> None:
    times = [(datetime(2026, 6, 2, 9, tzinfo=UTC), datetime(2026, 6, 2, 12, tzinfo=UTC))]
    facts = attrs.evolve(_facts(times, [(date(2025, 11, 1), None, 1300)]), born=None, reference="A-17")
    advice = advice_of(facts, days_of(MONTHS[5]))
    assert [one.kind.value for one in advice.matters] == ["no_birthday"]
    assert not any(one.stops for one in advice.matters)
    assert advice.pence == 3900


def test_rate_that_is_lawful_and_less_than_was_promised_is_named_and_stops_nothing() -> None:
    promise = Promise(
        rule="uk.minimum-wage", value=1345, first_day=date(2026, 5, 1), by="Tideline", source="our minutes"
    )
    facts = attrs.evolve(_facts([], [(date(2025, 11, 1), None, 1300)]), promises={"cafe": (promise,)})
    (matter,) = advice_of(facts, days_of(MONTHS[5])).matters
    assert (matter.kind.value, matter.least, matter.stops) == ("promised", 1345, False)
    assert advice_of(facts, days_of(MONTHS[3])).matters == ()
    (low,) = advice_of(
        attrs.evolve(facts, placements=(placed("a", date(2026, 1, 1), None, 1270),)), days_of(MONTHS[5])
    ).matters
    assert (low.kind.value, low.least, low.stops) == ("low", 1271, True)
