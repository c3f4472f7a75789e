"""A person says herself whether who plans her work may see her number, and ring when a shift is free."""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"


def upgrade() -> None:
    # Nobody was asked before: nobody's number is shown until she has said so.
    no = sa.false()
    op.add_column("people_person", sa.Column("rung_for_shifts", sa.Boolean, nullable=False, server_default=no))
