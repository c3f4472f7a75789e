"""Beside the quorum a share of all who may vote can be asked for; the outcome says how many that was."""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"


def upgrade() -> None:
    op.add_column("decisions_proposal", sa.Column("yes_share", sa.Text, nullable=True))
    op.add_column("decisions_outcome", sa.Column("yes_needed", sa.Integer, nullable=True))
    op.add_column("decisions_outcome", sa.Column("yes_met", sa.Boolean, nullable=True))
