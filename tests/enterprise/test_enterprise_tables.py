import attrs
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from alongside.enterprise import tables as enterprise
from alongside.people import tables as people
from alongside.store import Rows

MODULES = (enterprise, people)
ROWS = [rows for module in MODULES for rows in vars(module).values() if isinstance(rows, Rows)]


@pytest.mark.parametrize("rows", ROWS, ids=lambda rows: rows.table.name)
def test_value_has_a_field_for_each_column_of_its_table(rows):
    assert [field.name for field in attrs.fields(rows.kind)] == list(rows.table.columns.keys())


@pytest.mark.parametrize("rows", ROWS, ids=lambda rows: rows.table.name)
def test_field_may_be_none_where_its_column_may(rows):
    may_be_none = {field.name for field in attrs.fields(rows.kind) if "None" in str(field.type)}
    assert may_be_none == {column.name for column in rows.table.columns if column.nullable}


@pytest.mark.parametrize("rows", ROWS, ids=lambda rows: rows.table.name)
def test_row_that_refers_to_a_person_says_whose_it_is(rows):
    refers = {key.parent.name for key in rows.table.foreign_keys if key.target_fullname == "people_person.id"}
    assert rows.about in refers or not refers


def test_migrated_database_has_the_tables_as_written(store):
    names = {rows.table.name for rows in ROWS}

    def ours(_object, name, kind, _reflected, _compared):
        return kind != "table" or name in names

    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, enterprise.business.metadata) == []
