"""Pay worked out a second way, for tests: whole minutes one by one, in decimals, without the program's own code.

Nothing here imports anything of pay: a mistake in one is not a mistake in the other.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, Decimal
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
_MINUTE = timedelta(minutes=1)


def pennies(minutes: int, rate: int) -> int:
    """What some minutes at a rate come to, rounded up to a whole penny."""
    exact = Decimal(minutes) * Decimal(rate) / Decimal(60)
    return int(exact.to_integral_value(ROUND_CEILING))


def minutes_of_days(times: list[tuple[datetime, datetime]]) -> dict[date, int]:
    """Count every minute of some times on the day that London's clocks show while it passes."""
    found: dict[date, int] = defaultdict(int)
    for starts, ends in times:
        moment = starts
        while moment + _MINUTE <= ends:
            found[moment.astimezone(LONDON).date()] += 1
            moment += _MINUTE
    return dict(found)


def rate_on(rates: list[tuple[date, date | None, int]], day: date) -> int | None:
    """The rate that is agreed on a day; None outside of all agreements."""
    for first, last, rate in rates:
        if first <= day and (last is None or day <= last):
            return rate
    return None


def pay_of(
    times: list[tuple[datetime, datetime]],
    rates: list[tuple[date, date | None, int]],
    first: date,
    last: date,
) -> tuple[int, int]:
    """Minutes and pence of a pay period: for each rate, all its minutes together, rounded up once."""
    by_rate: dict[int, int] = defaultdict(int)
    for day, minutes in minutes_of_days(times).items():
        rate = rate_on(rates, day)
        if first <= day <= last and rate is not None:
            by_rate[rate] += minutes
    return sum(by_rate.values()), sum(pennies(minutes, rate) for rate, minutes in by_rate.items())
