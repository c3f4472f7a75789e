"""Where courses, runs, enrolments, registers and wishes are kept."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint

from alongside.api.store import Rows, table
from alongside.api.store import columns as c

from .course import Course
from .enrolment import Enrolment
from .lesson import Lesson
from .register import RegisterMark
from .run import Run, Session, Trainer
from .wish import Wish

COURSE = table(
    "training_course",
    c.key(),
    c.business(),
    c.text("title"),
    c.text("easy_title"),
    c.text("words"),
    c.text("easy_words"),
    c.json("able"),
    c.json("easy_able"),
    c.text("picture"),
    c.text("gives", nullable=True),
    c.whole("months", nullable=True),
    c.whole("refresh_months", nullable=True),
    c.json("needs"),
    c.json("after"),
    c.whole("may_miss"),
    c.whole("least"),
    c.whole("most"),
    c.yes("closed"),
    c.version(),
    UniqueConstraint("business", "title", name="training_course_business_title_key"),
)
COURSES = Rows(Course, COURSE, called="course")

RUN = table(
    "training_run",
    c.key(),
    c.business(),
    c.reference("course", "training_course"),
    c.text("state"),
    c.text("customer"),
    c.reference("room", "diary_resource"),
    c.text("how_to_find"),
    c.whole("places"),
    c.text("cancelled_because"),
    c.version(),
    Index("training_run_course_ix", "course"),
)
RUNS = Rows(Run, RUN, called="course run")

SESSION = table(
    "training_session",
    c.key(),
    c.business(),
    c.reference("run", "training_run"),
    c.whole("number"),
    c.instant("starts"),
    c.instant("ends"),
    c.text("zone"),
    c.version(),
    UniqueConstraint("run", "number", name="training_session_run_number_key"),
    Index("training_session_starts_ix", "starts"),
)
SESSIONS = Rows(Session, SESSION, called="session")

TRAINER = table(
    "training_trainer",
    c.key(),
    c.business(),
    c.reference("run", "training_run"),
    c.person("person"),
    c.text("role"),
    c.version(),
    UniqueConstraint("run", "person", name="training_trainer_run_person_key"),
)
TRAINERS = Rows(Trainer, TRAINER, called="trainer", about="person")

ENROLMENT = table(
    "training_enrolment",
    c.key(),
    c.business(),
    c.reference("run", "training_run"),
    c.person("person"),
    c.text("state"),
    c.instant("since"),
    c.person("waived_by", nullable=True),
    c.text("waived_because"),
    c.yes("wished"),
    c.day("done_on", nullable=True),
    # No reference: erasing takes certificates away, also while this plugin is not there to hear of it.
    c.text("certificate", nullable=True),
    c.version(),
    UniqueConstraint("run", "person", name="training_enrolment_run_person_key"),
    Index("training_enrolment_person_ix", "person"),
)
ENROLMENTS = Rows(Enrolment, ENROLMENT, called="enrolment", about="person")

MARK = table(
    "training_mark",
    c.key(),
    c.business(),
    c.reference("session", "training_session"),
    c.person("person"),
    c.whole("number"),
    c.text("mark"),
    c.person("marked_by", nullable=True),
    c.instant("marked_at"),
    c.version(),
    UniqueConstraint("session", "person", "number", name="training_mark_session_person_number_key"),
)
MARKS = Rows(RegisterMark, MARK, called="mark in the register", about="person")

WISH = table(
    "training_wish",
    c.key(),
    c.business(),
    c.person("person"),
    c.reference("course", "training_course", nullable=True),
    c.text("words"),
    c.day("since"),
    c.day("met_on", nullable=True),
    c.version(),
    Index("training_wish_person_ix", "person"),
)
WISHES = Rows(Wish, WISH, called="learning wish", about="person")

LESSON = table(
    "training_lesson",
    c.key(),
    c.business(),
    c.reference("course", "training_course"),
    c.text("words"),
    c.day("day"),
    c.version(),
)
LESSONS = Rows(Lesson, LESSON, called="lesson")
