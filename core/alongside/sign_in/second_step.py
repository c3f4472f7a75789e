"""The second step after a password: a code of an app, another one every half minute, or a spare code on paper."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

import attrs
import pyotp

SECONDS = 30
"""How long one code of the app lasts (RFC 6238)."""

SPARE_CODES = 8
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that looks like another one
_LONG = 10


@attrs.frozen(kw_only=True)
class SecondStep:
    """What a person's app and we both know. ``last_step`` is the half minute whose code was used last.

    ``spare`` holds digests of the codes on paper that were not used yet. It is ``agreed`` once she has shown
    that her app makes the right codes.
    """

    id: str
    person: str
    secret: str = attrs.field(repr=False)
    last_step: int = 0
    spare: tuple[str, ...] = attrs.field(default=(), repr=False)
    agreed: datetime | None = None
    version: int = 1


def new_secret() -> str:
    """Return what an app is to know."""
    return pyotp.random_base32()


def address(secret: str, person: str, enterprise: str) -> str:
    """Return what an app reads from the picture: who this is for, and the secret."""
    return pyotp.TOTP(secret).provisioning_uri(name=person, issuer_name=enterprise)


def step_of(step: SecondStep, code: str, now: datetime) -> int | None:
    """Return the half minute whose code this is; None where it is none, or was used before.

    The one before and the one after will do too: clocks differ, and typing takes time.
    """
    digits = "".join(code.split())
    here = int(now.timestamp()) // SECONDS
    totp = pyotp.TOTP(step.secret, interval=SECONDS)
    for at in (here - 1, here, here + 1):
        if at > step.last_step and secrets.compare_digest(totp.generate_otp(at).encode(), digits.encode()):
            return at
    return None


def new_spare_codes() -> list[str]:
    """Return fresh codes to be written down, to be told once and kept as digests alone."""
    return ["".join(secrets.choice(_LETTERS) for _ in range(_LONG)) for _ in range(SPARE_CODES)]


def spare_digest(code: str) -> str:
    """Return what is kept of a code on paper: 49 random bits, and guesses are counted."""
    typed = "".join(code.casefold().split()).replace("-", "")
    return hashlib.sha256(f"spare:{typed}".encode()).hexdigest()
