"""Courses, their runs and sessions, who teaches, who learns, registers, wishes and lessons."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _courses()
    _runs()
    _sessions()
    _trainers()
    _enrolments()
    _marks()
    _wishes()
    _lessons()


def _courses() -> None:
    op.create_table(
        "training_course",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("easy_title", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("easy_words", sa.Text, nullable=False),
        sa.Column("able", sa.JSON, nullable=False),
        sa.Column("easy_able", sa.JSON, nullable=False),
        sa.Column("picture", sa.Text, nullable=False),
        sa.Column("gives", sa.Text, nullable=True),
        sa.Column("months", sa.Integer, nullable=True),
        sa.Column("refresh_months", sa.Integer, nullable=True),
        sa.Column("needs", sa.JSON, nullable=False),
        sa.Column("after", sa.JSON, nullable=False),
        sa.Column("may_miss", sa.Integer, nullable=False),
        sa.Column("least", sa.Integer, nullable=False),
        sa.Column("most", sa.Integer, nullable=False),
        sa.Column("closed", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="training_course_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="training_course_business_fk"),
        sa.UniqueConstraint("business", "title", name="training_course_business_title_key"),
    )


def _runs() -> None:
    op.create_table(
        "training_run",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("course", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("customer", sa.Text, nullable=False),
        sa.Column("room", sa.Text, nullable=False),
        sa.Column("how_to_find", sa.Text, nullable=False),
        sa.Column("places", sa.Integer, nullable=False),
        sa.Column("cancelled_because", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="training_run_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="training_run_business_fk"),
        sa.ForeignKeyConstraint(["course"], ["training_course.id"], name="training_run_course_fk"),
        sa.ForeignKeyConstraint(["room"], ["diary_resource.id"], name="training_run_room_fk"),
    )
    op.create_index("training_run_course_ix", "training_run", ["course"])


def _sessions() -> None:
    op.create_table(
        "training_session",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("run", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="training_session_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="training_session_business_fk"),
        sa.ForeignKeyConstraint(["run"], ["training_run.id"], name="training_session_run_fk"),
        sa.UniqueConstraint("run", "number", name="training_session_run_number_key"),
    )
    op.create_index("training_session_starts_ix", "training_session", ["starts"])


def _trainers() -> None:
    op.create_table(
        "training_trainer",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("run", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="training_trainer_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="training_trainer_business_fk"),
        sa.ForeignKeyConstraint(["run"], ["training_run.id"], name="training_trainer_run_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="training_trainer_person_fk"),
        sa.UniqueConstraint("run", "person", name="training_trainer_run_person_key"),
    )


def _enrolments() -> None:
    op.create_table(
        "training_enrolment",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("run", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("waived_by", sa.Text, nullable=True),
        sa.Column("waived_because", sa.Text, nullable=False),
        sa.Column("wished", sa.Boolean, nullable=False),
        sa.Column("done_on", sa.Date, nullable=True),
        sa.Column("certificate", sa.Text, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="training_enrolment_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="training_enrolment_business_fk"),
        sa.ForeignKeyConstraint(["run"], ["training_run.id"], name="training_enrolment_run_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="training_enrolment_person_fk"),
        sa.ForeignKeyConstraint(["waived_by"], ["people_person.id"], name="training_enrolment_waived_by_fk"),
        sa.UniqueConstraint("run", "person", name="training_enrolment_run_person_key"),
    )
    op.create_index("training_enrolment_person_ix", "training_enrolment", ["person"])


def _marks() -> None:
    op.create_table(
        "training_mark",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("session", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("marked_by", sa.Text, nullable=True),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="training_mark_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="training_mark_business_fk"),
        sa.ForeignKeyConstraint(["session"], ["training_session.id"], name="training_mark_session_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="training_mark_person_fk"),
        sa.ForeignKeyConstraint(["marked_by"], ["people_person.id"], name="training_mark_marked_by_fk"),
        sa.UniqueConstraint("session", "person", "number", name="training_mark_session_person_number_key"),
    )


def _wishes() -> None:
    op.create_table(
        "training_wish",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("course", sa.Text, nullable=True),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("met_on", sa.Date, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="training_wish_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="training_wish_business_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="training_wish_person_fk"),
        sa.ForeignKeyConstraint(["course"], ["training_course.id"], name="training_wish_course_fk"),
    )
    op.create_index("training_wish_person_ix", "training_wish", ["person"])


def _lessons() -> None:
    op.create_table(
        "training_lesson",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("course", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="training_lesson_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="training_lesson_business_fk"),
        sa.ForeignKeyConstraint(["course"], ["training_course.id"], name="training_lesson_course_fk"),
    )
