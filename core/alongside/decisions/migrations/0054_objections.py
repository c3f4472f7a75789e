"""Objections to what is proposed, money that a vote spends, and the figures that stories of such votes tell."""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0052"

_PEOPLE = ("person", "looked_by", "looked_with")


def upgrade() -> None:
    op.add_column("decisions_proposal", sa.Column("budget", sa.Integer, nullable=True))
    op.add_column("decisions_outcome", sa.Column("upheld", sa.Integer, nullable=True))
    op.add_column(
        "decisions_outcome",
        sa.Column("figures", sa.JSON, nullable=False, server_default="[]"),
    )
    op.create_table(
        "decisions_objection",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("proposal", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=True) for name in _PEOPLE),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("upheld", sa.Boolean, nullable=True),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="decisions_objection_pk"),
        sa.UniqueConstraint("proposal", "number", name="decisions_objection_proposal_number_key"),
        sa.ForeignKeyConstraint(["proposal"], ["decisions_proposal.id"], name="decisions_objection_proposal_fk"),
        *(
            sa.ForeignKeyConstraint([one], ["people_person.id"], name=f"decisions_objection_{one}_fk")
            for one in _PEOPLE
        ),
    )
    for name in _PEOPLE:
        op.create_index(f"decisions_objection_{name}_ix", "decisions_objection", [name])
