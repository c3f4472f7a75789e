"""The audit trail."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "store_audit",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_kind", sa.Text, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("row", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=True),
        sa.Column("change", sa.Text, nullable=False),
        sa.Column("salt", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=True),
        sa.Column("chain", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("number", name="store_audit_pk"),
        sa.UniqueConstraint("position", name="store_audit_position_key"),
    )
    op.create_index("store_audit_about_ix", "store_audit", ["about"])
