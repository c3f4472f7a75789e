"""Messages: the outbox, and what has gone."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "messages_message",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("title", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("lines", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("standing", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=True),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("trouble", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="messages_message_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="messages_message_person_fk"),
        sa.UniqueConstraint("key", name="messages_message_key_key"),
    )
    op.create_index("messages_message_person_ix", "messages_message", ["person"])
    op.create_index("messages_message_standing_ix", "messages_message", ["standing"])
