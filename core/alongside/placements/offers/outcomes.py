"""Outcomes of paid work: noted from the record, by person."""

from __future__ import annotations

from datetime import date

from alongside.enterprise import offers as enterprise
from alongside.placements.offers.agreed import placements_of
from alongside.placements.outcome import Outcome, reached_by
from alongside.placements.tables.outcomes import OUTCOME, OUTCOMES
from alongside.store import Unit


def outcome(unit: Unit, id: str) -> Outcome:  # noqa: A002 - what the column is called
    """Return an outcome by its id."""
    return unit.get(OUTCOMES, id)


def outcomes_of(unit: Unit, person: str) -> list[Outcome]:
    """Return the outcomes that were noted of a person, by their days."""
    return unit.find(OUTCOMES, OUTCOME.c.person == person, order=(OUTCOME.c.day, OUTCOME.c.weeks))


def outcomes_in(unit: Unit, first: date, last: date) -> list[Outcome]:
    """Return the outcomes whose day is in a period, of everybody."""
    return unit.find(OUTCOMES, OUTCOME.c.day.between(first, last), order=(OUTCOME.c.day, OUTCOME.c.id))


def note_outcomes(unit: Unit, person: str) -> None:
    """Note the outcomes that the record shows of a person by today, and let go of those that it no longer shows.

    What somebody has confirmed stays.
    """
    shown = {
        (one.run_began, one.weeks): one for one in reached_by(placements_of(unit, person), enterprise.today(unit))
    }
    noted = {(one.run_began, one.weeks): one for one in outcomes_of(unit, person)}
    for key, old in noted.items():
        there = shown.get(key)
        if not old.confirmed and (there is None or there.day != old.day):
            unit.remove(OUTCOMES, old)
            noted = {other: one for other, one in noted.items() if one is not old}
    for key, one in shown.items():
        if key not in noted:
            unit.add(
                OUTCOMES,
                Outcome(id=unit.new_id(), person=person, weeks=one.weeks, day=one.day, run_began=one.run_began),
            )


def forget_outcomes(unit: Unit, person: str) -> None:
    """Take out a person's outcomes."""
    for one in outcomes_of(unit, person):
        unit.remove(OUTCOMES, one)
