"""The café's tables are those of its migration, and its values those of its tables."""

import attrs
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from alongside.api.store import Rows
from alongside_cafe import tables
from alongside_cafe.tables import ASSIGNMENT

NULLABLE = {
    "cafe_gap": {"place"},
    "cafe_publication": {"by"},
    "cafe_wish": {"weekday", "day"},
    "cafe_change": {"now_starts", "now_ends", "place", "person", "by"},
    "cafe_request": {"reply", "replied_at"},
    "cafe_swap": {"answered_at"},
}
ALSO = {"other", "by"}
"""Others who stand in a row beside her whose it is."""

ROWS = [one for one in vars(tables).values() if isinstance(one, Rows)]


@pytest.mark.parametrize("rows", ROWS, ids=lambda rows: rows.table.name)
def test_value_has_the_fields_of_its_table(rows):
    columns = {column.name: column.nullable for column in rows.table.columns}
    assert [field.name for field in attrs.fields(rows.kind)] == list(columns)
    assert {name for name, nullable in columns.items() if nullable} == NULLABLE.get(rows.table.name, set())


@pytest.mark.parametrize("rows", ROWS, ids=lambda rows: rows.table.name)
def test_row_about_a_person_says_so(rows):
    refers = {key.parent.name for key in rows.table.foreign_keys if key.target_fullname == "people_person.id"}
    assert refers - (ALSO - {rows.about}) == ({rows.about} if rows.about else set())


def test_migrated_database_has_the_tables_as_written(store):
    with store.engine.connect() as connection:
        ours = MigrationContext.configure(
            connection, opts={"include_object": lambda _, name, kind, *__: kind != "table" or name in _names()}
        )
        assert compare_metadata(ours, ASSIGNMENT.metadata) == []


def _names():
    return {rows.table.name for rows in ROWS}
