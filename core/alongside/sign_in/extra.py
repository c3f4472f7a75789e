"""Something more than the card: four pictures in order, or a number, for whoever chooses to be asked for it."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import attrs

from alongside.refusal import BadInput, worded

PICTURES = (
    "apple",
    "bird",
    "boat",
    "book",
    "bus",
    "cake",
    "cat",
    "cup",
    "dog",
    "fish",
    "flower",
    "guitar",
    "star",
    "sun",
    "train",
    "tree",
)
"""What there is to choose from, always in this order, so that a place is as easy to find again as a picture."""

MANY = 4
SHORTEST, LONGEST = 4, 8
_IN_A_ROW = "01234567890 09876543210"


class Kind(Enum):
    """What she is asked for after her card."""

    PICTURES = "pictures"
    NUMBER = "number"


@attrs.frozen(kw_only=True)
class Extra:
    """What ``person`` has chosen to be asked for after her card on a shared device, as a digest (Argon2id)."""

    id: str
    person: str
    kind: Kind
    digest: str = attrs.field(repr=False)
    set_at: datetime
    version: int = 1


def read_pictures(chosen: tuple[str, ...]) -> str:
    """Return pictures in their order as the text of which a digest is kept.

    Raises:
        BadInput: for other than four, one that is not offered, or the same one four times.
    """
    if len(chosen) != MANY or not set(chosen) <= set(PICTURES):
        raise BadInput(worded("sign_in", "We need {many} pictures. Choose them one after the other.", many=MANY))
    if len(set(chosen)) == 1:
        raise BadInput(worded("sign_in", "These are all the same picture. Choose others as well."))
    return " ".join(chosen)


def read_number(typed: str) -> str:
    """Return a number that will do, without blanks.

    Raises:
        BadInput: where it is too short or too long, holds other signs, or is one that anybody would try first.
    """
    number = "".join(typed.split())
    if not (number.isascii() and number.isdigit() and SHORTEST <= len(number) <= LONGEST):
        raise BadInput(
            worded(
                "sign_in",
                "The number needs {least} to {most} digits. Write another one.",
                least=SHORTEST,
                most=LONGEST,
            )
        )
    if len(set(number)) == 1 or number in _IN_A_ROW:
        raise BadInput(worded("sign_in", "This number is easy to guess. Write another one."))
    return number
