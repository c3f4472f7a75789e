"""Prices: what an audience pays an hour, from one day to another; for the time that really passes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

import attrs

from alongside.api.values import BadInput, Pence, pounds

MOST_AN_HOUR = 100_000


class Audience(Enum):
    """Who a price is for."""

    COMMUNITY = "community"
    PARTNER = "partner"
    COMMERCIAL = "commercial"


def audience_named(text: str) -> Audience:
    """Return the audience of that name.

    Raises:
        BadInput: naming those there are.
    """
    try:
        return Audience(text.strip().lower())
    except ValueError as unknown:
        known = ", ".join(one.value for one in Audience)
        raise BadInput(f"there is no audience “{text}”", remedy=f"Say one of: {known}.") from unknown


class NoPrice(BadInput):
    """No price, or more than one, holds for an audience on a day."""


@attrs.frozen(kw_only=True)
class Rate:
    """What one hour of a bookable costs an audience from ``first_day`` to ``last_day``, both included.

    Raises:
        BadInput: for an amount that no hour costs, or days in the wrong order.
    """

    id: str
    business: str
    bookable: str
    audience: Audience
    pence: int = attrs.field()
    first_day: date
    last_day: date | None = attrs.field(default=None)
    version: int = 1

    @pence.validator
    def _an_amount(self, _: object, pence: int) -> None:
        if not 0 <= pence <= MOST_AN_HOUR:
            raise BadInput(
                f"{pounds(pence)} an hour cannot be a price", remedy=f"Give from £0 to {pounds(MOST_AN_HOUR)}."
            )

    @last_day.validator
    def _in_order(self, _: object, last_day: date | None) -> None:
        if last_day is not None and last_day < self.first_day:
            raise BadInput(f"a price that ends on {last_day} cannot begin on {self.first_day}")

    def holds(self, day: date) -> bool:
        """True if it is the price on the day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


def rate_on(rates: Sequence[Rate], audience: Audience, day: date) -> Rate:
    """Return the one rate that holds for an audience on the day a booking starts.

    Raises:
        NoPrice: where none holds, or more than one.
    """
    held = [one for one in rates if one.audience is audience and one.holds(day)]
    if len(held) == 1:
        return held[0]
    what = "no price" if not held else f"{len(held)} prices"
    raise NoPrice(f"there is {what} for “{audience.value}” on {day}", remedy="Ask a manager to set one price.")


def price(rate: int, minutes: int) -> Pence:
    """What minutes at a rate of pence an hour cost: a whole penny, the nearest one, and a half counts up."""
    return Pence((2 * rate * minutes + 60) // 120)
