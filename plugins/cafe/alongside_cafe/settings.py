"""What one café has decided about its own ways: whether who plans has to say yes to a swap, and its own number."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Settings:
    """A café's own ways; without a row of its own a swap needs the yes of the two whose shifts they are.

    ``phone`` is the café's own number, which everybody who works there may read; a manager's is her own.
    """

    id: str
    business: str
    confirm_swaps: bool = False
    phone: str = ""
    version: int = 1
