"""What a café has set for itself, and by which of such rules a draft was made."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "cafe_house_rules",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("rules", sa.JSON, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_house_rules_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_house_rules_business_fk"),
        sa.UniqueConstraint("business", name="cafe_house_rules_business_key"),
    )
    # A draft of before was made by the usual rules: what is not named is usual.
    op.add_column("cafe_draft", sa.Column("rules", sa.JSON, nullable=False, server_default="{}"))
