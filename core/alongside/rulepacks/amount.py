"""Numbers as people write them: pounds for money, and hours, minutes, weeks or percent as they are."""

from __future__ import annotations

import re
from decimal import Decimal

from alongside.money import parse_pounds
from alongside.refusal import BadInput
from alongside.rulepacks.value import MONEY, Measure

_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,2})?")


def read_amount(unit: Measure, text: str) -> int | Decimal:
    """Read a number in the unit of a rule; money is written in pounds and comes back in pence.

    Raises:
        BadInput: where it is no number above nothing, saying how to write one.
    """
    written = text.strip()
    try:
        number = parse_pounds(written) if unit in MONEY else _plain(written)
    except ValueError:
        number = 0
    if number <= 0:
        example = "pounds, such as 13.45" if unit in MONEY else f"{unit.value}, such as 12"
        raise BadInput(f"“{written[:40]}” is no number above nothing", remedy=f"Write it in {example}.")
    return number


def _plain(text: str) -> int | Decimal:
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else number.normalize()
