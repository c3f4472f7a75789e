"""What else is agreed with somebody who is paid: her weekdays, how holiday is earned, her pay reference."""

from __future__ import annotations

from enum import Enum

import attrs

from alongside.refusal import BadInput

LONGEST_REFERENCE = 30


class HolidayBy(Enum):
    """How holiday is earned."""

    REGULAR = "regular"  # the same hours each week: 5.6 weeks of them a year
    IRREGULAR = "irregular"  # hours that differ: a share of the hours worked in each pay period
    ROLLED_UP = "rolled_up"  # the same share, paid with the wages and apart from them


@attrs.frozen(kw_only=True)
class Terms:
    """How somebody is paid in one business. ``weekdays`` are the days she works on, 0 for Monday.

    Raises:
        BadInput: for a day that no week has.
    """

    id: str
    person: str
    business: str
    holiday: HolidayBy = attrs.field(default=HolidayBy.REGULAR, converter=HolidayBy)
    weekdays: frozenset[int] = attrs.field(factory=frozenset)
    version: int = 1

    @weekdays.validator
    def _of_a_week(self, _: object, weekdays: frozenset[int]) -> None:
        if not weekdays <= set(range(7)):
            raise BadInput("a week has no such day", remedy="Choose from Monday to Sunday.")


@attrs.frozen(kw_only=True)
class Reference:
    """The number or word by which the payroll bureau knows somebody.

    Raises:
        BadInput: where it is empty, too long, or cannot be printed.
    """

    id: str
    person: str
    reference: str = attrs.field()
    version: int = 1

    @reference.validator
    def _readable(self, _: object, reference: str) -> None:
        if not reference.strip() or not reference.isprintable() or len(reference) > LONGEST_REFERENCE:
            found = "a pay reference is a few letters and digits"
            raise BadInput(found, remedy=f"Give up to {LONGEST_REFERENCE}, as the payroll bureau writes it.")
