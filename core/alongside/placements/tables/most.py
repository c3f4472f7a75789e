"""Where is kept how many hours a week somebody wants at the most."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.placements.most_hours import MostHours
from alongside.store import Rows, table
from alongside.store import columns as c

MOST = table(
    "placements_most_hours",
    c.key(),
    c.person("person"),
    c.whole("minutes"),
    c.day("said_on"),
    c.version(),
    sa.UniqueConstraint("person"),
)
MOSTS = Rows(MostHours, MOST, called="wish of most hours", about="person")
