"""What one café has decided about its own ways: for now, whether who plans has to say yes to a swap."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Settings:
    """A café's own ways; without a row of its own a swap needs the yes of the two whose shifts they are."""

    id: str
    business: str
    confirm_swaps: bool = False
    version: int = 1
