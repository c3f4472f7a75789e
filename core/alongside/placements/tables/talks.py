"""Where what is agreed on the way is kept: reviews and their rhythm, adjustments, and endings."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.placements.adjustment import Adjustment
from alongside.placements.ending import Ending
from alongside.placements.review import Review, Rhythm
from alongside.store import Rows, table
from alongside.store import columns as c

RHYTHM = table("placements_rhythm", c.key(), c.json("weeks"), c.whole("every"), c.version())
RHYTHMS = Rows(Rhythm, RHYTHM, called="rhythm of reviews")

REVIEW = table(
    "placements_review",
    c.key(),
    c.person("person"),
    c.reference("placement", "placements_placement"),
    c.whole("number"),
    c.day("due"),
    c.text("says"),
    c.text("coach_says"),
    c.text("changes"),
    c.day("held_on", nullable=True),
    c.person("held_by", nullable=True),
    c.version(),
    sa.UniqueConstraint("placement", "number", name="placements_review_placement_number_key"),
    sa.Index("placements_review_person_ix", "person"),
)
REVIEWS = Rows(Review, REVIEW, called="review of a job", about="person")

ADJUSTMENT = table(
    "placements_adjustment",
    c.key(),
    c.person("person"),
    c.text("words"),
    c.text("barrier"),
    c.business(nullable=True),
    c.person("doer", nullable=True),
    c.day("by_day", nullable=True),
    c.json("readers"),
    c.day("agreed_on"),
    c.day("done_on", nullable=True),
    c.version(),
    sa.Index("placements_adjustment_person_ix", "person"),
)
# Quiet: the trail keeps whose it was and on which day, and no word of it.
ADJUSTMENTS = Rows(Adjustment, ADJUSTMENT, called="adjustment", about="person", quiet=True)

ENDING = table(
    "placements_ending",
    c.key(),
    c.person("person"),
    c.reference("placement", "placements_placement"),
    c.text("learned"),
    c.text("next"),
    c.day("said_on"),
    c.version(),
    sa.UniqueConstraint("placement", name="placements_ending_placement_key"),
    sa.Index("placements_ending_person_ix", "person"),
)
ENDINGS = Rows(Ending, ENDING, called="ending of a job", about="person")
