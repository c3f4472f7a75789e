"""Key cards of locked boxes, what tellers do on record, ballots on paper and by telephone, a limit to helping."""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"

_PERSON = "CONSTRAINT decisions_roll_{name}_fk REFERENCES people_person (id)"


def upgrade() -> None:
    op.add_column("decisions_proposal", sa.Column("help_limit", sa.Integer, nullable=True))
    op.add_column("decisions_roll", sa.Column("paper", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("decisions_roll", sa.Column("checked", sa.Text, nullable=True))
    for name in ("taken_by", "listener"):
        # Written out: SQLite takes a reference with a new column, but none that is added afterwards.
        op.execute(f"ALTER TABLE decisions_roll ADD COLUMN {name} TEXT {_PERSON.format(name=name)}")
        op.create_index(f"decisions_roll_{name}_ix", "decisions_roll", [name])
    _about_a_proposal(
        "key_card",
        ("holder",),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("seat", sa.Boolean, nullable=False),
        sa.Column("tried", sa.Boolean, nullable=False),
        sa.UniqueConstraint("proposal", "number", name="decisions_key_card_proposal_number_key"),
    )
    _about_a_proposal(
        "on_record",
        ("person", "by"),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("decisions_on_record_proposal_ix", "decisions_on_record", ["proposal"])
    _about_a_proposal(
        "batch",
        ("entered_by", "checked_by"),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("papers", sa.Integer, nullable=False),
        sa.Column("sealed", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("again", sa.JSON(none_as_null=True), nullable=True),
        sa.UniqueConstraint("proposal", "number", name="decisions_batch_proposal_number_key"),
    )


def _about_a_proposal(name: str, people: tuple[str, ...], *items: sa.schema.SchemaItem) -> None:
    table = f"decisions_{name}"
    op.create_table(
        table,
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("proposal", sa.Text, nullable=False),
        *(sa.Column(column, sa.Text, nullable=True) for column in people),
        sa.Column("version", sa.Integer, nullable=False),
        *items,
        sa.PrimaryKeyConstraint("id", name=f"{table}_pk"),
        sa.ForeignKeyConstraint(["proposal"], ["decisions_proposal.id"], name=f"{table}_proposal_fk"),
        *(sa.ForeignKeyConstraint([one], ["people_person.id"], name=f"{table}_{one}_fk") for one in people),
    )
    for column in people:
        op.create_index(f"{table}_{column}_ix", table, [column])
