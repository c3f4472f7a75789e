"""A map: which of their columns and words are which of ours, as TOML or as a table of two or three columns."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from typing import Any

import attrs

from alongside.house.people_file.joining import COLUMNS
from alongside.house.people_file.text import lines_of, text_of
from alongside.refusal import BadInput

_REMEDY = 'Write [columns] with lines such as "Full name" = "name", and [values.format] with "Post" = "letter".'


@attrs.frozen
class Mapped:
    """``columns``: our column by theirs, empty to leave it out; ``values``: our word by column and theirs."""

    columns: Mapping[str, str] = attrs.field(factory=dict)
    values: Mapping[tuple[str, str], str] = attrs.field(factory=dict)

    def column(self, theirs: str) -> str:
        """Return our column for one of theirs; one that the map does not name is taken as it is."""
        return self.columns.get(theirs.casefold(), theirs.casefold())

    def value(self, column: str, theirs: str) -> str:
        """Return our word for one of theirs."""
        return self.values.get((column, theirs.casefold()), theirs)


def read_map(content: bytes, file: str) -> Mapped:
    """Read a map.

    Raises:
        BadInput: where it is neither TOML nor a table, or names a column that there is not.
    """
    text = text_of(content, file)
    lines = _from_toml(text, file) if file.lower().endswith(".toml") else _from_table(text, file)
    strangers = sorted({ours for _, ours, column in lines if not column} - {*COLUMNS, ""})
    strangers += sorted({column for *_, column in lines} - {*COLUMNS, ""})
    if strangers:
        remedy = f"Ours are: {', '.join(COLUMNS)}."
        raise BadInput(f"“{strangers[0]}” is no column of ours", where=file, remedy=remedy)
    return Mapped(
        {theirs.casefold(): ours for theirs, ours, column in lines if not column},
        {(column, theirs.casefold()): ours for theirs, ours, column in lines if column},
    )


def _from_toml(text: str, file: str) -> list[tuple[str, str, str]]:
    try:
        facts: dict[str, Any] = tomllib.loads(text)
        found = [(str(theirs), str(ours), "") for theirs, ours in facts.pop("columns", {}).items()]
        for column, words in facts.pop("values", {}).items():
            found += [(str(theirs), str(ours), column) for theirs, ours in words.items()]
    except (tomllib.TOMLDecodeError, AttributeError) as wrong:
        raise BadInput(f"this is no map ({wrong})", where=file, remedy=_REMEDY) from wrong
    if facts or not found:
        raise BadInput("this is no map", where=file, remedy=_REMEDY)
    return found


def _from_table(text: str, file: str) -> list[tuple[str, str, str]]:
    try:
        rows = [[cell.strip() for cell in row] for row in lines_of(text) if any(row)]
    except csv.Error as wrong:
        raise BadInput(f"this is no table ({wrong})", where=file, remedy="Save it as CSV again.") from wrong
    if not rows or not all(len(row) in {2, 3} for row in rows):
        remedy = "Write their word and ours in two columns; for a word in a cell, our column in a third."
        raise BadInput("each line of a map has two or three cells", where=file, remedy=remedy)
    return [(row[0], row[1], row[2] if len(row) == 3 else "") for row in rows]
