"""Standing for election: put forward by somebody, with help, and words in Easy Read; one length for all."""

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0051"

_PERSON = "CONSTRAINT decisions_candidacy_{name}_fk REFERENCES people_person (id)"


def upgrade() -> None:
    # Votes before had no length for all; the usual one is theirs now.
    words = sa.Column("statement_words", sa.Integer, nullable=False, server_default="80")
    op.add_column("decisions_proposal", words)
    for column in (
        sa.Column("easy_words", sa.Text, nullable=False, server_default=""),
        sa.Column("state", sa.Text, nullable=False, server_default="stands"),
        sa.Column("helped", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("help", sa.Text, nullable=True),
    ):
        op.add_column("decisions_candidacy", column)
    for name in ("put_forward_by", "helper"):
        # Written out: SQLite takes a reference with a new column, but none that is added afterwards.
        op.execute(f"ALTER TABLE decisions_candidacy ADD COLUMN {name} TEXT {_PERSON.format(name=name)}")
        op.create_index(f"decisions_candidacy_{name}_ix", "decisions_candidacy", [name])
