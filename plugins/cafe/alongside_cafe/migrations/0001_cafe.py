"""The café's pattern, availability, shifts, assignments and gaps."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "cafe_template",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("weekday", sa.Integer, nullable=False),
        sa.Column("starts", sa.Time, nullable=False),
        sa.Column("ends", sa.Time, nullable=False),
        sa.Column("job", sa.Text, nullable=False),
        sa.Column("places", sa.JSON, nullable=False),
        sa.Column("key_holder", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_template_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_template_business_fk"),
    )
    op.create_table(
        "cafe_availability",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("hours", sa.JSON, nullable=False),
        sa.Column("away", sa.JSON, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_availability_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_availability_business_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="cafe_availability_person_fk"),
        sa.UniqueConstraint("business", "person", name="cafe_availability_business_person_key"),
    )
    op.create_table(
        "cafe_shift",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("called", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("job", sa.Text, nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=False),
        sa.Column("places", sa.JSON, nullable=False),
        sa.Column("key_holder", sa.Boolean, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_shift_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_shift_business_fk"),
        sa.UniqueConstraint("business", "called", name="cafe_shift_business_called_key"),
    )
    op.create_table(
        "cafe_assignment",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("shift", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_assignment_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_assignment_business_fk"),
        sa.ForeignKeyConstraint(["shift"], ["cafe_shift.id"], name="cafe_assignment_shift_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="cafe_assignment_person_fk"),
        sa.ForeignKeyConstraint(["claim"], ["diary_claim.id"], name="cafe_assignment_claim_fk"),
        sa.UniqueConstraint("shift", "place", name="cafe_assignment_shift_place_key"),
    )
    op.create_table(
        "cafe_gap",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("shift", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=True),
        sa.Column("manager", sa.Text, nullable=False),
        sa.Column("colleagues", sa.Text, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_gap_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_gap_business_fk"),
        sa.ForeignKeyConstraint(["shift"], ["cafe_shift.id"], name="cafe_gap_shift_fk"),
    )
