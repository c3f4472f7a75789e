"""People choose their supporters, from a day until a day."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "people_supporter",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("supporter", sa.Text, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="people_supporter_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="people_supporter_person_fk"),
        sa.ForeignKeyConstraint(["supporter"], ["people_person.id"], name="people_supporter_supporter_fk"),
    )
    op.create_index("people_supporter_person_ix", "people_supporter", ["person"])
    op.create_index("people_supporter_supporter_ix", "people_supporter", ["supporter"])
