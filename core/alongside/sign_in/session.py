"""A session: one person is here in one browser, from coming in until leaving."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime
from enum import Enum

import attrs


class Way(Enum):
    """How somebody came in."""

    DEMO = "demo"  # looks around as one of a demo's invented people
    SET_UP = "set_up"  # has just set the enterprise up
    CARD = "card"  # has shown a card


@attrs.frozen(kw_only=True)
class Session:
    """``person`` is here, and ``helper`` beside her where somebody came in with her.

    ``seal`` is a digest of the secret that the browser holds; the secret itself is kept nowhere. Instants are
    UTC; ``ended`` is None while it goes on. ``card`` is the one that was shown, ``device`` the one of ours it was
    shown to; on a ``shared`` one somebody else comes next.
    """

    id: str
    seal: str
    person: str
    helper: str | None = None
    way: Way
    begun: datetime
    ended: datetime | None = None
    shared: bool = False
    card: str | None = None
    device: str | None = None
    version: int = 1


def new_token() -> str:
    """Return the secret of a new session."""
    return secrets.token_urlsafe(32)


def seal_of(token: str) -> str:
    """Return what is kept of a session's secret: from it nobody can work out the secret."""
    return hashlib.sha256(f"session:{token}".encode()).hexdigest()
