"""A person says that nobody may start a visit for her, and which name she wants on her card."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.create_table(
        "sign_in_no_visits",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="sign_in_no_visits_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="sign_in_no_visits_person_fk"),
        sa.UniqueConstraint("person", name="sign_in_no_visits_person_key"),
    )
    op.create_table(
        "sign_in_card_name",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="sign_in_card_name_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="sign_in_card_name_person_fk"),
        sa.UniqueConstraint("person", name="sign_in_card_name_person_key"),
    )
