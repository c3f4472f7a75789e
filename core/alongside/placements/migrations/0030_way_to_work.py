"""The way to work: stages, what somebody says of herself, wishes about hours, and who coaches her."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def _person(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["people_person.id"], name=f"{table}_{column}_fk")


def _placement(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["placement"], ["placements_placement.id"], name=f"{table}_placement_fk")


def upgrade() -> None:
    op.create_table(
        "placements_stage_step",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("noted_by", sa.Text, nullable=True),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_stage_step_pk"),
        _person("placements_stage_step", "person"),
        _person("placements_stage_step", "noted_by"),
        sa.UniqueConstraint("person", "number", name="placements_stage_step_person_number_key"),
    )
    op.create_index("placements_stage_step_person_ix", "placements_stage_step", ["person"])
    op.create_table(
        "placements_own_words",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("said_on", sa.Date, nullable=False),
        sa.Column("taken_back_on", sa.Date, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_own_words_pk"),
        _person("placements_own_words", "person"),
    )
    op.create_index("placements_own_words_person_ix", "placements_own_words", ["person"])
    op.create_table(
        "placements_hours_wish",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("placement", sa.Text, nullable=False),
        sa.Column("pace", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_hours_wish_pk"),
        _person("placements_hours_wish", "person"),
        _placement("placements_hours_wish"),
    )
    op.create_index("placements_hours_wish_placement_ix", "placements_hours_wish", ["placement"])
    op.create_index("placements_hours_wish_person_ix", "placements_hours_wish", ["person"])
    op.create_table(
        "placements_coaching",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("coach", sa.Text, nullable=False),
        sa.Column("placement", sa.Text, nullable=True),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_coaching_pk"),
        _person("placements_coaching", "person"),
        _person("placements_coaching", "coach"),
        _placement("placements_coaching"),
    )
    op.create_index("placements_coaching_person_ix", "placements_coaching", ["person"])
    op.create_index("placements_coaching_coach_ix", "placements_coaching", ["coach"])
