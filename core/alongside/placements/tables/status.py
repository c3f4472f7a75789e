"""Where the questions about status are kept, and the days that the house has chosen for them."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.placements.status_review import HouseDays, StatusReview
from alongside.store import Rows, table
from alongside.store import columns as c

STATUS_REVIEW = table(
    "placements_status_review",
    c.key(),
    c.reference("placement", "placements_placement"),
    c.person("person"),
    c.business(),
    c.day("raised_on"),
    c.day("answer_by"),
    c.whole("number"),
    c.json("reasons"),
    c.text("verdict", nullable=True),
    c.text("because", nullable=True),
    c.json("changes"),
    c.text("words"),
    c.person("answered_by", nullable=True),
    c.instant("answered_at", nullable=True),
    c.day("look_again", nullable=True),
    c.version(),
    sa.UniqueConstraint("person", "business", "number", name="placements_status_review_number_key"),
)
STATUS_REVIEWS = Rows(StatusReview, STATUS_REVIEW, called="question about status", about="person")

HOUSE_DAYS = table(
    "placements_house_days",
    c.key(),
    c.whole("answer_within"),
    c.whole("again_after"),
    c.whole("change_within"),
    c.whole("longest_trial"),
    c.version(),
)
HOUSE_DAYS_ROWS = Rows(HouseDays, HOUSE_DAYS, called="days that the house has chosen")
