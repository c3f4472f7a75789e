"""A closing record is made when a vote is counted, and kept as it was written."""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"


def upgrade() -> None:
    # Votes counted before this have none: a record of a moment that is over cannot be made afterwards.
    op.add_column("decisions_outcome", sa.Column("closing", sa.Text, nullable=True))
