"""When time was claimed: so that it can be told how early somebody knew."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    # Of claims that stand already nobody noted it.
    op.add_column("diary_claim", sa.Column("made_at", sa.DateTime(timezone=True), nullable=True))
