"""Leave that people ask for, and what was answered."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"


def upgrade() -> None:
    op.create_table(
        "placements_leave_wish",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("standing", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_leave_wish_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="placements_leave_wish_person_fk"),
    )
    op.create_index("placements_leave_wish_person_ix", "placements_leave_wish", ["person"])
    op.create_index("placements_leave_wish_last_day_ix", "placements_leave_wish", ["last_day"])
