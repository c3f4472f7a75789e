"""Claims may be holds, which run out by themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("diary_claim", sa.Column("expires", sa.DateTime(timezone=True), nullable=True))
    held = sa.text("expires IS NOT NULL AND active")
    op.create_index("diary_claim_expires_ix", "diary_claim", ["expires"], sqlite_where=held, postgresql_where=held)
