"""Reading ``.csv`` files of ticks: a header ``count,NAME…``, then a line for each pile of alike ballots.

The first cell of a line says how many ballots are alike; each other cell is 1 for a tick and 0 for none. The file
says nothing of seats: there is one unless the caller knows better.
"""

from __future__ import annotations

from pathlib import Path

from alongside.decisions.counting.ballots import Election, Kind, Pile
from alongside.decisions.counting.readers.files import text_of
from alongside.decisions.counting.readers.lines import short
from alongside.decisions.counting.readers.table import Line, sheet
from alongside.refusal import BadInput

_CELLS = {"0": False, "1": True}


def read(path: Path) -> Election:
    """Read the election in a file.

    Raises:
        NotFound: where there is no such file.
        BadInput: where it is not as the format asks; the sentence names file and line.
    """
    return parse(text_of(path), str(path))


def parse(text: str, source: str) -> Election:
    """Read an election from text; ``source`` is the name that sentences give it."""
    found = sheet(text, source)
    piles = tuple(map(_pile, found.lines))
    return Election(candidates=found.names, seats=1, piles=piles, source=source, kind=Kind.TICKS)


def _pile(line: Line) -> Pile:
    ballots = line.number(line.cells[0])
    for cell in line.cells[1:]:
        if cell not in _CELLS:
            raise BadInput(f"“{short(cell)}” is no tick", where=line.where, remedy="Write 1 for a tick, else 0.")
    return Pile(tuple(number for number, cell in enumerate(line.cells[1:], start=1) if _CELLS[cell]), ballots)
