"""Leaving."""

from __future__ import annotations

from alongside.sign_in import offers
from alongside.store import Unit


def leave(unit: Unit, session: str) -> None:
    """End the session of whoever leaves: no other browser can go on with it."""
    offers.end(unit, session)
