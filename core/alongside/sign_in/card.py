"""A card: what somebody shows to come in. It holds a secret, of which only a digest is kept."""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import date

import attrs

from alongside.refusal import BadInput

# Without I, L, O and U, and in one case: a reader that types with caps lock on, or takes one for another, is read.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BITS, _LENGTH = 128, 26
_AT_THE_END = re.compile(rf"(?:^|[^0-9A-Z])([{_LETTERS}]{{{_LENGTH}}})\W*\Z")

_MOST_TYPED = 500

LONGEST_NAME = 24
"""How many letters of a name there is room for on a card."""


@attrs.frozen(kw_only=True)
class Card:
    """``person``'s card, printed on a day, which opens nothing from the day on that it was ``revoked_on``.

    ``seal`` is a digest of its secret; the secret itself stands on the card and nowhere else. ``serial`` is what
    people read to each other, and opens nothing.
    """

    id: str
    person: str
    seal: str
    serial: str
    printed_on: date
    revoked_on: date | None = None
    version: int = 1


@attrs.frozen(kw_only=True)
class CardName:
    """The ``name`` that a ``person`` wants to have on her card, in her own words.

    Raises:
        BadInput: for one that is too long or cannot be shown.
    """

    id: str
    person: str
    name: str = attrs.field()
    version: int = 1

    @name.validator
    def _can_be_read(self, _: object, name: str) -> None:
        if not name.strip() or not name.isprintable() or len(name) > LONGEST_NAME:
            found = f"a card has room for {LONGEST_NAME} letters of a name"
            raise BadInput(found, remedy="Write a shorter one, such as the name that friends say.")


def new_secret() -> str:
    """Return the secret of a new card: 128 bits in 26 letters and digits."""
    number = secrets.randbits(_BITS)
    return "".join(_LETTERS[number >> 5 * place & 31] for place in range(_LENGTH))


def seal_of(secret: str) -> str:
    """Return what is kept of a card's secret: nobody can work it out from this."""
    return hashlib.sha256(f"card:{secret}".encode()).hexdigest()


def secret_in(text: str) -> str | None:
    """Return the secret in what a reader has typed, which is the card's whole address; None where there is none.

    A keyboard that is set to another country spoils the signs of an address, and none of the secret's.
    """
    found = _AT_THE_END.search(text[-_MOST_TYPED:].upper().translate(_ALIKE))
    return found[1] if found else None


def path_of(secret: str) -> str:
    """Return the path that a card's code leads to."""
    return f"/card/{secret}"
