"""Reading ``.csv``: a header, then lines of which one cell says how many ballots are alike."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

import attrs

from alongside.decisions.counting.ballots import check_names
from alongside.decisions.counting.readers.lines import short
from alongside.refusal import BadInput

_NUMBER = re.compile(r"[0-9]{1,12}\Z")


@attrs.frozen
class Line:
    """One line that holds something: its cells, and where it stands."""

    cells: tuple[str, ...]
    where: str

    def number(self, cell: str, least: int = 1) -> int:
        """Read how many ballots are alike.

        Raises:
            BadInput: where the cell is no whole number from ``least`` on.
        """
        if not _NUMBER.match(cell) or int(cell) < least:
            found = f"“{short(cell)}” is not a number of ballots"
            raise BadInput(found, where=self.where, remedy=f"Write a whole number from {least}.")
        return int(cell)


@attrs.frozen
class Sheet:
    """A header, of which the first cell was ``count``, and the lines under it, each with as many cells."""

    names: tuple[str, ...]
    lines: tuple[Line, ...]


def lines(text: str, source: str) -> Iterator[Line]:
    """The lines that hold something, with single spaces inside cells.

    Raises:
        BadInput: where a line is none of a .csv file.
    """
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            trimmed = tuple(" ".join(cell.split()) for cell in cells)
            if any(trimmed):
                yield Line(trimmed, f"{source}, line {reader.line_num}")
    except csv.Error as wrong:
        where = f"{source}, line {reader.line_num}"
        raise BadInput(f"this is no line of a .csv file ({wrong})", where=where) from None


def sheet(text: str, source: str) -> Sheet:
    """Read a header ``count,NAME…`` and what stands under it.

    Raises:
        BadInput: where the header is another, or a line has more or fewer cells.
    """
    found = lines(text, source)
    head = next(found, None)
    if head is None or head.cells[0].casefold() != "count":
        where = head.where if head else source
        raise BadInput("the header does not begin with “count”", where=where, remedy="Write it like count,Ann,Bo.")
    names = head.cells[1:]
    if not names or not all(name and name.isprintable() for name in names):
        raise BadInput("a candidate has no name", where=head.where, remedy="Name each after “count”.")
    check_names(names, head.where)
    return Sheet(names, tuple(_full(line, len(names) + 1) for line in found))


def _full(line: Line, cells: int) -> Line:
    if len(line.cells) != cells:
        found = f"the line has {len(line.cells)} cells, the header {cells}"
        raise BadInput(found, where=line.where, remedy="Give a count and a cell for each candidate.")
    return line
