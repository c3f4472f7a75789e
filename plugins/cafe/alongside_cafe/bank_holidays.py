"""Bank holidays, from a dated file with its source: days that whoever plans may close the café on."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from alongside.api.values import BadInput, Period

WHERE = ("england-and-wales", "scotland", "northern-ireland")
FILE = "bank_holidays.toml"


@attrs.frozen(kw_only=True)
class BankHoliday:
    """A bank holiday, and in which parts of the United Kingdom; ``substitute`` for one on a weekend.

    Raises:
        BadInput: for a part that is none.
    """

    day: date
    title: str
    where: tuple[str, ...] = attrs.field()
    substitute: bool = False

    @where.validator
    def _known(self, _: object, where: tuple[str, ...]) -> None:
        wrong = [one for one in where if one not in WHERE]
        if wrong or not where:
            found = f"{self.title} on {self.day} is kept in {wrong[0] if wrong else 'no part of the country'}"
            raise BadInput(found, where=FILE, remedy=f"Name some of {', '.join(WHERE)}.")

    @property
    def everywhere(self) -> bool:
        """True if the whole of the United Kingdom has it."""
        return len(self.where) == len(WHERE)


@attrs.frozen(kw_only=True)
class BankHolidays:
    """What one file knows: its days in order, up to which day, where it was read and when."""

    days: tuple[BankHoliday, ...]
    to: date
    source: str
    read_on: date

    def within(self, days: Period) -> tuple[BankHoliday, ...]:
        """Return those of a period."""
        return tuple(one for one in self.days if days.first <= one.day <= days.last)


@cache
def bank_holidays() -> BankHolidays:
    """Return what the file of this release knows; it is read once."""
    return read(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))


def read(text: str) -> BankHolidays:
    """Read a file of bank holidays.

    Raises:
        BadInput: where it is no such file, or a day lacks what every day has.
    """
    try:
        facts = tomllib.loads(text)
        days = tuple(sorted((_day(one) for one in facts["day"]), key=lambda one: (one.day, one.title)))
        return BankHolidays(days=days, to=facts["to"], source=facts["source"], read_on=facts["read_on"])
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as wrong:
        found = f"The file of bank holidays cannot be read: {wrong}"
        raise BadInput(found, where=FILE, remedy="Give each day its day, title and where.") from wrong


def _day(one: Mapping[str, Any]) -> BankHoliday:
    return BankHoliday(
        day=one["day"], title=one["title"], where=tuple(one["where"]), substitute=one.get("substitute", False)
    )
