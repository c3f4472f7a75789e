"""A café keeps a number of its own, for whoever cannot come and is to ring."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("cafe_setting", sa.Column("phone", sa.Text, nullable=False, server_default=""))
