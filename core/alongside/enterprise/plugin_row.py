"""A plugin as the enterprise knows it: by name, and whether it is switched on."""

from __future__ import annotations

from datetime import datetime

import attrs


@attrs.frozen(kw_only=True)
class PluginRow:
    """A plugin whose tables are in this enterprise's database. ``since`` is when it was last switched."""

    id: str
    name: str
    switched_on: bool
    since: datetime
    version: int = 1
