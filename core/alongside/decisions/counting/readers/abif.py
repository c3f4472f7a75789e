"""Reading ``.abif``, the Aggregated Ballot Information Format, where its ballots put candidates in order.

A ballot line is ``27: Ann > Bo = "Cy Day"``: how many, then names with ``>`` between ranks and ``=`` inside one. A
name is one word, or stands in double quotes or square brackets. Where commas stand between names each has a score
(``Ann/5, Bo/2``), and the higher score is the higher rank; scores beside ``>`` say no more. Where ticks are
counted, whoever stands on a ballot is ticked, unless her score is 0.
``=AL:[Ann Lee]`` gives a short name its long one; candidates stand in the order in which the file first names
them. ``{"title": "…"}`` is told to people, ``#`` starts a comment. The format says nothing of seats: there is one.

Source: https://electowiki.org/wiki/ABIF.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from alongside.decisions.counting.ballots import Election, Pile, check_pile, ranked
from alongside.decisions.counting.readers.files import text_of
from alongside.decisions.counting.readers.lines import Line, lines_of, name_of, short
from alongside.refusal import BadInput

_NAME = r"(?:\[(?P<bracketed>[^\[\]]*)\]|\"(?P<quoted>[^\"]*)\"|(?P<word>[^\s\[\]\"#>=,/:{}*]+))"
_CHOICE = re.compile(rf"\s*{_NAME}\s*(?:/\s*(?P<score>[0-9]{{1,12}}))?\s*(?P<next>[>=,]|\Z|#)")
_LONG_NAME = re.compile(rf"=\s*{_NAME}\s*:\s*\[(?P<long>[^\[\]]*)\]\s*(?:#.*)?\Z")


@attrs.frozen
class Choice:
    """One name on a ballot: whose, her score where there is one, and the sign that follows."""

    number: int
    score: int | None
    sign: str


def read(path: Path, *, as_ticks: bool = False) -> Election:
    """Read the election in a file; ``as_ticks``, a score of 0 is as if the name were not on the ballot.

    Raises:
        NotFound: where there is no such file.
        BadInput: where it is not as the format asks; the sentence names file and line.
    """
    return parse(text_of(path), str(path), as_ticks=as_ticks)


def parse(text: str, source: str, *, as_ticks: bool = False) -> Election:
    """Read an election from text; ``source`` is the name that sentences give it."""
    lines = list(lines_of(text, source))
    reading = _Reading(dict(_long_name(line) for line in lines if line.text[0] == "="), as_ticks=as_ticks)
    for line in lines:
        reading.take(line)
    if not reading.names:
        raise BadInput("the file names no candidate", where=source, remedy="Write ballots like 3: Ann > Bo.")
    return Election(
        title=reading.title, candidates=tuple(reading.names), piles=tuple(reading.piles), source=source
    )


class _Reading:
    """What has been read so far; ``long`` gives short names their long ones, wherever in the file these stand."""

    def __init__(self, long: Mapping[str, str], *, as_ticks: bool) -> None:
        self._long = long
        self._as_ticks = as_ticks
        self.title = ""
        self.names: list[str] = []
        self.numbers: dict[str, int] = {}
        self.piles: list[Pile] = []

    def take(self, line: Line) -> None:
        """Read one line, whatever it is."""
        sign = line.text[0]
        if sign == "=":
            self._number(_long_name(line)[1])
        elif sign == "{":
            self._about(line)
        elif sign != "#":
            self._ballot(line)

    def _about(self, line: Line) -> None:
        try:
            said = json.loads(line.text)
        except (ValueError, RecursionError):
            line.refuse(f"“{short(line.text)}” is not JSON", 'Write it like {"title": "Our vote"}.')
        if isinstance(said, dict) and isinstance(said.get("title"), str):
            self.title = name_of(line, said["title"])

    def _ballot(self, line: Line) -> None:
        many, colon, said = line.text.partition(":")
        if not colon:
            line.refuse(f"“{short(line.text)}” is no ballot", "Write it like 3: Ann > Bo.")
        ballots = line.ballots(many.strip())
        choices = list(self._choices(line, said))
        places = _by_score(line, choices) if any(one.sign == "," for one in choices) else _in_order(choices)
        pile = ranked(places, ballots)
        check_pile(pile, len(self.names), line.where)
        zeros = frozenset(one.number for one in choices if one.score == 0)
        self.piles.append(pile.without(zeros) if self._as_ticks else pile)

    def _choices(self, line: Line, said: str) -> Iterator[Choice]:
        at, sign = 0, ""
        while at < len(said.rstrip()) and sign != "#":
            if not sign and said[at:].lstrip().startswith(("#", ":")):
                return
            found = _CHOICE.match(said, at)
            if not found:
                line.refuse(
                    f"“{short(said[at:].strip())}” is no order of candidates", "Write it like Ann > Bo = Cy."
                )
            name, sign, at = _named(line, found), found["next"], found.end()
            yield Choice(self._number(name), int(found["score"]) if found["score"] else None, sign)
        if sign in {">", "=", ","}:
            line.refuse(f"nobody stands after the last “{sign}”", "Write it like Ann > Bo = Cy.")

    def _number(self, name: str) -> int:
        """The number of a candidate, by her short or her long name; a new one where she is named first."""
        name = self._long.get(name, name)
        if name not in self.numbers:
            self.names.append(name)
            self.numbers[name] = len(self.names)
        return self.numbers[name]


def _long_name(line: Line) -> tuple[str, str]:
    """A short name and its long one."""
    found = _LONG_NAME.match(line.text)
    if not found:
        line.refuse(f"“{short(line.text)}” gives nobody a name", "Write it like =AL:[Ann Lee].")
    return _named(line, found), name_of(line, found["long"])


def _named(line: Line, found: re.Match[str]) -> str:
    return name_of(line, found["bracketed"] or found["quoted"] or found["word"] or "")


def _in_order(choices: list[Choice]) -> list[list[int]]:
    places: list[list[int]] = [[]] if choices else []
    for one in choices:
        places[-1].append(one.number)
        if one.sign == ">":
            places.append([])
    return places


def _by_score(line: Line, choices: list[Choice]) -> list[list[int]]:
    scores = {one.score for one in choices if one.score is not None}
    if any(one.score is None for one in choices) or any(one.sign in {">", "="} for one in choices):
        line.refuse("commas stand between names without a score each", "Write Ann/5, Bo/2 or Ann > Bo.")
    return [[one.number for one in choices if one.score == score] for score in sorted(scores, reverse=True)]
