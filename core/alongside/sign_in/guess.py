"""Guesses that were wrong: how many there may be before one has to wait."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

import attrs

WINDOW = timedelta(minutes=15)
"""For how long a wrong guess counts."""

BY_NAME = 10
"""How many wrong guesses there may be for one person from one address; five tries, twice."""

BY_ADDRESS = 60
"""How many there may be from one network address: a whole café of tablets stands behind one."""

FOR_NAME = 100
"""How many there may be for one person from everywhere: enough that others can hardly lock her out."""


@attrs.frozen(kw_only=True)
class Guess:
    """A wrong guess at an instant; ``about`` is a digest of what it was about, never a name."""

    id: str
    about: str
    at: datetime
    version: int = 1


def about(kind: str, name: str, sender: str) -> dict[str, int]:
    """Return under which digests a wrong guess is noted, and how many each may have."""
    # Upper and lower case, and blanks around it, make no other person.
    who = name.strip().casefold()
    return {
        _digest(kind, who, sender): BY_NAME,
        _digest(kind, who, ""): FOR_NAME,
        _digest(kind, "", sender): BY_ADDRESS,
    }


def _digest(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode()).hexdigest()
