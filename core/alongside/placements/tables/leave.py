"""Where leave that people ask for is kept; the days off themselves are claims in the diary."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.placements.leave import LeaveWish
from alongside.store import Rows, table
from alongside.store import columns as c

LEAVE_WISH = table(
    "placements_leave_wish",
    c.key(),
    c.person("person"),
    c.day("first_day"),
    c.day("last_day"),
    c.instant("asked_at"),
    c.text("standing"),
    c.text("words"),
    c.instant("answered_at", nullable=True),
    c.version(),
    sa.Index("placements_leave_wish_person_ix", "person"),
    sa.Index("placements_leave_wish_last_day_ix", "last_day"),
)
LEAVE_WISHES = Rows(LeaveWish, LEAVE_WISH, called="wish for leave", about="person")
