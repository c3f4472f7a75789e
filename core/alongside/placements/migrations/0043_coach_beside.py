"""A placement says whether a job coach works beside somebody on each of her shifts."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"


def upgrade() -> None:
    # Of what is agreed already nobody has said so.
    column = sa.Column("coach_beside", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("placements_placement", column)
