"""What a rota needs: learners' places and breaks, closed days, and shifts of one date."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for table in ("cafe_template", "cafe_shift"):
        # Shifts that are there have no learners, and nobody has said anything of their breaks.
        op.add_column(table, sa.Column("learning", sa.JSON, nullable=False, server_default="[]"))
        op.add_column(table, sa.Column("break_minutes", sa.Integer, nullable=True))
    op.create_table(
        "cafe_closure",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_closure_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_closure_business_fk"),
        sa.UniqueConstraint("business", "day", name="cafe_closure_business_day_key"),
    )
    op.create_table(
        "cafe_one_off",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("starts", sa.Time, nullable=False),
        sa.Column("ends", sa.Time, nullable=False),
        sa.Column("job", sa.Text, nullable=False),
        sa.Column("places", sa.JSON, nullable=False),
        sa.Column("key_holder", sa.Boolean, nullable=False),
        sa.Column("learning", sa.JSON, nullable=False),
        sa.Column("break_minutes", sa.Integer, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_one_off_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_one_off_business_fk"),
        sa.UniqueConstraint("business", "day", "starts", "job", name="cafe_one_off_business_day_starts_job_key"),
    )
