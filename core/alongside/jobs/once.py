"""Once a day: a piece of work is done in a unit of its own, together with the note that it was done.

The note is written first and kept or undone with the work. Whoever comes second at the same time waits for the
first at the constraint, and finds that it is done; so nobody does it twice, in one process or in two.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import sqlalchemy as sa

from alongside.faults import noted
from alongside.jobs.round import Outcome, Round, Told
from alongside.jobs.tables import ROUND, ROUNDS
from alongside.refusal import SomebodyWasFaster
from alongside.store import Actor, Guarded, Store, Unit


class _DoneBefore(Exception):
    """Somebody else has done it, or is just doing it: ends the unit."""


def once(store: Store, name: str, day: date, work: Callable[[Unit], object]) -> Told:
    """Do the work of ``name`` for a day as the daily round, unless it is done. What it raises is noted.

    Work that failed is undone as a whole, and tried again by whoever asks next.
    """
    try:
        with store.unit(Actor.daily_round()) as unit:
            _claim(unit, name, day)
            work(unit)
    except _DoneBefore:
        return Told(name=name, outcome=Outcome.BEFORE)
    except (Exception, SystemExit) as fault:  # a stranger's code may raise anything; the others have their turn
        reference = noted(fault, f"the daily round of “{name}”")
        _note_failure(store, name, day, reference)
        return Told(name=name, outcome=Outcome.FAILED, fault=reference)
    return Told(name=name, outcome=Outcome.DONE)


def _claim(unit: Unit, name: str, day: date) -> None:
    try:
        old = _of(unit, name, day)
        if old is None:
            unit.add(ROUNDS, Round(id=unit.new_id(), day=day, name=name, tried_at=unit.now))
        elif old.fault:
            unit.change(ROUNDS, old, tried_at=unit.now, fault="")
        else:
            raise _DoneBefore
    except (Guarded, SomebodyWasFaster):
        raise _DoneBefore from None


def _note_failure(store: Store, name: str, day: date, reference: str) -> None:
    try:
        with store.unit(Actor.daily_round()) as unit:
            old = _of(unit, name, day)
            if old is None:
                new = Round(id=unit.new_id(), day=day, name=name, tried_at=unit.now, fault=reference)
                unit.add(ROUNDS, new)
            elif old.fault:
                unit.change(ROUNDS, old, tried_at=unit.now, fault=reference)
    except (Guarded, SomebodyWasFaster):
        return  # another process has just noted what came of its own try


def _of(unit: Unit, name: str, day: date) -> Round | None:
    return next(iter(unit.find(ROUNDS, ROUND.c.day == day, ROUND.c.name == name)), None)


def of_day(unit: Unit, day: date) -> dict[str, Round]:
    """Return what was tried for a day, by name."""
    return {one.name: one for one in unit.find(ROUNDS, ROUND.c.day == day)}


def last_day(unit: Unit) -> date | None:
    """Return the last day for which anything was tried, or None before the first round."""
    ((day,),) = unit.question(sa.select(sa.func.max(ROUND.c.day)))
    return day  # type: ignore[no-any-return] # a column of days
