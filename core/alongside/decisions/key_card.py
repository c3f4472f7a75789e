"""Key cards: who holds each of the three cards of a locked box, and which of them was tried."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class KeyCard:
    """One card: ``holder`` is None after she was erased. What stands on it is on paper alone.

    ``seat`` is that the holder has taken the seat for lived experience, openly and by herself. ``tried`` is that
    this very card has opened something, so that it is known to work before members rely on it.
    """

    id: str
    proposal: str
    number: int
    holder: str | None
    seat: bool = False
    tried: bool = False
    version: int = 1
