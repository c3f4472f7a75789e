"""Holiday: how much paid leave somebody has earned.

Who works the same hours each week has 5.6 weeks of them a year, and no more than 28 days (Working Time
Regulations 1998, regulations 13 and 13A). Whose hours differ from week to week earns 12.07 % of the hours worked
in a pay period (regulation 15B), rounded to the nearest hour, half an hour up, as the GOV.UK calculator does it;
a law firm's page says that it is always rounded up. Figures and sources are in the rule pack.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from alongside.money import Pence
from alongside.refusal import BadInput
from alongside.rulepacks.offers import rule

_HOUR = 60


def earned_by_hours(minutes_worked: int, leave_year_starts: date) -> int:
    """Return the minutes of leave that a pay period has earned, for hours that differ: a multiple of an hour.

    Minutes below nothing, which are taken back, take back what as many would have earned.

    Raises:
        NoValue: for a leave year that the rule pack says nothing about.
    """
    share = Fraction(rule("uk.holiday-accrual", leave_year_starts).value) / 100
    hours = int(share * abs(minutes_worked) / _HOUR + Fraction(1, 2))
    return (hours if minutes_worked > 0 else -hours) * _HOUR


def of_a_year(minutes_a_week: int, days_a_week: int, leave_year_starts: date) -> int:
    """Return the minutes of leave of a whole leave year, for hours that are the same each week, rounded up.

    ``days_a_week`` is how many days they are worked on; the cap in days is held to by it.

    Raises:
        BadInput: for a week without a day, or with more than seven.
        NoValue: for a leave year that the rule pack says nothing about.
    """
    if not 1 <= days_a_week <= 7:
        raise BadInput(f"{days_a_week} days are no working week", remedy="Give 1 to 7 days.")
    weeks = Fraction(rule("uk.holiday-weeks", leave_year_starts).value)
    cap = Fraction(rule("uk.holiday-cap", leave_year_starts).value)
    days = min(weeks * days_a_week, cap)
    return -(-(days * minutes_a_week / days_a_week) // 1)


def rolled_up(pay: Pence, leave_year_starts: date) -> Pence:
    """Return the holiday pay that is paid with the wages of a pay period, where that was agreed, rounded up.

    It has to stand apart on the pay advice (regulation 16A); Northern Ireland does not allow it.

    Raises:
        NoValue: for a leave year that the rule pack says nothing about.
    """
    share = Fraction(rule("uk.holiday-accrual", leave_year_starts).value) / 100
    return Pence(-(-(share * pay) // 1))
