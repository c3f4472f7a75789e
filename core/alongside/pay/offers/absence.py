"""Who was away: notes of days, by person and by time."""

from __future__ import annotations

from alongside.instants import Period
from alongside.pay.away import Away
from alongside.pay.tables import AWAY, AWAYS
from alongside.store import Unit


def away_in(unit: Unit, days: Period) -> dict[str, list[Away]]:
    """Return the notes that share a day with some days, by person, the earliest first."""
    during = AWAY.c.first_day <= days.last, AWAY.c.last_day >= days.first
    found: dict[str, list[Away]] = {}
    for one in unit.find(AWAYS, *during, order=(AWAY.c.first_day, AWAY.c.id)):
        found.setdefault(one.person, []).append(one)
    return found


def away_of(unit: Unit, person: str) -> list[Away]:
    """Return every note of a person, the earliest first."""
    return unit.find(AWAYS, AWAY.c.person == person, order=(AWAY.c.first_day, AWAY.c.id))


def note_away(unit: Unit, new: Away) -> Away:
    """Put a note on record."""
    return unit.add(AWAYS, new)


def away(unit: Unit, id: str) -> Away:  # noqa: A002 - what the column is called
    """Return a note by its id."""
    return unit.get(AWAYS, id)


def take_back(unit: Unit, noted: Away) -> None:
    """Take a note out again."""
    unit.remove(AWAYS, noted)


def forget_away(unit: Unit, person: str) -> None:
    """Take out every note of a person."""
    for one in away_of(unit, person):
        unit.remove(AWAYS, one)
