"""The most hours a week that somebody wants to work."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    op.create_table(
        "placements_most_hours",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("said_on", sa.Date, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_most_hours_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="placements_most_hours_person_fk"),
        sa.UniqueConstraint("person", name="placements_most_hours_person_key"),
    )
