"""A rota as the rows of a spreadsheet, and what such rows say: people down and days across, or a line a shift.

A text that a spreadsheet would take for a formula is written with an apostrophe before it, and read without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time

import attrs

from alongside.api.values import local

from .rota import KeptShift, Rota

COLUMNS = ("date", "start", "end", "job", "person")
PERSON = "person"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_NOTHING = frozenset({"", "-", "–", "x", "off", "day off", "leave", "holiday", "away", "closed"})
_ENTRY = re.compile(r"(\d{1,2}[:.]\d{2})\s*(?:-|–|—|to)\s*(\d{1,2}[:.]\d{2})\s+(.+)", re.DOTALL)
_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%a %d %b %Y", "%A %d %B %Y", "%a %d/%m/%Y")
LONGEST = 80


@attrs.frozen(kw_only=True)
class Entry:
    """What one cell or line says: that somebody works a job on a day from when until when; where it stands."""

    row: int
    column: str
    day: date
    starts: time
    ends: time
    job: str
    person: str


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
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def unsafe(text: str) -> str:
    """Return a text as it was before it was made safe."""
    return text[1:] if text.startswith("'") and text[1:].lstrip(" ").startswith(_FORMULA) else text


def long_form(rota: Rota, names: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield a line for each place: its day, start, end and job, and who has it; an open one names nobody."""
    yield list(COLUMNS)
    for shift in rota.shifts:
        hers = rota.on(shift)
        for name in [*(names[one] for one in hers), *[""] * rota.open_on(shift)]:
            starts, ends = (f"{local(one, shift.zone):%H:%M}" for one in (shift.starts, shift.ends))
            yield [shift.day.isoformat(), starts, ends, safe(shift.job), safe(name)]


def grid(rota: Rota, days: Sequence[date], names: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield people down and days across, each cell as “09:00-14:00 Till”, several of a day on lines of theirs."""
    yield [PERSON, *(day.isoformat() for day in days)]
    for who, name in names.items():
        hers = [shift for shift in rota.shifts if who in rota.on(shift)]
        yield [safe(name), *("\n".join(_cell(one) for one in hers if one.day == day) for day in days)]


def _cell(shift: KeptShift) -> str:
    starts, ends = local(shift.starts, shift.zone), local(shift.ends, shift.zone)
    return f"{starts:%H:%M}-{ends:%H:%M} {shift.job}"


# --- in


def column_name(number: int) -> str:
    """Return the letters of a column, counted from 0: A, B, … Z, AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@attrs.frozen
class Reading:
    """What rows say, the days they tell of, and every fault in them."""

    entries: list[Entry]
    days: frozenset[date]
    faults: list[Fault]


def read(rows: Sequence[Sequence[object]]) -> Reading:
    """Return what rows say and every fault in them; the first row that is not empty names the columns."""
    head = next((n for n, row in enumerate(rows) if any(_text(cell) for cell in row)), None)
    if head is None:
        return Reading([], frozenset(), [Fault(1, "A", "The sheet is empty. Its first row names the columns.")])
    named = [_text(cell).casefold() for cell in rows[head]]
    if set(COLUMNS) <= set(named):
        return _read_long(rows, head, named)
    return _read_grid(rows, head)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return unsafe(str(cell).strip())


def _read_day(text: str) -> date | None:
    for form in _DAYS:
        try:
            return datetime.strptime(text.replace(",", ""), form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def _read_time(text: str) -> time | None:
    try:
        hours, minutes = text.replace(".", ":").split(":")[:2]
        return time(int(hours), int(minutes))
    except ValueError:
        return None


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _read_long(rows: Sequence[Sequence[object]], head: int, named: Sequence[str]) -> Reading:
    at = {name: named.index(name) for name in COLUMNS}
    found: list[Entry] = []
    faults: list[Fault] = []
    for number, row in enumerate(rows[head + 1 :], head + 2):
        told = {name: _text(row[n]) if n < len(row) else "" for name, n in at.items()}
        if not told["person"] or not any(told.values()):
            continue
        day, starts, ends = _read_day(told["date"]), _read_time(told["start"]), _read_time(told["end"])
        wrong = [
            Fault(number, column_name(at[name]), said.format(_short(told[name])))
            for name, value, said in (
                ("date", day, "“{}” is no day. Write it as 2026-11-30."),
                ("start", starts, "“{}” is no time of day. Write it as 09:00."),
                ("end", ends, "“{}” is no time of day. Write it as 14:00."),
            )
            if value is None
        ]
        faults += wrong
        if day and starts is not None and ends is not None:
            place = column_name(at["person"])
            entry = Entry(
                row=number, column=place, day=day, starts=starts, ends=ends, job=told["job"], person=told["person"]
            )
            found.append(entry)
    return Reading(found, frozenset(one.day for one in found), faults)


def _read_grid(rows: Sequence[Sequence[object]], head: int) -> Reading:
    days: dict[int, date] = {}
    faults: list[Fault] = []
    for n, cell in enumerate(rows[head][1:], 1):
        day = _read_day(_text(cell))
        if day:
            days[n] = day
        elif _text(cell) and any(_looks_like_a_shift(_text(row[n])) for row in rows[head + 1 :] if n < len(row)):
            said = f"“{_short(_text(cell))}” is no day. Write it as 2026-11-30."
            faults.append(Fault(head + 1, column_name(n), said))
    if not days and not faults:
        said = f"There are no days across. Write them as 2026-11-30, or name the columns {', '.join(COLUMNS)}."
        return Reading([], frozenset(), [Fault(head + 1, "B", said)])
    found: list[Entry] = []
    for number, row in enumerate(rows[head + 1 :], head + 2):
        name = _text(row[0]) if row else ""
        for n, day in days.items() if name else ():
            for text in _entries(_text(row[n]) if n < len(row) else ""):
                entry = _entry(text, number, column_name(n), day, name)
                (faults if isinstance(entry, Fault) else found).append(entry)  # type: ignore[arg-type] # each into its own list
    return Reading(found, frozenset(days.values()), faults)


def _looks_like_a_shift(text: str) -> bool:
    return any(_ENTRY.fullmatch(one) for one in _entries(text))


def _entries(text: str) -> Iterable[str]:
    parts = (one.strip() for one in re.split(r"[\n;]", text))
    return [one for one in parts if one.casefold() not in _NOTHING]


def _entry(text: str, row: int, column: str, day: date, person: str) -> Entry | Fault:
    found = _ENTRY.fullmatch(text)
    starts, ends = (_read_time(found[1]), _read_time(found[2])) if found else (None, None)
    if found is None or starts is None or ends is None:
        return Fault(row, column, f"“{_short(text)}” is no shift. Write it as “09:00-14:00 Till”.")
    return Entry(row=row, column=column, day=day, starts=starts, ends=ends, job=found[3].strip(), person=person)
