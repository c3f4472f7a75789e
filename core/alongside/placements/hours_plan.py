"""A plan of gradual hours: from which day on how many minutes a week are agreed, and who agreed it.

Steps of the past are never changed: what was agreed on a day stays what was agreed on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import attrs

from alongside.refusal import BadInput, worded

WEEK = 7 * 24 * 60
MOST_STEPS = 24
"""More than two years of monthly steps nobody can foresee."""


def fitting_a_week(minutes: int) -> int:
    """Return minutes that can be agreed for a week.

    Raises:
        BadInput: where they are none, or more than a week has.
    """
    if not 0 < minutes <= WEEK:
        found = f"{minutes / 60:,g} hours a week cannot be agreed"
        raise BadInput(found, remedy=f"Give more than 0 and at most {WEEK // 60}.")
    return minutes


@attrs.frozen(kw_only=True)
class HoursStep:
    """From ``first_day`` on, ``minutes`` a week are agreed.

    ``agreed_by`` is the id of whoever wrote down what was agreed, None for the keyboard; ``agreed_on`` the day.

    Raises:
        BadInput: where no week has so many minutes.
    """

    first_day: date
    minutes: int = attrs.field(converter=fitting_a_week)
    agreed_by: str | None = None
    agreed_on: date


def in_order(first_day: date, plan: Sequence[HoursStep]) -> None:
    """Check that the steps of a plan come one after the other, each after the placement's first day.

    Raises:
        BadInput: where they do not, or where they are too many.
    """
    days = [first_day, *(step.first_day for step in plan)]
    if any(later <= day for day, later in pairwise(days)):
        raise BadInput(
            worded("placements", "Each step of the hours begins on a later day. Look at the days again.")
        )
    if len(plan) > MOST_STEPS:
        raise BadInput(worded("placements", "A plan has {most} steps at the most. Write fewer.", most=MOST_STEPS))


def steps_after(plan: Sequence[HoursStep], day: date) -> tuple[HoursStep, ...]:
    """Return the steps that are still to come after a day."""
    return tuple(step for step in plan if step.first_day > day)


def with_steps(plan: Sequence[HoursStep], coming: Sequence[HoursStep], today: date) -> tuple[HoursStep, ...]:
    """Return the plan with other steps to come; those that have begun by today stay as they are.

    Raises:
        BadInput: where a new step would begin today or earlier: what was agreed for a day that has begun stays.
    """
    if any(step.first_day <= today for step in coming):
        raise BadInput(worded("placements", "A step begins tomorrow or later. Give a day that is still to come."))
    begun = tuple(step for step in plan if step.first_day <= today)
    return (*begun, *sorted(coming, key=lambda step: step.first_day))
