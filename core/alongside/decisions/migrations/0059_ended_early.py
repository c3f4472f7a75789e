"""Why tellers ended a vote before its last day, told with its result."""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"


def upgrade() -> None:
    op.add_column("decisions_proposal", sa.Column("ended_early", sa.Text, nullable=True))
