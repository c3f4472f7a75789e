"""How the tables in a plugin's code differ from those its migrations have made."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from alongside.plugin import Plugin
from alongside.store import Rows, Store
from alongside.store.columns import metadata

if TYPE_CHECKING:
    from alembic.operations.ops import MigrateOperation


def rows_of(plugin: Plugin) -> list[Rows[Any]]:
    """Return every kind of rows that the plugin's tables module keeps."""
    return [one for one in _items(plugin) if isinstance(one, Rows)]


def tables_of(plugin: Plugin) -> list[sa.Table]:
    """Return the tables of the plugin's tables module, each once, in the order in which they stand there."""
    found = [one.table if isinstance(one, Rows) else one for one in _items(plugin)]
    return list(dict.fromkeys(one for one in found if isinstance(one, sa.Table)))


def _items(plugin: Plugin) -> list[Any]:
    return list(vars(plugin.tables.load(plugin.package)).values()) if plugin.tables else []


def without_prefix(plugin: Plugin) -> list[str]:
    """Return the names of tables that do not begin with the plugin's name."""
    return [one.name for one in tables_of(plugin) if not one.name.startswith(f"{plugin.name}_")]


def differences(store: Store, plugin: Plugin) -> list[MigrateOperation]:
    """Return what a migration would have to do, table by table, in an order that can be done."""
    from alembic.autogenerate import produce_migrations
    from alembic.migration import MigrationContext
    from alembic.operations.ops import ModifyTableOps

    names = {one.name for one in tables_of(plugin)}
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _only(names, plugin.name)})
        script = produce_migrations(context, metadata)
    every = script.upgrade_ops.ops if script.upgrade_ops else []
    return [one for op in every for one in (op.ops if isinstance(op, ModifyTableOps) else [op])]


def _only(names: Collection[str], plugin: str) -> Any:
    def ours(_thing: Any, name: str, kind: str, _reflected: bool, _other: Any) -> bool:  # noqa: FBT001 - Alembic's shape
        return kind != "table" or name in names or name.startswith(f"{plugin}_")

    return ours


def in_words(operations: Collection[MigrateOperation]) -> Iterator[str]:
    """Name the tables and columns that differ: “garden_task.place”."""
    for one in operations:
        table, column = getattr(one, "table_name", ""), getattr(one, "column", None)
        name = column.name if column is not None else getattr(one, "column_name", "")
        yield f"{table}.{name}" if name else str(table or getattr(one, "constraint_name", "a table"))
