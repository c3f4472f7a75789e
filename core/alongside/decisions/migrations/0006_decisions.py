"""Proposals, the roll with its sealed ballots, and outcomes."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    _proposals()
    _roll()
    _outcomes()


def _proposals() -> None:
    op.create_table(
        "decisions_proposal",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("easy_title", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("easy_why", sa.Text, nullable=False),
        sa.Column("options", sa.JSON, nullable=False),
        sa.Column("proposer", sa.Text, nullable=True),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("opens", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes", sa.DateTime(timezone=True), nullable=False),
        sa.Column("quorum", sa.Integer, nullable=False),
        sa.Column("review", sa.Date, nullable=True),
        sa.Column("public_key", sa.Text, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="decisions_proposal_pk"),
        sa.ForeignKeyConstraint(["proposer"], ["people_person.id"], name="decisions_proposal_proposer_fk"),
    )
    op.create_index("decisions_proposal_state_ix", "decisions_proposal", ["state"])


def _roll() -> None:
    op.create_table(
        "decisions_roll",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("proposal", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=True),
        sa.Column("voted", sa.Boolean, nullable=False),
        sa.Column("day", sa.Date, nullable=True),
        sa.Column("channel", sa.Text, nullable=True),
        sa.Column("sealed", sa.Text, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="decisions_roll_pk"),
        sa.ForeignKeyConstraint(["proposal"], ["decisions_proposal.id"], name="decisions_roll_proposal_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="decisions_roll_person_fk"),
        sa.UniqueConstraint("proposal", "person", name="decisions_roll_proposal_person_key"),
    )
    op.create_index("decisions_roll_person_ix", "decisions_roll", ["person"])


def _outcomes() -> None:
    op.create_table(
        "decisions_outcome",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("proposal", sa.Text, nullable=False),
        sa.Column("result", sa.Text, nullable=False),
        sa.Column("chosen", sa.Text, nullable=True),
        sa.Column("totals", sa.JSON, nullable=False),
        sa.Column("on_roll", sa.Integer, nullable=False),
        sa.Column("taking_part", sa.Integer, nullable=False),
        sa.Column("quorum", sa.Integer, nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="decisions_outcome_pk"),
        sa.ForeignKeyConstraint(["proposal"], ["decisions_proposal.id"], name="decisions_outcome_proposal_fk"),
        sa.UniqueConstraint("proposal", name="decisions_outcome_proposal_key"),
    )
