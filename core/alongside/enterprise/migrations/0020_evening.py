"""The enterprise says at what time in the evening tomorrow's papers are made."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.add_column(
        "enterprise_enterprise", sa.Column("evening", sa.Time, nullable=False, server_default="17:00:00.000000")
    )
