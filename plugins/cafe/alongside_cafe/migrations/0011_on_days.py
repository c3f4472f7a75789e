"""Dates on which somebody can work at other hours than on that day of every week."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("cafe_availability", sa.Column("on_days", sa.JSON, nullable=False, server_default="[]"))
