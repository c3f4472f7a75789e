"""Reading ``.csv`` files of scores: a header ``count,NAME…``, then a line for each pile of alike ballots.

The first cell of a line says how many ballots are alike; each other cell is a score from 0 to the most that may be
given, or is left empty: a blank.
"""

from __future__ import annotations

import re
from pathlib import Path

from alongside.decisions.counting.readers.files import text_of
from alongside.decisions.counting.readers.lines import short
from alongside.decisions.counting.readers.table import Line, sheet
from alongside.decisions.counting.scores import Scored, Scores, check_most
from alongside.refusal import BadInput

_NUMBER = re.compile(r"[0-9]{1,6}\Z")


def read(path: Path, max_score: int) -> Scores:
    """Read the election in a file.

    Raises:
        NotFound: where there is no such file.
        BadInput: where it is not as the format asks; the sentence names file and line.
    """
    return parse(text_of(path), str(path), max_score)


def parse(text: str, source: str, max_score: int) -> Scores:
    """Read an election from text; ``source`` is the name that sentences give it."""
    check_most(max_score)
    found = sheet(text, source)
    piles = tuple(_pile(line, max_score) for line in found.lines)
    return Scores(candidates=found.names, max_score=max_score, piles=piles, source=source)


def _pile(line: Line, most: int) -> Scored:
    return Scored(tuple(_score(line, cell, most) for cell in line.cells[1:]), line.number(line.cells[0]))


def _score(line: Line, cell: str, most: int) -> int | None:
    if not cell:
        return None
    if not _NUMBER.match(cell) or int(cell) > most:
        remedy = f"Write 0 to {most}, or give the most with --max-score."
        raise BadInput(f"“{short(cell)}” is no score", where=line.where, remedy=remedy)
    return int(cell)
