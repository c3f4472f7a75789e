"""A rota is a draft until it is published, and what was published has a number and a digest."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "cafe_draft",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("weeks", sa.Integer, nullable=False),
        sa.Column("assignments", sa.JSON, nullable=False),
        sa.Column("base", sa.JSON, nullable=False),
        sa.Column("pinned", sa.JSON, nullable=False),
        sa.Column("overrides", sa.JSON, nullable=False),
        sa.Column("gaps", sa.JSON, nullable=False),
        sa.Column("searched", sa.JSON, nullable=False),
        sa.Column("by_hand", sa.Boolean, nullable=False),
        sa.Column("based_on", sa.Integer, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_draft_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_draft_business_fk"),
        sa.UniqueConstraint("business", "first_day", name="cafe_draft_business_first_day_key"),
    )
    op.create_table(
        "cafe_publication",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text, nullable=True),
        sa.Column("overrides", sa.JSON, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_publication_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_publication_business_fk"),
        sa.ForeignKeyConstraint(["by"], ["people_person.id"], name="cafe_publication_by_fk"),
        sa.UniqueConstraint("business", "number", name="cafe_publication_business_number_key"),
    )
    op.add_column("cafe_assignment", sa.Column("pinned", sa.Boolean, nullable=False, server_default=sa.false()))
