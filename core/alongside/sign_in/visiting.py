"""A visit: a supporter has come in with a person who chose her, so that the person can use what is hers."""

from __future__ import annotations

from datetime import datetime

import attrs


@attrs.frozen(kw_only=True)
class NoVisits:
    """``person`` has said that nobody may start a visit for her, whoever supports her."""

    id: str
    person: str
    version: int = 1


@attrs.frozen(kw_only=True)
class Visited:
    """A visit as the person reads of it: who came in with her, since when, and until when (None: it goes on)."""

    helper: str
    begun: datetime
    ended: datetime | None
