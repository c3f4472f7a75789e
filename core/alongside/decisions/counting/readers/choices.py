"""Reading ``.csv`` files of answers to one proposal: a header ``choice,count``, then a line for each answer.

Answers are yes, no and abstain; for consent also stand-aside, objection and upheld-objection. A line without an
answer says how many ballots are blank. The number may be 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from alongside.decisions.counting.choices import Choices
from alongside.decisions.counting.readers.files import text_of
from alongside.decisions.counting.readers.lines import short
from alongside.decisions.counting.readers.table import Line, lines
from alongside.refusal import BadInput

HEADER = ("choice", "count")
BLANK = ""


def is_of_choices(text: str, source: str) -> bool:
    """Whether a .csv file holds answers: its header says so."""
    head = next(lines(text, source), None)
    return head is not None and tuple(cell.casefold() for cell in head.cells) == HEADER


def read(path: Path) -> Choices:
    """Read the answers in a file.

    Raises:
        NotFound: where there is no such file.
        BadInput: where it is not as the format asks; the sentence names file and line.
    """
    return parse(text_of(path), str(path))


def parse(text: str, source: str) -> Choices:
    """Read answers from text; ``source`` is the name that sentences give it."""
    found, stands = dict[str, int](), dict[str, str]()
    for answer, votes, where in _answers(lines(text, source), source):
        if answer in found:
            said = f"“{short(answer)}” stands on two lines"
            raise BadInput(said, where=where, remedy="Give each answer one line.")
        found[answer], stands[answer] = votes, where
    blank = found.pop(BLANK, 0)
    at = tuple(stands[answer] for answer in found)
    if not found:
        raise BadInput("there are no answers", where=source, remedy="Write them like yes,12.")
    votes_of = tuple(found.values())
    return Choices(candidates=tuple(found), votes=votes_of, blank=blank, lines=at, source=source)


def _answers(rows: Iterator[Line], source: str) -> Iterator[tuple[str, int, str]]:
    head = next(rows, None)
    if head is None or tuple(cell.casefold() for cell in head.cells) != HEADER:
        raise BadInput(
            "the header is not choice,count", where=head.where if head else source, remedy="Begin with it."
        )
    for line in rows:
        if len(line.cells) != len(HEADER):
            raise BadInput(
                f"the line has {len(line.cells)} cells", where=line.where, remedy="Write it like yes,12."
            )
        answer = line.cells[0].casefold().replace(" ", "-")
        if not answer.isprintable():
            raise BadInput(
                "the answer holds signs that cannot be shown", where=line.where, remedy="Type it again."
            )
        yield answer, line.number(line.cells[1], least=0), line.where
