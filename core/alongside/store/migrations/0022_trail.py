"""The audit trail is looked through by day, and by who acted."""

from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.create_index("store_audit_at_ix", "store_audit", ["at"])
    op.create_index("store_audit_actor_ix", "store_audit", ["actor"])
