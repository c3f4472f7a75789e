"""Forms that were sent and done."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "web_sent",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("went_to", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="web_sent_pk"),
    )
    op.create_index("web_sent_at_ix", "web_sent", ["at"])
