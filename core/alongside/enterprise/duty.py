"""A duty: something a plugin missed while it was absent, and has to do when it comes back."""

from __future__ import annotations

from datetime import datetime

import attrs


@attrs.frozen(kw_only=True)
class Duty:
    """``plugin`` has still to react to ``event`` about ``person``; ``done_at`` is empty until it has."""

    id: str
    plugin: str
    event: str
    person: str
    since: datetime
    done_at: datetime | None = None
    version: int = 1
