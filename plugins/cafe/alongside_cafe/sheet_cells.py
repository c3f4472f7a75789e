"""What a single cell of a spreadsheet says: text, a day, a time of day, or nothing that can be read."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from enum import Enum

from alongside.api.values import BadInput, near

from .sheet import unsafe

_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2}(?:\.0+)?)?", re.ASCII)
_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%a %d %b %Y", "%A %d %B %Y", "%a %d/%m/%Y")
_A_DAY = 24 * 60
LONGEST = 80


class Odd(Enum):
    """What a cell of a file is that no value stands in, though one should."""

    NOT_WORKED_OUT = (
        "This is a formula whose result is not in the file. Save the file in your spreadsheet, or write the value."
    )
    MERGED = "This cell is merged with another. Split it, and write in each cell what it says."


def column_name(number: int) -> str:
    """Return the letters of a column, counted from 0: A, B, … Z, AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def text_of(cell: object) -> str:
    """Return a cell as text, without what made it safe for a spreadsheet."""
    if cell is None or isinstance(cell, Odd):
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return unsafe(unicodedata.normalize("NFC", str(cell)).strip())


def same_words(text: str) -> str:
    """Return a name or a job with one space between its words, whatever kind of space it was."""
    return " ".join(text.split())


def day_of(text: str) -> date | None:
    """Return the day that a text names; None for none, and for one that nobody can mean."""
    for form in _DAYS:
        try:
            return near(datetime.strptime(text.replace(",", ""), form).date())  # noqa: DTZ007 - a day has no zone
        except (ValueError, BadInput):
            continue
    return None


def time_of(cell: object) -> time | None:
    """Return a time of day as a spreadsheet may have it: text, a time, one of its day 0, or a share of a day."""
    if isinstance(cell, datetime):
        return cell.time() if cell.year <= 1900 else None
    if isinstance(cell, float):
        return _of_minutes(round(cell * _A_DAY)) if 0 <= cell < 1 else None
    if isinstance(cell, timedelta):
        return _of_minutes(round(cell / timedelta(minutes=1)))
    found = _TIME.fullmatch(text_of(cell))
    return _of_clock(int(found[1]), int(found[2])) if found else None


def _of_minutes(minutes: int) -> time | None:
    return _of_clock(*divmod(minutes, 60))


def _of_clock(hours: int, minutes: int) -> time | None:
    try:
        return time(hours, minutes)
    except ValueError:
        return None


def short(text: str) -> str:
    """Return what a cell says, cut where it is long."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
