"""What somebody has chosen to be asked for after her card: pictures, or a number."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.create_table(
        "sign_in_extra",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="sign_in_extra_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="sign_in_extra_person_fk"),
        sa.UniqueConstraint("person", name="sign_in_extra_person_key"),
    )
