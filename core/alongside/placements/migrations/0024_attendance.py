"""Who was there: notes of work that is over, one above the other."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"


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
