import attrs
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from alongside.diary.tables import CLAIMS, RESOURCES
from alongside.people import tables as _people  # noqa: F401 - its tables stand in the same metadata
from alongside.store.columns import metadata


@pytest.mark.parametrize("rows", [CLAIMS, RESOURCES], ids=["claims", "resources"])
def test_fields_of_a_value_are_the_columns_of_its_table(rows):
    fields = {field.name: "None" in str(field.type) for field in attrs.fields(rows.kind)}
    assert fields == {column.name: column.nullable for column in rows.table.columns}


def test_migrated_database_is_what_the_tables_say(store):
    def ours(item, name, kind, *_):
        table = name if kind == "table" else item.table.name
        return table.startswith("diary_")

    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []
