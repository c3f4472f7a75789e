"""The mark of a form: by it we know that one of our own pages offered it to this browser, and which form it was.

It is made of a number used once and a seal that takes the browser's own secret to make. So another site, and
another browser, can make none; and it looks different each time, so that a compressed page gives nothing away.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

_SEPARATOR = "."


def new_mark(secret: str) -> str:
    """Return a mark for one form, for the browser that holds ``secret``."""
    number = secrets.token_urlsafe(12)
    return f"{number}{_SEPARATOR}{_seal(secret, number)}"


def fits(secret: str, mark: str) -> bool:
    """True if the mark was made for the browser that holds ``secret``."""
    number, _, seal = mark.partition(_SEPARATOR)
    return bool(secret and number) and hmac.compare_digest(seal.encode(), _seal(secret, number).encode())


def known_again(secret: str) -> str:
    """Return what stands for a browser: by it the same one is known again, and its secret is not told."""
    return hashlib.sha256(f"browser:{secret}".encode()).hexdigest()


def _seal(secret: str, number: str) -> str:
    return hmac.new(secret.encode(), f"form:{number}".encode(), hashlib.sha256).hexdigest()[:32]
