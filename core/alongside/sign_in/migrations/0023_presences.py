"""When somebody was last seen on a device that many use, and after how many minutes it locks itself."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.create_table(
        "sign_in_presence",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("locked", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="sign_in_presence_pk"),
        sa.ForeignKeyConstraint(["id"], ["sign_in_session.id"], name="sign_in_presence_id_fk"),
    )
    op.create_table(
        "sign_in_locking",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="sign_in_locking_pk"),
    )
