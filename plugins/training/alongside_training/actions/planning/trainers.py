"""The trainers of a run."""

from __future__ import annotations

from alongside.api.store import Unit
from alongside.api.values import worded

from ... import offers
from ...run import NotPossibleNow, Run, RunState, Trainer, TrainerRole, to_come
from ...tables import TRAINERS
from .. import joining
from .claims import claim, held
from .holding import must_not_be_held_back


def new_trainer(unit: Unit, run: Run, person: str, role: TrainerRole) -> Trainer:
    """Return a trainer of a run, to be noted."""
    return Trainer(id=unit.new_id(), business=run.business, run=run.id, person=person, role=role)


def add_trainer(unit: Unit, run: str, person: str, role: TrainerRole) -> Trainer:
    """Put somebody down as a trainer for the sessions to come; her role is changed where she is one already.

    Raises:
        HeldBack: where nothing new may be planned for her.
        NotFree: where her time is taken.
    """
    found = held(unit, run)
    joining.must_be_here(unit, [person])
    for old in offers.trainers_of(unit, [run])[run]:
        if old.person == person:
            return unit.change(TRAINERS, old, role=role)
    coming = to_come(offers.sessions_of(unit, [run])[run], unit.now)
    must_not_be_held_back(unit, found.business, [person], (one.day for one in coming))
    claim(unit, offers.course(unit, found.course), coming, [person])
    return unit.add(TRAINERS, new_trainer(unit, found, person, role))


def remove_trainer(unit: Unit, run: str, person: str) -> None:
    """Take a trainer off the sessions to come, and give her time back.

    Raises:
        NotPossibleNow: where nobody would lead a confirmed run.
    """
    found = held(unit, run)
    there = offers.trainers_of(unit, [run])[run]
    staying = [one for one in there if one.person != person]
    if found.state is RunState.CONFIRMED and not any(one.role is TrainerRole.LEAD for one in staying):
        raise NotPossibleNow(
            worded("training", "Nobody would lead this run. Put somebody else down to lead it first.")
        )
    for one in there:
        if one.person == person:
            unit.remove(TRAINERS, one)
    offers.give_time_back(unit, to_come(offers.sessions_of(unit, [run])[run], unit.now), [person])
