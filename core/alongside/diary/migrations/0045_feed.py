"""A person's work as a calendar that other programs read, under an address that holds a secret."""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"


def upgrade() -> None:
    op.create_table(
        "diary_feed",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="diary_feed_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="diary_feed_person_fk"),
        sa.UniqueConstraint("person", name="diary_feed_person_key"),
        sa.UniqueConstraint("seal", name="diary_feed_seal_key"),
    )
