"""What a rota needs: learners' places and breaks, closed days, and shifts of one date."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

DAY = timedelta(days=1)
LONG, BREAK = timedelta(minutes=270), 30
"""What the law asked for under 18 when this was written (Working Time Regulations 1998, regulation 12(4))."""


def upgrade() -> None:
    for table in ("cafe_template", "cafe_shift"):
        # Shifts that are there have no learners.
        op.add_column(table, sa.Column("learning", sa.JSON, nullable=False, server_default="[]"))
        op.add_column(table, sa.Column("break_minutes", sa.Integer, nullable=False, server_default="0"))
    _give_long_shifts_a_break("cafe_template", sa.Time(), _by_the_clock)
    _give_long_shifts_a_break("cafe_shift", sa.DateTime(timezone=True), _between)
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
        sa.Column("break_minutes", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_one_off_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_one_off_business_fk"),
        sa.UniqueConstraint("business", "day", "starts", "job", name="cafe_one_off_business_day_starts_job_key"),
    )


def _give_long_shifts_a_break(
    name: str, kind: sa.types.TypeEngine[Any], length: Callable[[Any, Any], timedelta]
) -> None:
    """Nobody was asked for breaks before: a rota that stands would not keep to the law without any."""
    table = sa.table(
        name, sa.column("id"), sa.column("starts", kind), sa.column("ends", kind), sa.column("break_minutes")
    )
    rows = op.get_bind().execute(sa.select(table.c.id, table.c.starts, table.c.ends)).all()
    for one in [row.id for row in rows if length(row.starts, row.ends) > LONG]:
        op.execute(table.update().where(table.c.id == one).values(break_minutes=BREAK))


def _between(starts: datetime, ends: datetime) -> timedelta:
    return ends - starts


def _by_the_clock(starts: time, ends: time) -> timedelta:
    """What ends at or before its start ends on the next day."""
    length = datetime.combine(date.min, ends) - datetime.combine(date.min, starts)
    return length if length > timedelta() else length + DAY
