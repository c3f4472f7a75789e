"""Spreadsheet files: CSV and XLSX, written and read. The library for XLSX is loaded where it is first needed."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

from alongside.api.values import BadInput, worded

from .sheet_cells import Odd

MOST_BYTES = 2_000_000
MOST_UNPACKED = 40_000_000
"""An XLSX file is packed: what it unpacks to is looked at before it is read."""
MOST_ROWS, MOST_COLUMNS = 5_000, 400
MOST_CELLS = 3_000_000
MOST_MERGED = 20_000


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
    """Return the rows of a CSV or XLSX file: of an XLSX file, those of the first sheet that is shown.

    A cell in which no value stands though one should is `Odd`. Macros are never run, nor formulas worked out.

    Raises:
        BadInput: for a file that is neither, is too large, or cannot be read.
    """
    if len(content) > MOST_BYTES:
        raise _large()
    if content.startswith(_OLD):
        raise BadInput(
            worded(
                "cafe", "This spreadsheet is locked, or from an old program. Save it as XLSX without a password."
            )
        )
    rows = _xlsx(content) if content[:2] == b"PK" else _csv(content, name)
    rows = [_without_end(row) for row in rows]
    while rows and not rows[-1]:
        rows.pop()
    if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
        raise _large()
    return rows


_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _large() -> BadInput:
    return BadInput(worded("cafe", "This file is very large. Leave out what is not the rota."))


def _unreadable() -> BadInput:
    return BadInput(worded("cafe", "This is no spreadsheet that we can read. Save it as XLSX or CSV."))


def _csv(content: bytes, name: str) -> list[list[object]]:
    if not name.casefold().endswith((".csv", ".txt")):
        raise _unreadable()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(worded("cafe", "This file is not in UTF-8. Save it as “CSV UTF-8”.")) from None
    told = _SEPARATOR.match(text)  # a line that some spreadsheets write before the rows, and count for none
    text = text[told.end() :] if told else text
    # Where a comma stands in numbers, spreadsheets write a semicolon between cells.
    first = next((line for line in text.splitlines() if line.strip(' ,;\t"')), "")
    separator = told[1] if told else max(",;\t", key=_QUOTED.sub("", first).count)
    try:
        return [list(row) for row in csv.reader(StringIO(text, newline=""), delimiter=separator)]
    except csv.Error:
        raise _unreadable() from None


_QUOTED = re.compile(r'"[^"]*"')
_SEPARATOR = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)


def _xlsx(content: bytes) -> list[list[object]]:
    try:
        return _first_sheet(content)
    except BadInput:
        raise
    # What a broken file makes of the reader is no fault of ours, and its own words would help nobody.
    except Exception:
        raise _unreadable() from None


def _first_sheet(content: bytes) -> list[list[object]]:
    """The values of the first sheet that is shown; what has none of its own is odd."""
    with ZipFile(BytesIO(content)) as packed:
        if sum(one.file_size for one in packed.infolist()) > MOST_UNPACKED:
            raise _large()
    # Twice, as the reader tells either what formulas came to or that there are some.
    rows = list(_cells(content, worked_out=True))
    for n, row in enumerate(_cells(content, worked_out=False)):
        for at, cell in enumerate(row):
            if cell is not None and rows[n][at] is None:
                rows[n][at] = Odd.NOT_WORKED_OUT
    for looked_at, (down, across) in enumerate(_merged(content)):
        if looked_at > MOST_MERGED:
            raise _large()
        if down < len(rows):
            rows[down] += [None] * (across + 1 - len(rows[down]))
            rows[down][across] = Odd.MERGED
    return rows


def _cells(content: bytes, *, worked_out: bool) -> Iterator[list[object]]:
    from openpyxl import load_workbook  # slow to load, and only asked for here

    book: Any = load_workbook(BytesIO(content), read_only=True, data_only=worked_out, keep_links=False)
    sheet = next(one for one in book.worksheets if one.sheet_state == "visible")
    # What a file says of its own size may be anything.
    sheet.reset_dimensions()
    looked_at = 0
    for n, row in enumerate(sheet.iter_rows(values_only=True)):
        looked_at += len(row) + 1
        filled = any(cell is not None for cell in row)
        if looked_at > MOST_CELLS or (filled and (n >= MOST_ROWS or len(_without_end([*row])) > MOST_COLUMNS)):
            raise _large()
        yield list(row[:MOST_COLUMNS])


def _merged(content: bytes) -> Iterator[tuple[int, int]]:
    """Each cell of a merged stretch, as far as there may be something to read."""
    from openpyxl import load_workbook
    from openpyxl.utils.cell import range_boundaries

    book: Any = load_workbook(BytesIO(content), read_only=True, keep_links=False)
    sheet = next(one for one in book.worksheets if one.sheet_state == "visible")
    with ZipFile(BytesIO(content)) as packed:
        # The reader that is quick does not tell what is merged.
        text = packed.read(sheet._worksheet_path)
    for found in _MERGED.findall(text):
        left, top, right, bottom = range_boundaries(found.decode())
        for row in range(top - 1, min(bottom, MOST_ROWS)):
            yield from ((row, column) for column in range(left - 1, min(right, MOST_COLUMNS)))


_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Za-z]+\d+:[A-Za-z]+\d+)[\"']")


def _without_end(row: list[object]) -> list[object]:
    while row and (row[-1] is None or row[-1] == ""):
        row.pop()
    return row
