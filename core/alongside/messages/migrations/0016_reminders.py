"""Messages: until when one tells anything, by which way it has to go, and what people want to be told."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    for column in (
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("private", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("way", sa.Text, nullable=True),
        sa.Column("attached", sa.Text, nullable=True),
    ):
        op.add_column("messages_message", column)
    op.create_table(
        "messages_choice",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("wanted", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="messages_choice_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="messages_choice_person_fk"),
        sa.UniqueConstraint("person", "what", name="messages_choice_person_what_key"),
    )
    op.create_index("messages_choice_what_ix", "messages_choice", ["what"])
