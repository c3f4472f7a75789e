"""Where outcomes are kept."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.placements.outcome import Outcome
from alongside.store import Rows, table
from alongside.store import columns as c

OUTCOME = table(
    "placements_outcome",
    c.key(),
    c.person("person"),
    c.whole("weeks"),
    c.day("day"),
    c.day("run_began"),
    c.text("wanted"),
    c.text("words"),
    c.whole("minutes"),
    c.person("confirmed_by", nullable=True),
    c.day("confirmed_on", nullable=True),
    c.version(),
    sa.UniqueConstraint("person", "run_began", "weeks", name="placements_outcome_person_run_began_weeks_key"),
)
OUTCOMES = Rows(Outcome, OUTCOME, called="outcome of paid work", about="person")
