"""A proposal chooses who can learn what somebody chose; choices of open votes stand on record."""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"


def upgrade() -> None:
    # All votes before were private.
    level = sa.Column("level", sa.Text, nullable=False, server_default="private")
    op.add_column("decisions_proposal", level)
    op.create_table(
        "decisions_open_choice",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("proposal", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=True),
        sa.Column("ballot", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="decisions_open_choice_pk"),
        sa.ForeignKeyConstraint(["proposal"], ["decisions_proposal.id"], name="decisions_open_choice_proposal_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="decisions_open_choice_person_fk"),
    )
    for column in ("proposal", "person"):
        op.create_index(f"decisions_open_choice_{column}_ix", "decisions_open_choice", [column])
