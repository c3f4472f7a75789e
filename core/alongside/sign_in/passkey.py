"""Passkeys: a key that a phone or computer keeps, and never hands over (W3C Web Authentication)."""

from __future__ import annotations

from datetime import datetime

import attrs


@attrs.frozen(kw_only=True)
class Passkey:
    """``credential`` names the key, ``public`` checks what it signs; both are base64url. ``title`` is the owner's.

    ``counter`` is how often the key says it was used: one that goes back has been copied.
    """

    id: str
    person: str
    credential: str
    public: str
    counter: int
    title: str
    made: datetime
    used: datetime | None = None
    version: int = 1
