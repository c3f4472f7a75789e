"""Placements, and the pay records that are kept after somebody was erased."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "placements_placement",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=True),
        sa.Column("agreed_minutes", sa.Integer, nullable=False),
        sa.Column("rate", sa.Integer, nullable=True),
        sa.Column("supporter", sa.Text, nullable=True),
        sa.Column("apprentice_since", sa.Date, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_placement_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="placements_placement_person_fk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="placements_placement_business_fk"),
        sa.ForeignKeyConstraint(["supporter"], ["people_person.id"], name="placements_placement_supporter_fk"),
    )
    op.create_index("placements_placement_person_ix", "placements_placement", ["person"])
    op.create_index("placements_placement_business_ix", "placements_placement", ["business"])
    op.create_table(
        "placements_kept",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("placement", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("born", sa.Date, nullable=True),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("until", sa.Date, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="placements_kept_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="placements_kept_person_fk"),
        sa.ForeignKeyConstraint(["placement"], ["placements_placement.id"], name="placements_kept_placement_fk"),
    )
