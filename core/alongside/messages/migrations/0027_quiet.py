"""When somebody is not rung and gets no mail."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    op.create_table(
        "messages_quiet",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("since", sa.Time, nullable=False),
        sa.Column("until", sa.Time, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="messages_quiet_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="messages_quiet_person_fk"),
        sa.UniqueConstraint("person", name="messages_quiet_person_key"),
    )
