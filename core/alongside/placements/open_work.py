"""Work that somebody could take: what a business tells of its open places, when it is asked."""

from __future__ import annotations

from datetime import datetime

import attrs

from alongside.instants import aware


@attrs.frozen(kw_only=True)
class OpenWork:
    """An open place in a business: ``label`` is a few words on what it is. Nobody is put on it by looking."""

    business: str
    starts: datetime = attrs.field(converter=aware)
    ends: datetime = attrs.field(converter=aware)
    label: str = ""
