"""A shift to come whose person needs a certificate renewed is flagged."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "cafe_flag",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("assignment", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("certificate", sa.Text, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_flag_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_flag_business_fk"),
        sa.ForeignKeyConstraint(["assignment"], ["cafe_assignment.id"], name="cafe_flag_assignment_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="cafe_flag_person_fk"),
        sa.UniqueConstraint("assignment", "kind", name="cafe_flag_assignment_kind_key"),
    )
