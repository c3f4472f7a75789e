"""The roll names who helped, how, and who waits with her vote."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    # Written out: SQLite takes a reference with a new column, but none that is added afterwards.
    reference = "CONSTRAINT decisions_roll_helper_fk REFERENCES people_person (id)"
    op.execute(f"ALTER TABLE decisions_roll ADD COLUMN helper TEXT {reference}")
    op.add_column("decisions_roll", sa.Column("help", sa.Text, nullable=True))
    op.add_column("decisions_roll", sa.Column("waits", sa.Text, nullable=True))
    op.create_index("decisions_roll_helper_ix", "decisions_roll", ["helper"])
