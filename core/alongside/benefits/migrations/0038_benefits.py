"""Work and benefits: what people choose for themselves alone, and the adviser whom the pages name."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"


def upgrade() -> None:
    op.create_table(
        "benefits_own_choice",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("asks", sa.JSON, nullable=False),
        sa.Column("most_minutes", sa.Integer, nullable=True),
        sa.Column("with_helper", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="benefits_own_choice_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="benefits_own_choice_person_fk"),
        sa.UniqueConstraint("person", name="benefits_own_choice_person_key"),
    )
    op.create_table(
        "benefits_adviser",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("phone", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="benefits_adviser_pk"),
    )
