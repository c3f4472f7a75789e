"""Rules and places of a vote, reading before it, remarks, candidacies, outcome statements and looks back."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

# What there is by now was voted on by majority, for one place, without a reading period.
_OLD = {
    "decisions_proposal": (
        sa.Column("rule", sa.Text, nullable=False, server_default="majority"),
        sa.Column("seats", sa.Integer, nullable=False, server_default="1"),
        sa.Column("reading_days", sa.Integer, nullable=False, server_default="0"),
        sa.Column("talked_since", sa.DateTime(timezone=True), nullable=True),
    ),
    "decisions_roll": (sa.Column("helped", sa.Boolean, nullable=False, server_default=sa.false()),),
    "decisions_outcome": (
        sa.Column("winners", sa.JSON, nullable=False, server_default="[]"),
        sa.Column("tied", sa.JSON, nullable=False, server_default="[]"),
        sa.Column("drawn", sa.JSON, nullable=False, server_default="[]"),
        sa.Column("stages", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("alike", sa.JSON, nullable=False, server_default="[]"),
    ),
}


def upgrade() -> None:
    for table, columns in _OLD.items():
        for column in columns:
            op.add_column(table, column)
    _about_a_proposal(
        "remark",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("to", sa.Text, nullable=True),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["to"], ["decisions_remark.id"], name="decisions_remark_to_fk"),
    )
    _about_a_proposal(
        "candidacy",
        sa.Column("option", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.UniqueConstraint("proposal", "option", name="decisions_candidacy_proposal_option_key"),
    )
    _about_a_proposal(
        "statement",
        sa.Column("decided", sa.Text, nullable=False),
        sa.Column("next", sa.Text, nullable=False),
        sa.Column("easy_decided", sa.Text, nullable=False),
        sa.Column("easy_next", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.UniqueConstraint("proposal", name="decisions_statement_proposal_key"),
    )
    _about_a_proposal(
        "review",
        sa.Column("happened", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("again", sa.Date, nullable=True),
    )
    op.create_index("decisions_remark_proposal_ix", "decisions_remark", ["proposal"])
    op.create_index("decisions_remark_person_ix", "decisions_remark", ["person"])
    op.create_index("decisions_candidacy_person_ix", "decisions_candidacy", ["person"])
    op.create_index("decisions_review_proposal_ix", "decisions_review", ["proposal"])


def _about_a_proposal(name: str, *items: sa.schema.SchemaItem) -> None:
    table = f"decisions_{name}"
    op.create_table(
        table,
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("proposal", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        *items,
        sa.PrimaryKeyConstraint("id", name=f"{table}_pk"),
        sa.ForeignKeyConstraint(["proposal"], ["decisions_proposal.id"], name=f"{table}_proposal_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name=f"{table}_person_fk"),
    )
