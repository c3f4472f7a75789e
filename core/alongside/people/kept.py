"""What the law makes an enterprise keep of a person after erasing her: shown before and after."""

from __future__ import annotations

from datetime import date

import attrs


@attrs.frozen(kw_only=True)
class Kept:
    """Something that stays after an erasure: what, why, until which day (None: not known yet), by which source."""

    what: str
    why: str
    until: date | None
    source: str
