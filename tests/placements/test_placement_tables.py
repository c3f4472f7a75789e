"""Tables, values and migration say the same."""

from __future__ import annotations

from typing import get_args

import attrs
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from alongside.placements import tables
from alongside.placements.tables import HOUSE_DAYS_ROWS, KEPT_RECORDS, PLACEMENTS, STATUS_REVIEWS
from alongside.store import Rows, Store
from alongside.store.columns import metadata


def ours(thing: object, name: str | None, kind: str, reflected: bool, other: object) -> bool:
    return kind != "table" or str(name).startswith("placements_")


def test_migration_makes_the_tables_that_are_written_out(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, metadata) == []
        found = {name for name in sa.inspect(connection).get_table_names() if name.startswith("placements_")}
    assert found == {rows.table.name for rows in vars(tables).values() if isinstance(rows, Rows)}


@pytest.mark.parametrize("rows", [PLACEMENTS, KEPT_RECORDS, STATUS_REVIEWS, HOUSE_DAYS_ROWS])
def test_fields_of_a_value_are_the_columns_of_its_table(rows: Rows[attrs.AttrsInstance]) -> None:
    fields = {field.name: type(None) in get_args(field.type) for field in attrs.fields(rows.kind)}
    assert fields == {column.name: bool(column.nullable) for column in rows.table.columns}
