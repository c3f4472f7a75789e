"""A proposal that was said anew in standard English alone: its Easy Read is behind."""

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"


def upgrade() -> None:
    behind = sa.Column("easy_behind", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("decisions_proposal", behind)
