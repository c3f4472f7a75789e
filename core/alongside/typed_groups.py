"""What is typed in from a sheet of paper: groups of four signs, each with a fifth that tells a slip of the pen.

Backups and votes have keys on paper; whoever types one is told which group to look at again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No I, L, O or U: nobody has to tell O from 0 in somebody's handwriting."""

SIZE = 4
"""Signs of a group, without the one that checks them."""

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", " ": "", ".": ""})


def grouped(signs: str) -> tuple[str, ...]:
    """Return signs in groups, each with its check; their number has to fill the last group."""
    parts = [signs[start : start + SIZE] for start in range(0, len(signs), SIZE)]
    return tuple(_with_check(place, part) for place, part in enumerate(parts))


def typed(text: str) -> tuple[str, ...]:
    """Return the groups in what somebody typed; spaces, dashes and small letters do not matter.

    The last group is shorter than the others where something is missing.
    """
    signs = "".join(text.split()).upper().translate(_READ_AS)
    return tuple(signs[start : start + SIZE + 1] for start in range(0, len(signs), SIZE + 1))


def misread(groups: Sequence[str]) -> Iterator[int]:
    """Yield which groups, from 1 on, stand on no sheet in their place."""
    for place, group in enumerate(groups):
        if set(group) - set(SIGNS) or group != _with_check(place, group[:SIZE]):
            yield place + 1


def without_checks(groups: Sequence[str]) -> str:
    """Return the signs of groups alone."""
    return "".join(group[:SIZE] for group in groups)


def _with_check(place: int, signs: str) -> str:
    # The place counts too, so two groups that changed places are noticed.
    return signs + SIGNS[hashlib.sha256(f"{place}{signs}".encode()).digest()[0] % len(SIGNS)]
