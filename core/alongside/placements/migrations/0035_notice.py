"""How early people knew: each shift that was moved or cancelled, and when."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    op.create_table(
        "placements_notice",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=False),
        sa.Column("now_starts", sa.DateTime(timezone=True), nullable=True),
        sa.Column("by_herself", sa.Boolean, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_notice_pk"),
        sa.ForeignKeyConstraint(["claim"], ["diary_claim.id"], name="placements_notice_claim_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="placements_notice_person_fk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="placements_notice_business_fk"),
    )
    op.create_index("placements_notice_business_at_ix", "placements_notice", ["business", "at"])
    op.create_index("placements_notice_person_at_ix", "placements_notice", ["person", "at"])
