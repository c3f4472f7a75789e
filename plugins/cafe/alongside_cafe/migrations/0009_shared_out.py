"""What a house shares out fairly is its own to say: how much that counts is no longer called after Saturdays."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    for name in ("cafe_house_rules", "cafe_draft"):
        table = sa.table(name, sa.column("id"), sa.column("rules", sa.JSON))
        rows = op.get_bind().execute(sa.select(table.c.id, table.c.rules)).all()
        for row in (row for row in rows if "saturdays" in row.rules):
            op.execute(table.update().where(table.c.id == row.id).values(rules=_renamed(row.rules)))


def _renamed(rules: Mapping[str, Any]) -> dict[str, Any]:
    return {"fairness" if name == "saturdays" else name: value for name, value in rules.items()}
