"""Money: whole pence, never a float.

A rate is pence per hour; a wage is worked out from elapsed minutes in exact fractions and rounded once, up:
rounded half up, seven minutes at the minimum rate would come out a fraction of a penny under it.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NewType

Pence = NewType("Pence", int)

# Fraction alone would read 1/2 and 1e3 too; more than eight digits of pounds are a slip of the keyboard.
_AMOUNT = re.compile(r"-?[0-9]{1,8}(\.[0-9]{1,2})?")


def pounds(pence: int) -> str:
    """Say an amount as people write it: ``£1,234.50``."""
    sign = "-" if pence < 0 else ""
    return f"{sign}£{abs(pence) // 100:,}.{abs(pence) % 100:02d}"


def parse_pounds(text: str) -> Pence:
    """Read ``12.71`` or ``£12.71`` as pence.

    Raises:
        ValueError: where the text is no amount of whole pence.
    """
    amount = text.strip().removeprefix("£").replace(",", "")
    if not _AMOUNT.fullmatch(amount):
        raise ValueError(text)
    return Pence(int(Fraction(amount) * 100))


def wage(rate: Pence, minutes: int) -> Pence:
    """What ``minutes`` at ``rate`` pence an hour come to, rounded up to a whole penny."""
    return Pence(-(-rate * minutes // 60))
