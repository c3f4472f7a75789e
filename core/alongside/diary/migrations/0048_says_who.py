"""A person's calendar names who supports her where she chose so."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"


def upgrade() -> None:
    op.add_column("diary_feed", sa.Column("says_who", sa.Boolean, nullable=False, server_default=sa.false()))
