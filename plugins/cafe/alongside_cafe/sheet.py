"""A rota as the rows of a spreadsheet: people down and days across, or a line a place.

A text that a spreadsheet would take for a formula is written with an apostrophe before it, and read without.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time

import attrs

from alongside.api.values import local

from .rota import KeptShift, Rota, wanted

COLUMNS = ("date", "start", "end", "job", "person")
LEARNING = "learning"
"""A column of its own, and in a cell the word before what somebody learns there beside the team."""
PERSON = "person"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")


@attrs.frozen(kw_only=True)
class Entry:
    """What one cell or line says: that somebody works a job on a day from when until when; where it stands.

    ``learning`` is the skill that she learns there beside the team, empty where she is one of it.
    """

    row: int
    column: str
    day: date
    starts: time
    ends: time
    job: str
    person: str
    learning: str = ""


@attrs.frozen
class Fault:
    """What is wrong with one cell, by row and column as a spreadsheet names them, and what to do about it."""

    row: int
    column: str
    said: str

    def __str__(self) -> str:
        return f"Row {self.row}, column {self.column}: {self.said}"


# --- out


def safe(text: str) -> str:
    """Return a text that no spreadsheet works out as a formula."""
    return f"'{text}" if _like_a_formula(text) else text


def unsafe(text: str) -> str:
    """Return a text as it was before it was made safe."""
    return text[1:] if text.startswith("'") and _like_a_formula(text[1:]) else text


def _like_a_formula(text: str) -> bool:
    # An apostrophe counts as nothing, so that one that was there before is not taken for ours.
    return text.lstrip(" '").startswith(_FORMULA)


def long_form(rota: Rota, names: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield a line for each place: its day, times and job, who has it, and what she learns on a learner's place.

    An open place names nobody.
    """
    yield [*COLUMNS, LEARNING]
    for shift in rota.shifts:
        hers = [(names[who], learnt) for who, learnt in rota.learning_on(shift)]
        for name, learnt in [*hers, *[("", "")] * rota.open_on(shift)]:
            starts, ends = (f"{local(one, shift.zone):%H:%M}" for one in (shift.starts, shift.ends))
            yield [shift.day.isoformat(), starts, ends, safe(shift.job), safe(name), safe(wanted([learnt]))]


def grid(rota: Rota, days: Sequence[date], names: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield people down and days across, each cell as “09:00-14:00 Till”, several of a day on lines of theirs."""
    yield [PERSON, *(day.isoformat() for day in days)]
    worked: dict[tuple[str, date], list[str]] = {}
    for shift in rota.shifts:
        for who, learnt in rota.learning_on(shift):
            worked.setdefault((who, shift.day), []).append(_cell(shift, learnt))
    for who, name in names.items():
        yield [safe(name), *("\n".join(worked.get((who, day), [])) for day in days)]


def _cell(shift: KeptShift, learnt: str) -> str:
    starts, ends = local(shift.starts, shift.zone), local(shift.ends, shift.zone)
    told = f"{starts:%H:%M}-{ends:%H:%M} {shift.job}"
    return f"{told} ({LEARNING} {wanted([learnt])})" if learnt else told
