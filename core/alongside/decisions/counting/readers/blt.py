"""Reading ``.blt``, the file format that vote-counting programs share.

The first line holds the numbers of candidates and seats; then come withdrawn candidates as negative numbers,
a line for each pile of ballots (how many, the ranked candidates, ``0``), a line ``0``, the candidates' names and
a title, each in double quotes on its own line. ``#`` starts a comment, empty lines do not count. In a ballot
``2=4`` is one rank that two candidates share, and ``-`` a rank left empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from alongside.decisions.counting.ballots import (
    Election,
    Pile,
    check_names,
    check_pile,
    check_seats,
    ranked,
)
from alongside.decisions.counting.readers.files import text_of
from alongside.decisions.counting.readers.lines import Line, lines_of, short, shown
from alongside.refusal import BadInput

_NUMBER = re.compile(r"[0-9]{1,12}\Z")
_WITHDRAWN = re.compile(r"-[0-9]{1,12}\Z")
_QUOTED = re.compile(r'"(.*?)"\s*(?:#.*)?\Z')
_NEXT_NAME = re.compile(r'"\s+"')
MOST_CANDIDATES = 10_000
LARGE = 1 << 17
"""Bytes from which on a file is read in blocks: ten thousand ballots. For fewer, loading numpy takes longer."""


def read(path: Path) -> Election:
    """Read the election in a file.

    Raises:
        NotFound: where there is no such file.
        BadInput: where it cannot be read, or is not as the format asks; the sentence names file and line.
    """
    return _large(path) or parse(text_of(path), str(path))


def _large(path: Path) -> Election | None:
    """A large file read in blocks; nothing where it is not plain enough for that, or numpy is not installed."""
    if not path.is_file() or path.stat().st_size < LARGE:
        return None
    try:
        from alongside.decisions.counting.readers import blt_numbers, blt_packed  # numpy takes its time to load
    except ImportError:
        return None
    try:
        parts = blt_packed.parts(path)
        rest = parse(f"{parts.head}0\n{parts.tail}", str(path))
    except (OSError, BadInput, blt_numbers.NotPlain):
        return None  # line by line, which says what is wrong where
    return attrs.evolve(rest, piles=parts.ballots)


def parse(text: str, source: str) -> Election:
    """Read an election from text; ``source`` is the name that sentences give it.

    Raises:
        BadInput: where the text is not as the format asks.
    """
    lines = _lines(text, source)
    head = next(lines, None)
    if head is None:
        raise BadInput(
            "the file is empty", where=source, remedy="Its first line gives the numbers of candidates and seats."
        )
    candidates, seats = _head(head)
    withdrawn, ballots, end = _until_zero(lines, candidates, source)
    names, title = _names(lines, candidates, end)
    if withdrawn.issuperset(range(1, candidates + 1)):
        end.refuse("every candidate is withdrawn", "Leave at least one to be counted.")
    return Election(
        title=title,
        candidates=names,
        seats=seats,
        piles=tuple(ballots),
        withdrawn=withdrawn,
        source=source,
    )


def _lines(text: str, source: str) -> Iterator[Line]:
    for line in lines_of(text, source):
        if "#" not in line.text or line.text.startswith('"'):
            yield line
        elif kept := line.text.partition("#")[0].rstrip():
            yield Line(kept, line.where)


def _head(line: Line) -> tuple[int, int]:
    words = line.text.split()
    if len(words) != 2:
        line.refuse(f"“{short(line.text)}” is not two numbers", "Begin with the numbers of candidates and seats.")
    candidates = line.number(words[0], "a number of candidates")
    seats = line.number(words[1], "a number of seats")
    if not 1 <= candidates <= MOST_CANDIDATES:
        line.refuse(f"{candidates} candidates cannot be counted", f"Give a number from 1 to {MOST_CANDIDATES}.")
    check_seats(seats, line.where)
    return candidates, seats


def _until_zero(lines: Iterator[Line], candidates: int, source: str) -> tuple[frozenset[int], list[Pile], Line]:
    withdrawn: set[int] = set()
    ballots: list[Pile] = []
    seen: dict[str, Pile] = {}
    numbers = {str(number): number for number in range(1, candidates + 1)}
    for line in lines:
        # Many files give every ballot a line of its own, and most of these lines are alike.
        if line.text in seen:
            ballots.append(seen[line.text])
            continue
        words = line.text.split()
        if words == ["0"]:
            return frozenset(withdrawn), ballots, line
        if _WITHDRAWN.match(words[0]):
            withdrawn.update(_withdrawn(line, words, candidates))
        else:
            seen[line.text] = _plain(words, numbers) or _pile(line, words, candidates)
            ballots.append(seen[line.text])
    raise BadInput("the ballots have no end", where=source, remedy="Put a line “0” after the last ballot.")


def _withdrawn(line: Line, words: list[str], candidates: int) -> Iterator[int]:
    for word in words:
        number = -int(word) if _WITHDRAWN.match(word) else 0
        if not 1 <= number <= candidates:
            line.refuse(f"“{short(word)}” is no withdrawn candidate", f"Write numbers from -1 to -{candidates}.")
        yield number


def _plain(words: list[str], numbers: Mapping[str, int]) -> Pile | None:
    """The pile of a line that holds plain numbers in order, as nearly all do; nothing where it is another."""
    try:
        preferences = tuple(map(numbers.__getitem__, words[1:-1]))
    except KeyError:
        return None
    plain = words[-1] == "0" and _NUMBER.match(words[0]) and len(set(preferences)) == len(preferences)
    return Pile(preferences, int(words[0])) if plain and int(words[0]) else None


def _pile(line: Line, words: list[str], candidates: int) -> Pile:
    if line.text.startswith('"'):
        line.refuse(
            f"the name “{_bare(line.text)}” stands among the ballots", "Put a line “0” after the last ballot."
        )
    if words[-1] != "0":
        line.refuse(f"the ballot “{short(line.text)}” has no end", "End each ballot line with 0.")
    ballots = line.number(words[0], "a number of ballots")
    pile = ranked((_rank(line, word) for word in words[1:-1]), ballots)
    check_pile(pile, candidates, line.where)
    return pile


def _rank(line: Line, word: str) -> tuple[int, ...]:
    if word == "-":
        return ()
    return tuple(line.number(one, "a candidate's number") for one in word.split("="))


def _names(lines: Iterator[Line], candidates: int, end: Line) -> tuple[tuple[str, ...], str]:
    names: list[str] = []
    last = end
    for last in lines:
        names.append(_name(last, may_be_empty=len(names) == candidates))
        if len(names) > candidates + 1:
            last.refuse(f"“{_bare(last.text)}” is one name too many", f"Give {candidates} names and one title.")
    if len(names) < candidates:
        last.refuse(
            f"{len(names)} of {candidates} candidates have a name",
            "Give each a name in double quotes on its own line.",
        )
    check_names(tuple(names[:candidates]), last.where)
    return tuple(names[:candidates]), names[candidates] if len(names) > candidates else ""


def _name(line: Line, *, may_be_empty: bool) -> str:
    quoted = _QUOTED.match(line.text)
    name = " ".join(quoted[1].split()) if quoted else ""
    if _NEXT_NAME.search(name):
        line.refuse("two names stand on one line", "Give each a line of its own.")
    if not name and not (quoted and may_be_empty):
        line.refuse(f"“{short(line.text)}” is not a name in double quotes", 'Write it like "Ann Lee".')
    if shown(name) != name:
        line.refuse(f"“{short(name)}” holds signs that cannot be shown", "Type the name again.")
    return name


def _bare(text: str) -> str:
    return short(text.strip('"'))
