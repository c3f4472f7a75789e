"""Guesses that were wrong: how many there may be before one has to wait."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

import attrs

from alongside.addresses import household

LINK = "mail"
"""The kind that is no guess: a link was asked for."""

WINDOW = timedelta(minutes=15)
"""For how long a wrong guess counts."""

BY_NAME = 10
"""How many wrong guesses there may be for one person from one address; five tries, twice."""

BY_ADDRESS = 60
"""How many there may be from one network address: a whole café of tablets stands behind one."""

ASKED_BY_ADDRESS = 300
"""How many links may be asked for from one network address: sixty people may each ask more than once."""

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
    """Return under which digests a wrong guess is noted, and how many each may have.

    A ``name`` is empty where nobody is named before the guess, as with a passkey: it counts for its address alone.
    """
    # Upper and lower case, and blanks around it, make no other person.
    who, place = name.strip().casefold(), household(sender)
    most = {_digest(kind, "", place): ASKED_BY_ADDRESS if kind == LINK else BY_ADDRESS}
    if who:
        most |= {_digest(kind, who, place): BY_NAME, _digest(kind, who, ""): FOR_NAME}
    return most


def _digest(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode()).hexdigest()
