"""Where a person's way to work is kept: stages, own words, wishes about hours, and who coaches her."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.placements.coaching import Coaching
from alongside.placements.hours_wish import HoursWish
from alongside.placements.own_words import OwnWords
from alongside.placements.stage import StageStep
from alongside.store import Rows, table
from alongside.store import columns as c

STEP = table(
    "placements_stage_step",
    c.key(),
    c.person("person"),
    c.text("stage"),
    c.day("day"),
    c.whole("number"),
    c.person("noted_by", nullable=True),
    c.instant("noted_at"),
    c.version(),
    sa.UniqueConstraint("person", "number", name="placements_stage_step_person_number_key"),
    sa.Index("placements_stage_step_person_ix", "person"),
)
STEPS = Rows(StageStep, STEP, called="step on the way to work", about="person")

WORDS = table(
    "placements_own_words",
    c.key(),
    c.person("person"),
    c.text("about"),
    c.text("words"),
    c.day("said_on"),
    c.day("taken_back_on", nullable=True),
    c.version(),
    sa.Index("placements_own_words_person_ix", "person"),
)
OWN_WORDS = Rows(OwnWords, WORDS, called="words of one’s own about work", about="person")

WISH = table(
    "placements_hours_wish",
    c.key(),
    c.person("person"),
    c.reference("placement", "placements_placement"),
    c.text("pace"),
    c.text("words"),
    c.instant("asked_at"),
    c.text("answer"),
    c.instant("answered_at", nullable=True),
    c.version(),
    sa.Index("placements_hours_wish_placement_ix", "placement"),
    sa.Index("placements_hours_wish_person_ix", "person"),
)
WISHES = Rows(HoursWish, WISH, called="wish about hours", about="person")

COACHING = table(
    "placements_coaching",
    c.key(),
    c.person("person"),
    c.person("coach"),
    c.reference("placement", "placements_placement", nullable=True),
    c.day("first_day"),
    c.day("last_day"),
    c.version(),
    sa.Index("placements_coaching_person_ix", "person"),
    sa.Index("placements_coaching_coach_ix", "coach"),
)
COACHINGS = Rows(Coaching, COACHING, called="choice of a job coach", about="person")
