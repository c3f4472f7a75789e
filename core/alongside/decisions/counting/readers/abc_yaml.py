"""Reading ``.abc.yaml``, the format of abcvoting for committees chosen by ticks.

Three of its keys matter: ``profile`` (a list of ballots, each a list of the candidates ticked), ``num_cand`` (how
many candidates there are; else as many as the ballots name) and ``committeesize``. Candidates have no names in it:
they are called by their number from 0. Everything else, such as results that other programs found, is passed over.

``profile`` may also be a list of lines, one ``- [0, 2]`` each. A file of ``voter_weights`` other than 1 is
refused: here one person has one vote.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from alongside.decisions.counting.ballots import Election, Kind, Pile, check_seats
from alongside.decisions.counting.readers.files import text_of
from alongside.decisions.counting.readers.lines import short
from alongside.refusal import BadInput

MOST_CANDIDATES = 10_000

_KEY = re.compile(r"([A-Za-z_]+)\s*:(.*)\Z")
_LIST = re.compile(r"\[[^\[\]]*\]")
_NUMBER = re.compile(r"[0-9]{1,12}\Z")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_MARK = re.compile(r"(?:---|\.\.\.)\s*\Z")
_WORD = re.compile(r"[^\s\[\],]+")
_ONE = frozenset({"1", "1.0", "-"})
_DASH = re.compile(r"^(\s*)-(?=\s*\[)", re.MULTILINE)


@attrs.frozen
class Entry:
    """What stands behind a key, over one line or several, and where it begins."""

    text: str
    source: str
    line: int

    def where(self, sign: int = 0) -> str:
        """Where one sign of it stands."""
        return f"{self.source}, line {self.line + self.text.count(chr(10), 0, sign)}"


def read(path: Path) -> Election:
    """Read the election in a file.

    Raises:
        NotFound: where there is no such file.
        BadInput: where it is not as the format asks; the sentence names file and line.
    """
    return parse(text_of(path), str(path))


def parse(text: str, source: str) -> Election:
    """Read an election from text; ``source`` is the name that sentences give it."""
    entries = dict(_entries(text, source))
    if "profile" not in entries:
        raise BadInput("there is no “profile”", where=source, remedy="Write it like profile: [[0, 2], [1]].")
    if "voter_weights" in entries and not _ONE.issuperset(_WORD.findall(entries["voter_weights"].text)):
        raise BadInput("voters have weights", where=entries["voter_weights"].where(), remedy="Each has one vote.")
    ballots = list(_ballots(entries["profile"]))
    named = max((number for ballot, _ in ballots for number in ballot), default=-1) + 1
    candidates = _number(entries, "num_cand", named)
    if not 1 <= candidates <= MOST_CANDIDATES:
        where = entries.get("num_cand", entries["profile"]).where()
        raise BadInput(f"{candidates} candidates cannot be counted", where=where, remedy="Give from 1 to 10,000.")
    return Election(
        candidates=tuple(map(str, range(candidates))),
        seats=_seats(entries),
        piles=_piles(ballots, candidates),
        source=source,
        kind=Kind.TICKS,
    )


def _entries(text: str, source: str) -> Iterator[tuple[str, Entry]]:
    """Each key at the left edge with all that stands behind it, down to the next one."""
    key, behind, begun = "", list[str](), 0
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        line = "" if _MARK.match(raw) else _COMMENT.sub("", raw)
        if found := _KEY.match(line):
            if key:
                yield key, Entry("\n".join(behind), source, begun)
            key, behind, begun = found[1], [found[2]], number
        else:
            behind.append(line)
    if key:
        yield key, Entry("\n".join(behind), source, begun)


def _ballots(profile: Entry) -> Iterator[tuple[tuple[int, ...], str]]:
    """Each ballot and where it stands."""
    if profile.text.lstrip().startswith("-"):
        profile = attrs.evolve(profile, text="[" + _DASH.sub(r"\1,", profile.text) + "]")
    text = profile.text.strip()
    first = profile.text.find("[")
    if not (text.startswith("[") and text.endswith("]")):
        remedy = "Write it like profile: [[0, 2], [1]]."
        raise BadInput("the profile is no list of ballots", where=profile.where(), remedy=remedy)
    last, end = first + 1, profile.text.rfind("]")
    for found in _LIST.finditer(profile.text, first + 1, end):
        _between(profile, last, found.start())
        last = found.end()
        yield tuple(_ticks(profile, found)), profile.where(found.start())
    _between(profile, last, end)


def _between(profile: Entry, start: int, end: int) -> None:
    """Refuse anything but commas and space between two ballots."""
    if wrong := re.search(r"[^\s,]+", profile.text[start:end]):
        found = f"“{short(wrong[0])}” is no ballot"
        where = profile.where(start + wrong.start())
        raise BadInput(found, where=where, remedy="Each ballot is a list like [0, 2].")


def _ticks(profile: Entry, found: re.Match[str]) -> Iterator[int]:
    for word in found[0][1:-1].split(","):
        number = word.strip()
        if _NUMBER.match(number):
            yield int(number)
        elif number or found[0][1:-1].strip():
            where = profile.where(found.start())
            raise BadInput(f"“{short(number)}” is no candidate", where=where, remedy="Write a number from 0.")


def _piles(ballots: list[tuple[tuple[int, ...], str]], candidates: int) -> tuple[Pile, ...]:
    alike: Counter[tuple[int, ...]] = Counter()
    for ballot, where in ballots:
        if max(ballot, default=0) >= candidates:
            found = f"a ballot ticks candidate {max(ballot)}"
            raise BadInput(found, where=where, remedy=f"Candidates are numbered from 0 to {candidates - 1}.")
        if len(set(ballot)) < len(ballot):
            raise BadInput("a ballot ticks somebody twice", where=where, remedy="Tick each candidate once.")
        alike[tuple(sorted(number + 1 for number in ballot))] += 1
    return tuple(Pile(ticked, number) for ticked, number in sorted(alike.items()))


def _seats(entries: Mapping[str, Entry]) -> int:
    seats = _number(entries, "committeesize", 1)
    check_seats(seats, entries["committeesize"].where() if "committeesize" in entries else "")
    return seats


def _number(entries: Mapping[str, Entry], key: str, otherwise: int) -> int:
    if key not in entries:
        return otherwise
    word = entries[key].text.partition("#")[0].split("\n")[0].strip()
    if not _NUMBER.match(word):
        raise BadInput(f"“{short(word)}” is no whole number", where=entries[key].where(), remedy="Write one.")
    return int(word)
