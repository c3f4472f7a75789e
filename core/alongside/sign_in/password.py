"""Passwords: long enough, not the person's own name, and kept as a digest that takes its time to guess."""

from __future__ import annotations

from datetime import datetime
from functools import cache

import argon2
import attrs

from alongside.refusal import BadInput, worded

SHORTEST, LONGEST = 12, 200
"""How many characters a password has; three or four words do it."""

_HASHER = argon2.PasswordHasher()
"""With the library's own strength: RFC 9106's second choice (64 MiB, 3 passes, 4 lanes)."""


@attrs.frozen(kw_only=True)
class Password:
    """The password of a person, as a digest (Argon2id)."""

    id: str
    person: str
    digest: str = attrs.field(repr=False)
    set_at: datetime
    version: int = 1


def digest_of(password: str) -> str:
    """Return what is kept of a password. It takes a twentieth of a second, on purpose."""
    return _HASHER.hash(password)


def fits(digest: str | None, password: str) -> bool:
    """True if the password is the one; it takes as long where there is none to compare with."""
    try:
        return _HASHER.verify(digest or _nobodys(), password) and digest is not None
    except argon2.exceptions.VerificationError:
        return False


@cache
def _nobodys() -> str:
    return _HASHER.hash("nobody has this password")


def check(password: str, *known: str) -> str:
    """Return the password if it will do; ``known`` is what everybody knows of the person.

    Raises:
        BadInput: where it is too short or too long, or made of one letter or of the person's own name.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadInput(
            worded(
                "sign_in",
                "The password has {long} characters. Choose one of {least} to {most}: "
                "three or four words make a good one.",
                long=len(password),
                least=SHORTEST,
                most=LONGEST,
            )
        )
    plain = "".join(password.casefold().split())
    parts = {part for text in known for part in text.casefold().replace("@", " ").split() if len(part) > 2}
    left = plain
    for part in sorted(parts, key=len, reverse=True):
        left = left.replace(part, "")
    if len(set(plain)) < 5 or len(left) < SHORTEST // 2:
        raise BadInput(
            worded("sign_in", "The password is easy to guess. Choose three or four words that are not your name.")
        )
    return password
