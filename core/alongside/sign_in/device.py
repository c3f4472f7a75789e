"""A device: a browser that cards open, such as the tablet in the café, or somebody's own telephone."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date

import attrs

from alongside.refusal import BadInput

LONGEST_NAME = 60

SECONDS = 400 * 24 * 3600
"""How long a browser is asked to remember which device it is: as long as browsers do, and anew at each card."""


@attrs.frozen(kw_only=True)
class Device:
    """A browser that a card opens, from the day it was enrolled until the day it was ``revoked_on``.

    One of the enterprise's is used by many, one after the other; it may stand in a ``business``. One that is a
    ``person``'s own is opened by her card alone. ``seal`` is a digest of the secret that the browser keeps.

    Raises:
        BadInput: without a name, or with one that is too long or cannot be shown.
    """

    id: str
    name: str = attrs.field()
    business: str | None = None
    person: str | None = None
    seal: str
    enrolled_on: date
    revoked_on: date | None = None
    version: int = 1

    @name.validator
    def _can_be_read(self, _: object, name: str) -> None:
        if not name.strip() or not name.isprintable() or len(name) > LONGEST_NAME:
            found = f"a device needs a name of at most {LONGEST_NAME} letters"
            raise BadInput(found, remedy="Say where it is, such as: the tablet in the café.")

    @property
    def shared(self) -> bool:
        """True if others use it after whoever is there now."""
        return self.person is None

    def takes(self, person: str) -> bool:
        """True if a card of this person opens it."""
        return self.person in {None, person}


def new_secret() -> str:
    """Return the secret by which a browser shows which device it is."""
    return secrets.token_urlsafe(32)


def seal_of(secret: str) -> str:
    """Return what is kept of a device's secret."""
    return hashlib.sha256(f"device:{secret}".encode()).hexdigest()
