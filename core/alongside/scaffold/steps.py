"""The next numbered step of a plugin's migrations, written as a person would have written it.

What is new is added; what could lose or guess at something is refused in words, or said aloud where it is
written. Changes that SQLite cannot make in place go through Alembic's batch, which makes the table anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import sqlalchemy as sa
from alembic.operations import ops

from alongside.refusal import BadInput

if TYPE_CHECKING:
    from alembic.operations.ops import MigrateOperation

WIDTH = 115
"""The longest line."""

_OUTSIDE = (ops.CreateTableOp, ops.DropTableOp, ops.CreateIndexOp, ops.DropIndexOp)
_FILLINGS = ((sa.Text, '""'), (sa.Integer, '"0"'), (sa.Boolean, "sa.false()"))
"""What rows that are there already get in a new column that may not be empty."""


class Unwritable(BadInput):
    """A change that no program should guess at."""

    def __init__(self, where: str, found: str, remedy: str) -> None:
        super().__init__(found, where=where, remedy=remedy)


def step(what: str, number: int, operations: Sequence[MigrateOperation]) -> str:
    """Return the text of a step.

    Raises:
        Unwritable: for a change that could lose something, or needs a value that nobody gave.
    """
    body = list(_body(operations))
    imports = ["import sqlalchemy as sa"] * any("sa." in line for line in body)
    before = f'"{number - 1:04d}"' if number > 1 else "None"
    head = [f'"""{what[:1].upper()}{what[1:].rstrip(".")}."""', "", *imports, "from alembic import op", ""]
    numbers = [f'revision = "{number:04d}"', f"down_revision = {before}", "", "", "def upgrade() -> None:"]
    return "\n".join([*head, *numbers, *body, ""])


def losses(operations: Sequence[MigrateOperation]) -> list[str]:
    """Name the tables and columns that a step takes out, with what is in them."""
    columns = [f"{one.table_name}.{one.column_name}" for one in operations if isinstance(one, ops.DropColumnOp)]
    return columns + [one.table_name for one in operations if isinstance(one, ops.DropTableOp)]


def _body(operations: Sequence[MigrateOperation]) -> Iterator[str]:
    inside = [one for one in operations if not isinstance(one, _OUTSIDE)]
    yield from _lines(one for one in operations if isinstance(one, (ops.CreateTableOp, ops.DropIndexOp)))
    for table, found in groupby(
        inside, lambda one: str(getattr(one, "table_name", getattr(one, "source_table", "")))
    ):
        changes = list(found)
        if all(isinstance(one, ops.AddColumnOp) for one in changes):
            yield from _lines(changes)
        else:
            yield f'    with op.batch_alter_table("{table}") as batch:'
            yield from _lines(changes, of="batch", deep=8)
    yield from _lines(one for one in operations if isinstance(one, (ops.CreateIndexOp, ops.DropTableOp)))


def _lines(
    operations: Iterator[MigrateOperation] | Sequence[MigrateOperation], of: str = "op", deep: int = 4
) -> Iterator[str]:
    for one in operations:
        if isinstance(one, ops.AddColumnOp) and not one.column.nullable:
            yield f"{' ' * deep}# Rows that are there already get this value; give them another if that is truer."
        yield from _written(of, one, deep)


def _written(of: str, one: MigrateOperation, deep: int) -> Iterator[str]:
    call, arguments = _said(one, batched=of == "batch")
    yield from _call(f"{of}.{call}", arguments, deep, always=call == "create_table")


def _call(name: str, arguments: Sequence[str], deep: int, *, always: bool = False) -> Iterator[str]:
    """A call on one line where it fits, else an argument a line: so `ruff format` leaves it as it is."""
    whole = f"{' ' * deep}{name}({', '.join(arguments)})"
    if len(whole) <= WIDTH and not always:
        yield whole
        return
    yield f"{' ' * deep}{name}("
    for one in arguments:
        line = f"{' ' * (deep + 4)}{one},"
        inner, _, rest = one.partition("(")
        fits = len(line) <= WIDTH or not rest
        yield from [line] if fits else _ended(_call(inner, _apart(rest[:-1]), deep + 4, always=True))
    yield f"{' ' * deep})"


def _ended(lines: Iterator[str]) -> list[str]:
    every = list(lines)
    return [*every[:-1], f"{every[-1]},"]


def _apart(arguments: str) -> list[str]:
    """Part arguments at commas that stand in no bracket."""
    parts, depth = [""], 0
    for sign in arguments:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]


def _said(one: MigrateOperation, *, batched: bool) -> tuple[str, list[str]]:
    """The name of the operation and its arguments as they are written; in a batch the table is known."""
    table = [] if batched else [_quoted(str(getattr(one, "table_name", "")))]
    match one:
        case ops.CreateTableOp():
            return "create_table", [_quoted(one.table_name), *_items(one)]
        case ops.AddColumnOp():
            return "add_column", [*table, _column(one.column, one.table_name, adding=True)]
        case ops.CreateIndexOp():
            unique = ["unique=True"] if one.unique else []
            return "create_index", [_quoted(str(one.index_name)), *table, _names(one.columns), *unique]
        case ops.CreateUniqueConstraintOp():
            return "create_unique_constraint", [_quoted(str(one.constraint_name)), _names(one.columns)]
        case ops.CreateForeignKeyOp():
            there = [_quoted(one.referent_table), _names(one.local_cols), _names(one.remote_cols)]
            return "create_foreign_key", [_quoted(str(one.constraint_name)), *there]
        case ops.DropColumnOp():
            return "drop_column", [_quoted(one.column_name)]
        case ops.DropConstraintOp():
            return "drop_constraint", [
                _quoted(str(one.constraint_name)),
                f"type_={_quoted(str(one.constraint_type))}",
            ]
        case ops.DropIndexOp():
            return "drop_index", [_quoted(str(one.index_name)), f"table_name={table[0]}"]
        case ops.DropTableOp():
            return "drop_table", table
        case ops.AlterColumnOp():
            return "alter_column", _altered(one)
        case _:
            raise Unwritable(
                str(getattr(one, "table_name", "a table")), "changes in a way that is not known", _BY_HAND
            )


_BY_HAND = "Write this step by hand, after the ones in migrations/."


def _altered(one: ops.AlterColumnOp) -> list[str]:
    where = f"{one.table_name}.{one.column_name}"
    if one.modify_type is not None:
        found = f"changes from {_type(one.existing_type)} to {_type(one.modify_type)}"
        raise Unwritable(where, found, "Add a new column beside it and move what is there in a step of your own.")
    if one.modify_nullable is not True:
        found = "may not be empty any more, and rows may have nothing in it"
        raise Unwritable(where, found, "Fill them first, in a step of your own.")
    return [_quoted(one.column_name), f"existing_type={_type(one.existing_type)}", "nullable=True"]


def _items(made: ops.CreateTableOp) -> Iterator[str]:
    constraints = [one for one in made.columns if isinstance(one, sa.Constraint)]
    yield from (_column(one, made.table_name) for one in made.columns if isinstance(one, sa.Column))
    # The primary key first, then in the order in which the columns stand.
    order = [one.name for one in made.columns if isinstance(one, sa.Column)]
    for one in sorted(constraints, key=lambda found: _place(found, order)):
        yield _constraint(one)


def _place(one: sa.Constraint, order: Sequence[str]) -> tuple[int, int]:
    kinds = (sa.PrimaryKeyConstraint, sa.ForeignKeyConstraint, sa.UniqueConstraint)
    kind = next((place for place, kind in enumerate(kinds) if isinstance(one, kind)), len(kinds))
    names = [column.name for column in getattr(one, "columns", ())]
    return kind, order.index(names[0]) if names and names[0] in order else 0


def _column(column: sa.Column[object], table: str, *, adding: bool = False) -> str:
    filled = ""
    if adding and not column.nullable:
        found = next((text for kind, text in _FILLINGS if isinstance(column.type, kind)), None)
        if found is None or column.foreign_keys:
            words = "may not be empty, and the rows that are there have nothing in it"
            raise Unwritable(f"{table}.{column.name}", words, "Let it be empty: nullable=True in tables.py.")
        filled = f", server_default={found}"
    return f"sa.Column({_quoted(column.name)}, {_type(column.type)}, nullable={column.nullable}{filled})"


def _type(kind: sa.types.TypeEngine[object] | None) -> str:
    """A type as it is written: “sa.Text”, “sa.DateTime(timezone=True)”; our own by what the database keeps."""
    plain = kind.impl if isinstance(kind, sa.types.TypeDecorator) else kind
    if (
        isinstance(plain, sa.types.TypeEngine)
        and type(plain).__name__.isupper()
        and not isinstance(plain, sa.JSON)
    ):
        plain = plain.as_generic()  # as a database told it
    return f"sa.{plain!r}".removesuffix("()") if not isinstance(plain, sa.JSON) else "sa.JSON"


def _constraint(one: sa.Constraint) -> str:
    name = f"name={_quoted(str(one.name))}"
    if isinstance(one, sa.PrimaryKeyConstraint):
        return f"sa.PrimaryKeyConstraint({', '.join(_quoted(column.name) for column in one.columns)}, {name})"
    if isinstance(one, sa.ForeignKeyConstraint):
        there = ", ".join(_quoted(key.target_fullname) for key in one.elements)
        return f"sa.ForeignKeyConstraint({_names(list(one.column_keys))}, [{there}], {name})"
    if isinstance(one, sa.UniqueConstraint):
        return f"sa.UniqueConstraint({', '.join(_quoted(column.name) for column in one.columns)}, {name})"
    if isinstance(one, sa.CheckConstraint):
        return f"sa.CheckConstraint({_quoted(str(one.sqltext))}, {name})"
    raise Unwritable(str(one.name), "is a constraint of a kind that is not known", _BY_HAND)


def _names(columns: Sequence[object]) -> str:
    return f"[{', '.join(_quoted(str(getattr(one, 'name', one))) for one in columns)}]"


def _quoted(text: str) -> str:
    return f'"{text}"'
