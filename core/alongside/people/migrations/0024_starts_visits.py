"""A person says herself which of her supporters may start a visit for her."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    # Who had chosen was not noted: nobody starts a visit until the person herself has said so.
    no = sa.false()
    op.add_column("people_supporter", sa.Column("starts_visits", sa.Boolean, nullable=False, server_default=no))
