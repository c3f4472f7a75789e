"""Where job roles and checks are kept. What was decided leaves who and when in the audit trail, and no value."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.checks.check import Check, Shown
from alongside.checks.job_role import JobRole, Post
from alongside.store import Rows, table
from alongside.store import columns as c

JOB_ROLE = table(
    "checks_job_role",
    c.key(),
    c.text("name"),
    c.text("level"),
    c.text("why", nullable=True),
    c.text("scheme"),
    c.yes("right_to_work"),
    c.json("induction"),
    c.whole("min_age"),
    c.yes("first"),
    c.day("ended", nullable=True),
    c.version(),
)
JOB_ROLES = Rows(JobRole, JOB_ROLE, called="job role")

POST = table(
    "checks_post",
    c.key(),
    c.person("person"),
    c.business(),
    c.reference("role", "checks_job_role"),
    c.day("since"),
    c.version(),
    sa.UniqueConstraint("person", "business", name="checks_post_person_business_key"),
)
POSTS = Rows(Post, POST, called="job role of a person", about="person")

CHECK = table(
    "checks_check",
    c.key(),
    c.person("person"),
    c.whole("turn"),
    c.reference("role", "checks_job_role"),
    c.text("kind"),
    c.text("scheme", nullable=True),
    c.text("level"),
    c.text("number"),
    c.day("done_on", nullable=True),
    c.text("decision"),
    c.person("decided_by", nullable=True),
    c.day("until", nullable=True),
    c.instant("noted_at"),
    c.version(),
    sa.UniqueConstraint("person", "turn", name="checks_check_person_turn_key"),
)
CHECKS = Rows(Check, CHECK, called="check", about="person", quiet=True)

SHOWN = table(
    "checks_shown",
    c.key(),
    c.person("person"),
    c.reference("role", "checks_job_role"),
    c.text("point"),
    c.day("shown_on"),
    c.person("shown_by", nullable=True),
    c.version(),
    sa.UniqueConstraint("person", "role", "point", name="checks_shown_person_role_point_key"),
)
SHOWNS = Rows(Shown, SHOWN, called="point of an induction", about="person")
