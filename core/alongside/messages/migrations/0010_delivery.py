"""Messages: the letter one stands in, when it was read, and who was rung."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("messages_message", sa.Column("file", sa.Text, nullable=True))
    op.add_column("messages_message", sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "messages_call",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("rung_by", sa.Text, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("result", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="messages_call_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="messages_call_person_fk"),
        sa.ForeignKeyConstraint(["rung_by"], ["people_person.id"], name="messages_call_rung_by_fk"),
    )
    op.create_index("messages_call_person_ix", "messages_call", ["person"])
