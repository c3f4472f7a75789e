"""Outcomes: paid work that lasts, noted from the record and confirmed by a person."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    op.create_table(
        "placements_outcome",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("weeks", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("run_began", sa.Date, nullable=False),
        sa.Column("wanted", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("confirmed_by", sa.Text, nullable=True),
        sa.Column("confirmed_on", sa.Date, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_outcome_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="placements_outcome_person_fk"),
        sa.ForeignKeyConstraint(["confirmed_by"], ["people_person.id"], name="placements_outcome_confirmed_by_fk"),
        sa.UniqueConstraint("person", "run_began", "weeks", name="placements_outcome_person_run_began_weeks_key"),
    )
