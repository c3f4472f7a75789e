"""A sheet: the rows of a file under our names of columns, before anything in them is understood."""

from __future__ import annotations

import csv
import difflib
from collections.abc import Mapping, Sequence

import attrs

from alongside.house.people_file.joining import COLUMNS, Fault
from alongside.house.people_file.mapping import Mapped
from alongside.house.people_file.text import lines_of, text_of
from alongside.refusal import BadInput


@attrs.frozen
class Line:
    """One row of a file, by its number in a spreadsheet: its cells by our columns."""

    row: int
    cells: Mapping[str, str]


@attrs.frozen
class Sheet:
    """The lines of a file, what each column is called in it, and rows that have too few or too many cells."""

    lines: tuple[Line, ...]
    theirs: Mapping[str, str]
    faults: tuple[Fault, ...] = ()


def read_sheet(content: bytes, file: str, mapped: Mapped | None = None) -> Sheet:
    """Read a file of people.

    Raises:
        BadInput: where it is no text in UTF-8, no table, or its header is not as it should be.
    """
    mapped = mapped or Mapped()
    text = text_of(content, file)
    try:
        rows = [[cell.strip() for cell in row] for row in lines_of(text)]
    except csv.Error as wrong:
        remedy = "Look for a quotation mark that is never closed, or save it as CSV again."
        raise BadInput(f"this is no table ({wrong})", where=file, remedy=remedy) from wrong
    header = rows[0] if rows else []
    ours = [mapped.column(name) for name in header]
    _check_header(header, ours, file)
    whole, broken = [], []
    for number, row in enumerate(rows[1:], start=2):
        if any(row) and len(row) != len(header):
            found = f"the row has {len(row)} cells, and the header has {len(header)}. Look for a comma too many."
            broken.append(Fault(number, header[min(len(row), len(header)) - 1], found))
        elif any(row):
            whole.append(_line(number, ours, row, mapped))
    if not whole and not broken:
        raise BadInput("there is nobody in this file", where=file, remedy="Put one person in each row.")
    return Sheet(tuple(whole), dict(zip(ours, header, strict=True)), tuple(broken))


def _line(number: int, ours: Sequence[str], row: Sequence[str], mapped: Mapped) -> Line:
    cells = zip(ours, row, strict=True)
    return Line(number, {column: mapped.value(column, cell) for column, cell in cells if column})


def _check_header(header: Sequence[str], ours: Sequence[str], file: str) -> None:
    known = [column for column in ours if column]
    strangers = [name for name, column in zip(header, ours, strict=True) if column and column not in COLUMNS]
    twice = sorted({column for column in known if known.count(column) > 1})
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
        raise BadInput("the columns are not divided by commas", where=file, remedy="Save it as CSV with commas.")
    if strangers:
        raise BadInput(_strange(strangers), where=file, remedy=_ours(strangers[0]))
    if twice:
        raise BadInput(f"the column {twice[0]} is there twice", where=file, remedy="Leave one of them out.")
    if "name" not in known:
        raise BadInput("the first row names no column “name”", where=file, remedy=_ours("name"))


def _strange(strangers: Sequence[str]) -> str:
    listed = ", ".join(f"“{name}”" for name in strangers)
    return f"{listed} {'is no column' if len(strangers) == 1 else 'are no columns'} of ours"


def _ours(stranger: str) -> str:
    near = difflib.get_close_matches(stranger.casefold().replace(" ", "_"), COLUMNS, n=1)
    hint = f"Did you mean “{near[0]}”? " if near and near[0] != stranger else ""
    return f"{hint}Ours are: {', '.join(COLUMNS)}. A map says which of yours is which (--map FILE)."
