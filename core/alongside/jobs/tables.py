"""Where it is kept which work was done for which day."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.jobs.round import Round
from alongside.store import Rows, table
from alongside.store import columns as c

ROUND = table(
    "jobs_round",
    c.key(),
    c.day("day"),
    c.text("name"),
    c.instant("tried_at"),
    c.text("fault"),
    c.version(),
    sa.UniqueConstraint("day", "name"),
)
ROUNDS = Rows(Round, ROUND, called="round")
