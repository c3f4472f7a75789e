"""Reading ``.csv`` files of ticks: a header ``count,NAME…``, then a line for each pile of alike ballots.

The first cell of a line says how many ballots are alike; each other cell is 1 for a tick and 0 for none. The file
says nothing of seats: there is one unless the caller knows better.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import attrs

from alongside.decisions.counting.ballots import Election, Kind, Pile, check_names
from alongside.decisions.counting.readers.files import text_of
from alongside.refusal import BadInput

_NUMBER = re.compile(r"[0-9]{1,12}\Z")
_CELLS = {"0": False, "1": True}


@attrs.frozen
class Line:
    """One line that holds something: its cells, and where it stands."""

    cells: tuple[str, ...]
    where: str


def read(path: Path) -> Election:
    """Read the election in a file.

    Raises:
        NotFound: where there is no such file.
        BadInput: where it is not as the format asks; the sentence names file and line.
    """
    return parse(text_of(path), str(path))


def parse(text: str, source: str) -> Election:
    """Read an election from text; ``source`` is the name that sentences give it."""
    lines = _lines(text, source)
    head = next(lines, None)
    if head is None or head.cells[0].casefold() != "count":
        where = head.where if head else source
        raise BadInput("the header does not begin with “count”", where=where, remedy="Write it like count,Ann,Bo.")
    names = head.cells[1:]
    if not names or not all(name and name.isprintable() for name in names):
        raise BadInput("a candidate has no name", where=head.where, remedy="Name each after “count”.")
    check_names(names, head.where)
    piles = tuple(_pile(line, names) for line in lines)
    return Election(candidates=names, seats=1, piles=piles, source=source, kind=Kind.TICKS)


def _lines(text: str, source: str) -> Iterator[Line]:
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            trimmed = tuple(" ".join(cell.split()) for cell in cells)
            if any(trimmed):
                yield Line(trimmed, f"{source}, line {reader.line_num}")
    except csv.Error as wrong:
        where = f"{source}, line {reader.line_num}"
        raise BadInput(f"this is no line of a .csv file ({wrong})", where=where) from None


def _pile(line: Line, names: tuple[str, ...]) -> Pile:
    if len(line.cells) != len(names) + 1:
        found = f"the line has {len(line.cells)} cells, the header {len(names) + 1}"
        raise BadInput(found, where=line.where, remedy="Give a count and a cell for each candidate.")
    if not _NUMBER.match(line.cells[0]) or int(line.cells[0]) < 1:
        found = f"“{line.cells[0][:40]}” is not a number of ballots"
        raise BadInput(found, where=line.where, remedy="Write a whole number from 1.")
    for cell in line.cells[1:]:
        if cell not in _CELLS:
            raise BadInput(f"“{cell[:40]}” is no tick", where=line.where, remedy="Write 1 for a tick, else 0.")
    ticked = tuple(number for number, cell in enumerate(line.cells[1:], start=1) if _CELLS[cell])
    return Pile(ticked, int(line.cells[0]))
