"""What the rows of a spreadsheet say of a rota, and every fault in them, each at its cell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

import attrs

from .sheet import COLUMNS, LEARNING, PERSON, Entry, Fault
from .sheet_cells import Odd, column_name, day_of, same_words, short, text_of, time_of

_NOTHING = frozenset({"", "-", "–", "x", "off", "day off", "leave", "holiday", "away", "closed"})
_ENTRY = re.compile(r"(\d{1,2}[:.]\d{2})\s*(?:-|–|—|to)\s*(\d{1,2}[:.]\d{2})\s+(.+)", re.DOTALL | re.ASCII)
_LEARNS = re.compile(rf"(.+?)\s*\({LEARNING}\s+([^()]+)\)", re.IGNORECASE | re.DOTALL)


@attrs.frozen
class Reading:
    """What rows say, the days they tell of, and every fault in them.

    A day of which every line names nobody is told of too: nobody works then.
    """

    entries: list[Entry]
    days: frozenset[date]
    faults: list[Fault]


def read(rows: Sequence[Sequence[object]]) -> Reading:
    """Return what rows say and every fault in them; the first row that is not empty names the columns."""
    head = next(
        (n for n, row in enumerate(rows) if any(text_of(cell) or isinstance(cell, Odd) for cell in row)), None
    )
    if head is None:
        return Reading([], frozenset(), [Fault(1, "A", "The sheet is empty. Its first row names the columns.")])
    named = [text_of(cell).casefold() for cell in rows[head]]
    if set(COLUMNS) <= set(named):
        return _read_long(rows, head, named)
    return _read_grid(rows, head)


def _cell_of(row: Sequence[object], n: int) -> object:
    return row[n] if n < len(row) else None


def _odd(rows: Sequence[Sequence[object]], head: int, columns: Collection[int]) -> Iterator[Fault]:
    """A fault for each cell from the head on that has no value of its own, in the columns that are read."""
    for number, row in enumerate(rows[head:], head + 1):
        for n, cell in enumerate(row):
            if n in columns and isinstance(cell, Odd):
                yield Fault(number, column_name(n), cell.value)


# --- a line a place


def _read_long(rows: Sequence[Sequence[object]], head: int, named: Sequence[str]) -> Reading:
    at = {name: named.index(name) for name in (*COLUMNS, LEARNING) if name in named}
    faults = [
        Fault(head + 1, column_name(n), f"There is a column “{name}” already. Leave out one of the two.")
        for n, name in enumerate(named)
        if name in at and at[name] != n
    ]
    faults += _odd(rows, head, at.values())
    found: list[Entry] = []
    nobody: set[date] = set()
    for number, row in enumerate(rows[head + 1 :], head + 2):
        cells = {name: _cell_of(row, n) for name, n in at.items()}
        if isinstance(cells[PERSON], Odd):
            continue
        if same_words(text_of(cells[PERSON])):
            _line(number, at, cells, found, faults)
        else:
            _open_line(number, at, cells, nobody, faults)
    return Reading(found, frozenset(nobody | {one.day for one in found}), faults)


def _line(
    number: int, at: Mapping[str, int], cells: Mapping[str, object], found: list[Entry], faults: list[Fault]
) -> None:
    told = {name: same_words(text_of(cell)) for name, cell in cells.items()}
    day, starts, ends = day_of(told["date"]), time_of(cells["start"]), time_of(cells["end"])
    read = {"date": day, "start": starts, "end": ends, "job": told["job"] or None}
    unread = [name for name, value in read.items() if value is None and not isinstance(cells[name], Odd)]
    faults += [Fault(number, column_name(at[name]), _UNREAD[name].format(short(told[name]))) for name in unread]
    if day and starts is not None and ends is not None and told["job"]:
        found.append(
            Entry(
                row=number,
                column=column_name(at[PERSON]),
                day=day,
                starts=starts,
                ends=ends,
                job=told["job"],
                person=told[PERSON],
                learning=told.get(LEARNING, ""),
            )
        )


def _open_line(
    number: int, at: Mapping[str, int], cells: Mapping[str, object], nobody: set[date], faults: list[Fault]
) -> None:
    """Note the day of a place that nobody has; what is no line of a rota, such as a sum, is passed over."""
    told = {name: text_of(cell) for name, cell in cells.items()}
    day = day_of(told["date"])
    if day:
        nobody.add(day)
    elif told["date"] and told["start"] and told["job"]:
        faults.append(Fault(number, column_name(at["date"]), _UNREAD["date"].format(short(told["date"]))))


_UNREAD = {
    "date": "“{}” is no day. Write it as 2026-11-30.",
    "start": "“{}” is no time of day. Write it as 09:00.",
    "end": "“{}” is no time of day. Write it as 14:00.",
    "job": "There is no job. Write which one it is, such as Till.",
}


# --- people down and days across


def _read_grid(rows: Sequence[Sequence[object]], head: int) -> Reading:
    days, faults = _days_across(rows, head)
    faults += _odd(rows, head, {0, *days, *(n for n, cell in enumerate(rows[head]) if isinstance(cell, Odd))})
    if not days and not faults:
        said = f"There are no days across. Write them as 2026-11-30, or name the columns {', '.join(COLUMNS)}."
        return Reading([], frozenset(), [Fault(head + 1, "B", said)])
    found: list[Entry] = []
    for number, row in enumerate(rows[head + 1 :], head + 2):
        name = same_words(text_of(_cell_of(row, 0)))
        told = [_entry(text, number, column_name(n), days[n], name) for n, text in _told(row, days)]
        if name:
            found += [one for one in told if isinstance(one, Entry)]
            faults += [one for one in told if isinstance(one, Fault)]
        elif any(isinstance(one, Entry) for one in told) and not isinstance(_cell_of(row, 0), Odd):
            faults.append(Fault(number, "A", "There is no name before this shift. Write whose it is."))
    # Where no cell holds a shift it is hardly a rota, and does not say that nobody works.
    return Reading(found, frozenset(days.values() if found else ()), faults)


def _told(row: Sequence[object], days: Iterable[int]) -> Iterator[tuple[int, str]]:
    for n in days:
        yield from ((n, text) for text in _entries(text_of(_cell_of(row, n))))


def _days_across(rows: Sequence[Sequence[object]], head: int) -> tuple[dict[int, date], list[Fault]]:
    days: dict[int, date] = {}
    faults: list[Fault] = []
    widest = max(len(row) for row in rows[head:])
    for n in range(1, widest):
        cell = _cell_of(rows[head], n)
        day, text = day_of(text_of(cell)), text_of(cell)
        if day:
            days[n] = day
        elif not isinstance(cell, Odd) and any(_holds_a_shift(row, n) for row in rows[head + 1 :]):
            said = (
                _UNREAD["date"].format(short(text))
                if text
                else "There is no day above these shifts. Write it there."
            )
            faults.append(Fault(head + 1, column_name(n), said))
    return days, faults


def _holds_a_shift(row: Sequence[object], n: int) -> bool:
    return any(_ENTRY.fullmatch(one) for one in _entries(text_of(_cell_of(row, n))))


def _entries(text: str) -> Iterable[str]:
    parts = (one.strip() for one in re.split(r"[\n;]", text))
    return [one for one in parts if one.casefold() not in _NOTHING]


def _entry(text: str, row: int, column: str, day: date, person: str) -> Entry | Fault:
    found = _ENTRY.fullmatch(text)
    starts, ends = (time_of(found[1]), time_of(found[2])) if found else (None, None)
    if found is None or starts is None or ends is None:
        return Fault(row, column, f"“{short(text)}” is no shift. Write it as “09:00-14:00 Till”.")
    learns = _LEARNS.fullmatch(found[3].strip())
    job, learning = (learns[1], learns[2]) if learns else (found[3], "")
    return Entry(
        row=row,
        column=column,
        day=day,
        starts=starts,
        ends=ends,
        job=same_words(job),
        person=person,
        learning=same_words(learning),
    )
