"""What options may hold: days and amounts, refused in words where they are something else.

What reads them is imported when one is read: ``--help`` shows their names alone.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import click


class DayType(click.ParamType[date]):
    """A day, written 2026-11-23."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day."""
        from alongside.instants import near

        if isinstance(value, date):
            return value
        try:
            return near(date.fromisoformat(value))
        except ValueError:
            self.fail(f"“{value}” is not a day. Write it as year-month-day: 2026-11-23.", param, ctx)


class WallTimeType(click.ParamType[datetime]):
    """A day and a time as clocks on the wall show it, written "2026-11-23 14:30"."""

    name = "DATE TIME"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read the day and time, without a zone: the enterprise's zone gives it its meaning."""
        from alongside.instants import near

        if isinstance(value, datetime):
            return value
        day, _, clock = str(value).replace("T", " ").partition(" ")
        try:
            return datetime.combine(near(date.fromisoformat(day)), time.fromisoformat(clock))
        except ValueError:
            self.fail(f"“{value}” is not a day and a time. Write it as “2026-11-23 14:30”.", param, ctx)


class MoneyType(click.ParamType[int]):
    """An amount of money, written 12.71."""

    name = "AMOUNT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read the amount as whole pence."""
        from alongside.money import parse_pounds

        try:
            return parse_pounds(str(value))
        except (ValueError, ZeroDivisionError):
            self.fail(f"“{value}” is not an amount of money. Write pounds and pence: 12.71.", param, ctx)


DAY = DayType()
WALL_TIME = WallTimeType()
MONEY = MoneyType()
