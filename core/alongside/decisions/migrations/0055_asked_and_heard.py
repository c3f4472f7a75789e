"""Questions to those who stand for election, their answers, and recordings in which they are heard."""

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0054"


def upgrade() -> None:
    _table(
        "decisions_candidate_question",
        sa.Column("proposal", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=True),
        sa.Column("option", sa.Text, nullable=True),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        _refers("decisions_candidate_question", "proposal", "decisions_proposal"),
        _refers("decisions_candidate_question", "person", "people_person"),
    )
    _table(
        "decisions_candidate_answer",
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=True),
        sa.Column("option", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        _refers("decisions_candidate_answer", "question", "decisions_candidate_question"),
        _refers("decisions_candidate_answer", "person", "people_person"),
        sa.UniqueConstraint("question", "option", name="decisions_candidate_answer_question_option_key"),
    )
    _table(
        "decisions_spoken",
        sa.Column("proposal", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=True),
        sa.Column("option", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("seconds", sa.Integer, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        _refers("decisions_spoken", "proposal", "decisions_proposal"),
        _refers("decisions_spoken", "person", "people_person"),
        sa.UniqueConstraint("proposal", "option", name="decisions_spoken_proposal_option_key"),
    )
    for table, column in (
        ("candidate_question", "proposal"),
        ("candidate_question", "person"),
        ("candidate_answer", "person"),
        ("spoken", "person"),
    ):
        op.create_index(f"decisions_{table}_{column}_ix", f"decisions_{table}", [column])


def _table(name: str, *items: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        *items,
        sa.PrimaryKeyConstraint("id", name=f"{name}_pk"),
    )


def _refers(name: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"{name}_{column}_fk")
