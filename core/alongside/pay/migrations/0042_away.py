"""For which business days away were noted; of those before it nobody knows, and those who run pay see them."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    refers = sa.ForeignKey("enterprise_business.id", name="pay_away_business_fk")
    with op.batch_alter_table("pay_away") as away:
        away.add_column(sa.Column("business", sa.Text, refers, nullable=True))
