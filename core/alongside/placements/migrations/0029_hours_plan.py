"""Hours that grow: a placement has a plan of what is agreed from which day on."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    # Who has a placement already keeps what was agreed with them.
    op.add_column("placements_placement", sa.Column("plan", sa.JSON, nullable=False, server_default="[]"))
