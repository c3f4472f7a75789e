"""Reading PrefLib's files of orders: ``.soc``, ``.soi``, ``.toc`` and ``.toi``.

Lines that begin with ``#`` say what the file holds, among them ``# TITLE:``, ``# NUMBER ALTERNATIVES:``,
``# NUMBER VOTERS:`` and ``# ALTERNATIVE NAME 1:``. Each other line is ``how many: 4,{1,2},3``: braces hold those
who share a rank. The four endings differ in what may stand there (orders strict or with ties, complete or
incomplete), not in how it is written. The format says nothing of seats: there is one.

Source: https://preflib.github.io/PrefLib-Jekyll/format (the form of 2022 and later).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from alongside.decisions.counting.ballots import Election, Pile, check_names, check_pile, ranked
from alongside.decisions.counting.readers.files import text_of
from alongside.decisions.counting.readers.lines import Line, lines_of, name_of, short, shown
from alongside.refusal import BadInput

ENDINGS = (".soc", ".soi", ".toc", ".toi")
_SAID = re.compile(r"#\s*([A-Z ]+?)\s*([0-9]{1,6})?\s*:\s*(.*)\Z")
_RANK = re.compile(r"\s*(?:([0-9]+)|\{([0-9,\s]*)\})\s*(?:,|\Z)")
_HOW_MANY, _NAME, _VOTERS, _TITLE = "NUMBER ALTERNATIVES", "ALTERNATIVE NAME", "NUMBER VOTERS", "TITLE"
MOST_CANDIDATES = 10_000


def read(path: Path) -> Election:
    """Read the election in a file.

    Raises:
        NotFound: where there is no such file.
        BadInput: where it is not as the format asks; the sentence names file and line.
    """
    return parse(text_of(path), str(path))


def parse(text: str, source: str) -> Election:
    """Read an election from text; ``source`` is the name that sentences give it."""
    said: dict[tuple[str, int], tuple[str, Line]] = {}
    ballots: list[Line] = []
    for line in lines_of(text, source):
        if not line.text.startswith("#"):
            ballots.append(line)
        elif found := _SAID.match(line.text):
            said[found[1], int(found[2] or 0)] = (found[3], line)
    names = _names(said, source)
    piles = tuple(_piles(ballots, len(names)))
    _check_voters(said, piles)
    title, _ = said.get((_TITLE, 0), ("", None))
    return Election(title=shown(" ".join(title.split())), candidates=names, piles=piles, source=source)


def _names(said: dict[tuple[str, int], tuple[str, Line]], source: str) -> tuple[str, ...]:
    if (_HOW_MANY, 0) not in said:
        raise BadInput(
            f"there is no line “# {_HOW_MANY}:”", where=source, remedy="Take the file from PrefLib again."
        )
    word, line = said[_HOW_MANY, 0]
    many = line.number(word, "a number of candidates")
    if not 1 <= many <= MOST_CANDIDATES:
        line.refuse(f"{many} candidates cannot be counted", f"Give a number from 1 to {MOST_CANDIDATES}.")
    names = []
    for number in range(1, many + 1):
        if (_NAME, number) not in said:
            line.refuse(f"candidate {number} of {many} has no name", f"Write “# {_NAME} {number}: …”.")
        name, last = said[_NAME, number]
        names.append(name_of(last, name))
    check_names(tuple(names), last.where)
    return tuple(names)


def _piles(lines: list[Line], candidates: int) -> Iterator[Pile]:
    for line in lines:
        many, colon, order = line.text.partition(":")
        if not colon:
            line.refuse(f"“{short(line.text)}” is no ballot", "Write it like 3: 1,2.")
        pile = ranked(_places(line, order.strip()), line.ballots(many.strip()))
        check_pile(pile, candidates, line.where)
        yield pile


def _places(line: Line, order: str) -> Iterator[list[int]]:
    at = 0
    while at < len(order):
        rank = _RANK.match(order, at)
        if not rank or (rank.end() == len(order) and order.endswith(",")):
            line.refuse(f"“{short(order[at:])}” is no order of candidates", "Write it like 1,{2,3},4.")
        words = [rank[1]] if rank[1] else rank[2].split(",")
        yield [line.number(word.strip(), "a candidate's number") for word in words]
        at = rank.end()


def _check_voters(said: dict[tuple[str, int], tuple[str, Line]], piles: tuple[Pile, ...]) -> None:
    """A file that was cut short or put together wrongly holds another number of ballots than it says."""
    if (_VOTERS, 0) in said:
        word, line = said[_VOTERS, 0]
        told, found = line.number(word, "a number of ballots"), sum(pile.ballots for pile in piles)
        if told != found:
            line.refuse(f"the file holds {found:,} ballots and says {told:,}", "Take the file from PrefLib again.")
