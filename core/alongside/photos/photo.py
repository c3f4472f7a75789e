"""A photo of a person: what may be sent, what is kept of it, and where it is found."""

from __future__ import annotations

import re

from alongside.refusal import BadInput

LARGEST = 10_000_000
"""The most bytes that may be sent: a telephone's photo at its best has about eight million."""

MOST_PIXELS = 40_000_000
"""A small file can hold a picture that is enormous; more than this is not even begun."""

SIDE = 320
"""What is kept is a square of so many pixels: 32 mm on a wall sheet, and three times the largest on a screen."""

KINDS = ("JPEG", "PNG", "WEBP")

ADDRESS = "/photos/"

_NAME = re.compile(r"[0-9a-f]{32}\.jpg\Z")


class NotAPhoto(BadInput):
    """What was sent cannot be shown as a photo; nothing of it was kept."""


def is_name(text: str) -> bool:
    """True for a name that we give to photos: it tells nothing of the person, and no folder."""
    return _NAME.match(text) is not None


def address_of(name: str) -> str:
    """Return the address at which a photo is found."""
    return f"{ADDRESS}{name}"


def square_in(width: int, height: int) -> tuple[int, int, int, int]:
    """Return the largest square of a picture as left, upper, right, lower: in the middle, but nearer the top.

    In a photo that is taller than wide the face is in its upper half.
    """
    side = min(width, height)
    left, upper = (width - side) // 2, (height - side) // 4
    return left, upper, left + side, upper + side
