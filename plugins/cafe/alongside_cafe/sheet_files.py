"""Spreadsheet files: CSV and XLSX, written and read. The library for XLSX is loaded where it is first needed."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from alongside.api.values import BadInput, worded

MOST_BYTES = 2_000_000
MOST_UNPACKED = 40_000_000
"""An XLSX file is packed: what it unpacks to is looked at before it is read."""
MOST_ROWS, MOST_COLUMNS = 5_000, 400


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV, with the mark by which spreadsheets know UTF-8."""
    written = StringIO()
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return written.getvalue().encode("utf-8-sig")


def as_xlsx(sheets: Mapping[str, Iterable[Sequence[str]]]) -> bytes:
    """Return sheets of rows, by their titles, as an XLSX file; every cell is text and none a formula."""
    from openpyxl import Workbook  # slow to load, and only asked for here

    book: Any = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            # Whatever a text begins with, no spreadsheet is to work it out.
            cell.data_type = "s"
        sheet.freeze_panes = "B2"
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def rows_of(content: bytes, name: str) -> list[list[object]]:
    """Return the rows of a CSV or XLSX file: of an XLSX file, those of its first sheet.

    Raises:
        BadInput: for a file that is neither, is too large, or cannot be read.
    """
    if len(content) > MOST_BYTES:
        raise BadInput(worded("cafe", "This file is very large. Leave out what is not the rota."))
    rows = _xlsx(content) if content[:2] == b"PK" else _csv(content, name)
    if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
        raise BadInput(worded("cafe", "This file is very large. Leave out what is not the rota."))
    return rows


def _csv(content: bytes, name: str) -> list[list[object]]:
    if not name.casefold().endswith((".csv", ".txt")):
        raise BadInput(worded("cafe", "This is no spreadsheet that we can read. Save it as XLSX or CSV."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(worded("cafe", "This file is not in UTF-8. Save it as “CSV UTF-8”.")) from None
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    try:
        return [list(row) for row in csv.reader(StringIO(text, newline=""), delimiter=separator)]
    except csv.Error:
        raise BadInput(
            worded("cafe", "This is no spreadsheet that we can read. Save it as XLSX or CSV.")
        ) from None


def _xlsx(content: bytes) -> list[list[object]]:
    try:
        with ZipFile(BytesIO(content)) as packed:
            unpacked = sum(one.file_size for one in packed.infolist())
    except BadZipFile:
        unpacked = MOST_UNPACKED
        content = b""
    if unpacked > MOST_UNPACKED:
        raise BadInput(worded("cafe", "This file is very large. Leave out what is not the rota."))
    try:
        found = list(_first_sheet(content))
    # What a broken file makes of the reader is no fault of ours, and its own words would help nobody.
    except (BadZipFile, KeyError, ValueError, IndexError, OSError, TypeError, AttributeError, SyntaxError):
        raise BadInput(
            worded("cafe", "This is no spreadsheet that we can read. Save it as XLSX or CSV.")
        ) from None
    return [_without_end(row) for row in found]


def _first_sheet(content: bytes) -> Iterator[list[object]]:
    from openpyxl import load_workbook  # slow to load, and only asked for here

    book: Any = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS + 1, values_only=True)
    yield from (list(row) for row in rows)


def _without_end(row: list[object]) -> list[object]:
    while row and row[-1] is None:
        row.pop()
    return row
