"""Lines of a file of ballots: numbered, and refused in one sentence that names the line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NoReturn

import attrs

from alongside.refusal import BadInput

# Longer numbers are a mistake, and Python refuses to read very long ones with an error of its own.
_NUMBER = re.compile(r"[0-9]{1,12}\Z")


@attrs.frozen
class Line:
    """One line that says something: its text without comment, and where it stands."""

    text: str
    where: str

    def refuse(self, found: str, remedy: str) -> NoReturn:
        """Refuse the file because of this line."""
        raise BadInput(found, where=self.where, remedy=remedy)

    def number(self, word: str, meaning: str) -> int:
        """Read a whole number that is not negative."""
        if not _NUMBER.match(word):
            self.refuse(f"“{short(word)}” is not {meaning}", "Write a whole number.")
        return int(word)

    def ballots(self, word: str) -> int:
        """Read how many ballots a line stands for, one at least."""
        number = self.number(word, "a number of ballots")
        if not number:
            self.refuse("0 ballots stand on one line", "Give a whole number from 1.")
        return number


def lines_of(text: str, source: str) -> Iterator[Line]:
    """The lines of a text that are not empty, without the spaces around them."""
    # Only these ends are lines to an editor too; splitlines() would also break at form feeds inside a name.
    ended = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for row, raw in enumerate(ended.split("\n"), 1):
        if bare := raw.strip():
            yield Line(bare, f"{source}, line {row}")


def short(text: str) -> str:
    """As much of a text as a sentence repeats."""
    seen = shown(text)
    return seen if len(seen) <= 40 else f"{seen[:39]}…"


def shown(text: str) -> str:
    """The text as a terminal may print it."""
    # A file from anywhere could hold commands to the terminal; joiners are part of some names.
    return "".join(sign if sign.isprintable() or sign in "\u200c\u200d" else "\ufffd" for sign in text)


def name_of(line: Line, name: str) -> str:
    """A candidate's name with single spaces, refused where there is none or it cannot be shown."""
    kept = " ".join(name.split())
    if not kept:
        line.refuse("a candidate has no name", "Give each a name.")
    if shown(kept) != kept:
        line.refuse(f"“{short(kept)}” holds signs that cannot be shown", "Type the name again.")
    return kept
