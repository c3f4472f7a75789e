"""Where placements are kept, and what stays of them after somebody was erased."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.placements.attendance import Attendance
from alongside.placements.hours_question import HoursQuestion
from alongside.placements.kept import KeptRecord
from alongside.placements.notice import Notice
from alongside.placements.placement import Placement
from alongside.placements.tables.leave import LEAVE_WISHES
from alongside.placements.tables.most import MOSTS
from alongside.placements.tables.opt_out import OPT_OUTS
from alongside.placements.tables.outcomes import OUTCOMES
from alongside.placements.tables.status import HOUSE_DAYS_ROWS, STATUS_REVIEWS
from alongside.placements.tables.talks import ADJUSTMENTS, ENDINGS, REVIEWS, RHYTHMS
from alongside.placements.tables.way import COACHINGS, OWN_WORDS, STEPS, WISHES
from alongside.store import Rows, table
from alongside.store import columns as c

__all__ = [
    "ADJUSTMENTS",
    "ATTENDANCE",
    "ATTENDANCES",
    "COACHINGS",
    "ENDINGS",
    "HOUSE_DAYS_ROWS",
    "KEPT",
    "KEPT_RECORDS",
    "LEAVE_WISHES",
    "MOSTS",
    "OPT_OUTS",
    "OUTCOMES",
    "OWN_WORDS",
    "PLACEMENT",
    "PLACEMENTS",
    "QUESTION",
    "QUESTIONS",
    "REVIEWS",
    "RHYTHMS",
    "STATUS_REVIEWS",
    "STEPS",
    "WISHES",
]

PLACEMENT = table(
    "placements_placement",
    c.key(),
    c.person("person"),
    c.business(),
    c.text("kind"),
    c.day("first_day"),
    c.day("last_day", nullable=True),
    c.whole("agreed_minutes"),
    c.pence("rate", nullable=True),
    c.person("supporter", nullable=True),
    c.day("apprentice_since", nullable=True),
    c.json("plan"),
    c.yes("coach_beside"),
    c.version(),
    sa.Index("placements_placement_person_ix", "person"),
    sa.Index("placements_placement_business_ix", "business"),
)
PLACEMENTS = Rows(Placement, PLACEMENT, called="placement", about="person")

KEPT = table(
    "placements_kept",
    c.key(),
    c.person("person"),
    c.reference("placement", "placements_placement"),
    c.text("name"),
    c.day("born", nullable=True),
    c.text("what"),
    c.text("why"),
    c.day("until"),
    c.text("source"),
    c.version(),
)
KEPT_RECORDS = Rows(KeptRecord, KEPT, called="kept record", about="person")

ATTENDANCE = table(
    "placements_attendance",
    c.key(),
    c.reference("claim", "diary_claim"),
    c.person("person"),
    c.business(),
    c.day("day"),
    c.whole("number"),
    c.instant("starts", nullable=True),
    c.instant("ends", nullable=True),
    c.text("why"),
    c.person("noted_by", nullable=True),
    c.instant("noted_at"),
    c.version(),
    sa.UniqueConstraint("claim", "number", name="placements_attendance_claim_number_key"),
    sa.Index("placements_attendance_business_day_ix", "business", "day"),
    sa.Index("placements_attendance_person_day_ix", "person", "day"),
)
ATTENDANCES = Rows(Attendance, ATTENDANCE, called="note of who was there", about="person")

QUESTION = table(
    "placements_hours_question",
    c.key(),
    c.reference("claim", "diary_claim"),
    c.person("person"),
    c.business(),
    c.day("day"),
    c.text("what"),
    c.text("words"),
    c.instant("asked_at"),
    c.text("answer"),
    c.instant("answered_at", nullable=True),
    c.version(),
    sa.Index("placements_hours_question_person_ix", "person"),
    sa.Index("placements_hours_question_business_ix", "business"),
)
QUESTIONS = Rows(HoursQuestion, QUESTION, called="question about hours", about="person")

NOTICE = table(
    "placements_notice",
    c.key(),
    c.reference("claim", "diary_claim"),
    c.person("person"),
    c.business(),
    c.text("what"),
    c.instant("starts"),
    c.instant("ends"),
    c.instant("now_starts", nullable=True),
    c.yes("by_herself"),
    c.instant("at"),
    c.version(),
    sa.Index("placements_notice_business_at_ix", "business", "at"),
    sa.Index("placements_notice_person_at_ix", "person", "at"),
)
NOTICES = Rows(Notice, NOTICE, called="change of a shift", about="person")
