"""The door of an enterprise that is no demo: only a browser that was handed the key may say who it is.

Until sign-in exists, whoever starts Alongside is told an address with a key in it. The browser that opens it
is let in until Alongside ends; any other program or account on the same computer is not.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from urllib.parse import parse_qs

import attrs

ENTRANCE = "/enter"
COOKIE = "alongside_door"


@attrs.frozen
class Door:
    """``key`` is new each time Alongside is started, and is kept nowhere."""

    key: str

    @classmethod
    def new(cls) -> Door:
        """Return a door whose key nobody knows yet."""
        return cls(secrets.token_urlsafe(24))

    @property
    def path(self) -> str:
        """The path that opens it."""
        return f"{ENTRANCE}?key={self.key}"

    @property
    def cookie(self) -> str:
        """The header by which a browser is let in from now on.

        Lax and not strict: the address may have been opened from a message, and the browser goes on from it.
        """
        return f"{COOKIE}={self._mark}; Path=/; HttpOnly; SameSite=Lax"

    @property
    def _mark(self) -> str:
        # Not the key itself: a cookie that is seen opens nothing after the next start.
        return hashlib.sha256(f"door:{self.key}".encode()).hexdigest()

    def fits(self, query: str) -> bool:
        """True if an address's query holds the key."""
        given = parse_qs(query).get("key", [""])[-1]
        return hmac.compare_digest(given.encode(), self.key.encode())

    def admits(self, cookies: str) -> bool:
        """True if a browser with these cookies was let in before."""
        # By hand: of a line with one odd cookie, of another program here, Python's own reader reads none.
        pairs = (one.strip().partition("=") for one in cookies.split(";"))
        marks = [value for name, _, value in pairs if name == COOKIE]
        return any(hmac.compare_digest(mark.encode(), self._mark.encode()) for mark in marks)
