"""Who was there: notes of work that is over, one above the other; and questions about one's own hours."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.create_table(
        "placements_attendance",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=True),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("noted_by", sa.Text, nullable=True),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_attendance_pk"),
        sa.ForeignKeyConstraint(["claim"], ["diary_claim.id"], name="placements_attendance_claim_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="placements_attendance_person_fk"),
        sa.ForeignKeyConstraint(
            ["business"], ["enterprise_business.id"], name="placements_attendance_business_fk"
        ),
        sa.ForeignKeyConstraint(["noted_by"], ["people_person.id"], name="placements_attendance_noted_by_fk"),
        sa.UniqueConstraint("claim", "number", name="placements_attendance_claim_number_key"),
    )
    op.create_index("placements_attendance_business_day_ix", "placements_attendance", ["business", "day"])
    op.create_index("placements_attendance_person_day_ix", "placements_attendance", ["person", "day"])
    op.create_table(
        "placements_hours_question",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_hours_question_pk"),
        sa.ForeignKeyConstraint(["claim"], ["diary_claim.id"], name="placements_hours_question_claim_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="placements_hours_question_person_fk"),
        sa.ForeignKeyConstraint(
            ["business"], ["enterprise_business.id"], name="placements_hours_question_business_fk"
        ),
    )
    op.create_index("placements_hours_question_person_ix", "placements_hours_question", ["person"])
    op.create_index("placements_hours_question_business_ix", "placements_hours_question", ["business"])
