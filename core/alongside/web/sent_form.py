"""A form that was sent and done."""

from __future__ import annotations

from datetime import datetime

import attrs


@attrs.frozen(kw_only=True)
class SentForm:
    """A form that was done at an instant, and the path it led to. ``id`` is a digest of what was sent."""

    id: str
    went_to: str
    at: datetime
    version: int = 1
