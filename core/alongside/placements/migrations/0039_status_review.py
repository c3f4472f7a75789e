"""Whether somebody is a worker: questions about placements with their answers, and the days of the house."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"


def upgrade() -> None:
    op.create_table(
        "placements_status_review",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("placement", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("raised_on", sa.Date, nullable=False),
        sa.Column("answer_by", sa.Date, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("reasons", sa.JSON, nullable=False),
        sa.Column("verdict", sa.Text, nullable=True),
        sa.Column("because", sa.Text, nullable=True),
        sa.Column("changes", sa.JSON, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("answered_by", sa.Text, nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("look_again", sa.Date, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_status_review_pk"),
        sa.ForeignKeyConstraint(
            ["placement"], ["placements_placement.id"], name="placements_status_review_placement_fk"
        ),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="placements_status_review_person_fk"),
        sa.ForeignKeyConstraint(
            ["business"], ["enterprise_business.id"], name="placements_status_review_business_fk"
        ),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["people_person.id"], name="placements_status_review_answered_by_fk"
        ),
        sa.UniqueConstraint("person", "business", "number", name="placements_status_review_number_key"),
    )
    op.create_table(
        "placements_house_days",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("answer_within", sa.Integer, nullable=False),
        sa.Column("again_after", sa.Integer, nullable=False),
        sa.Column("change_within", sa.Integer, nullable=False),
        sa.Column("longest_trial", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_house_days_pk"),
    )
