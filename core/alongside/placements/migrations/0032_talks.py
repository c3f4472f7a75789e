"""Reviews and their rhythm, adjustments that were agreed, and how jobs ended."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"


def _person(table: str, column: str = "person") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["people_person.id"], name=f"{table}_{column}_fk")


def _placement(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["placement"], ["placements_placement.id"], name=f"{table}_placement_fk")


def upgrade() -> None:
    op.create_table(
        "placements_rhythm",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("weeks", sa.JSON, nullable=False),
        sa.Column("every", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_rhythm_pk"),
    )
    op.create_table(
        "placements_review",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("placement", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("says", sa.Text, nullable=False),
        sa.Column("coach_says", sa.Text, nullable=False),
        sa.Column("changes", sa.Text, nullable=False),
        sa.Column("held_on", sa.Date, nullable=True),
        sa.Column("held_by", sa.Text, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_review_pk"),
        _person("placements_review"),
        _person("placements_review", "held_by"),
        _placement("placements_review"),
        sa.UniqueConstraint("placement", "number", name="placements_review_placement_number_key"),
    )
    op.create_index("placements_review_person_ix", "placements_review", ["person"])
    op.create_table(
        "placements_adjustment",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("barrier", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=True),
        sa.Column("doer", sa.Text, nullable=True),
        sa.Column("by_day", sa.Date, nullable=True),
        sa.Column("readers", sa.JSON, nullable=False),
        sa.Column("agreed_on", sa.Date, nullable=False),
        sa.Column("done_on", sa.Date, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_adjustment_pk"),
        _person("placements_adjustment"),
        _person("placements_adjustment", "doer"),
        sa.ForeignKeyConstraint(
            ["business"], ["enterprise_business.id"], name="placements_adjustment_business_fk"
        ),
    )
    op.create_index("placements_adjustment_person_ix", "placements_adjustment", ["person"])
    op.create_table(
        "placements_ending",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("placement", sa.Text, nullable=False),
        sa.Column("learned", sa.Text, nullable=False),
        sa.Column("next", sa.Text, nullable=False),
        sa.Column("said_on", sa.Date, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_ending_pk"),
        _person("placements_ending"),
        _placement("placements_ending"),
        sa.UniqueConstraint("placement", name="placements_ending_placement_key"),
    )
    op.create_index("placements_ending_person_ix", "placements_ending", ["person"])
