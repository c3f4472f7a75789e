"""Tables of every part and plugin: whose row it is, fields like columns, and migrations that make the same."""

from importlib import import_module
from typing import get_args

import attrs
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.store import Rows, table
from alongside.store import columns as c

PARTS = (*core_parts(), *find_plugins().plugins)
KITS = [
    import_module("alongside.messages.tables"),
    import_module("alongside.jobs.tables"),
    import_module("alongside.web.tables"),
]
MODULES = [*KITS, *(part.tables.load(part.package) for part in PARTS if part.tables)]
ROWS = [rows for module in MODULES for rows in vars(module).values() if isinstance(rows, Rows)]
WITHOUT_ROWS = {"store_audit"}  # the trail itself: it is written by the store alone


def persons(one):
    """The columns of a table that refer to a person."""
    return {key.parent.name for key in one.foreign_keys if key.target_fullname == "people_person.id"}


def unowned(every):
    """The tables of rows with a person in them that do not say by that column whose row it is."""
    return [rows.table.name for rows in every if persons(rows.table) and rows.about not in persons(rows.table)]


def test_every_row_that_refers_to_a_person_says_whose_it_is():
    assert unowned(ROWS) == []


def test_row_that_says_nothing_of_whose_it_is_would_be_found():
    @attrs.frozen(kw_only=True)
    class Mug:
        id: str
        owner: str
        version: int = 1

    mug = table("border_mug", c.key(), c.person("owner"), c.version())
    try:
        assert unowned([Rows(Mug, mug, called="mug")]) == ["border_mug"]
        assert unowned([Rows(Mug, mug, called="mug", about="id")]) == ["border_mug"]
        assert unowned([Rows(Mug, mug, called="mug", about="owner")]) == []
    finally:
        c.metadata.remove(mug)


def test_every_table_is_kept_by_one_kind_of_rows():
    kept = [rows.table.name for rows in ROWS]
    assert sorted(kept) == sorted(set(c.metadata.tables) - WITHOUT_ROWS)


@pytest.mark.parametrize("rows", ROWS, ids=lambda rows: rows.table.name)
def test_fields_of_a_value_are_the_columns_of_its_table(rows):
    fields = {one.name: type(None) in get_args(one.type) for one in attrs.fields(rows.kind)}
    assert fields == {column.name: column.nullable for column in rows.table.columns}


def test_migrations_of_all_parts_and_plugins_make_the_tables_as_written(store):
    def ours(_thing, name, kind, _reflected, _other):
        return kind != "table" or not name.startswith("alembic_version")

    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, c.metadata) == []


@pytest.mark.parametrize("part", [part for part in PARTS if part.tables], ids=lambda part: part.name)
def test_tables_of_a_part_bear_its_name_and_it_hands_over_what_it_holds_of_a_person(part):
    own = [rows for rows in ROWS if rows.table.name.startswith(f"{part.name}_")]
    assert own
    if any(rows.about for rows in own):
        reactions = import_module(f"{part.package}.reactions")
        assert hasattr(reactions, "person_exported")
