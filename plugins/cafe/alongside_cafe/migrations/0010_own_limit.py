"""The most that somebody wants to earn in a week, for the rota to keep to and for nobody else to read."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "cafe_own_limit",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("pence", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_own_limit_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="cafe_own_limit_person_fk"),
        sa.UniqueConstraint("person", name="cafe_own_limit_person_key"),
    )
