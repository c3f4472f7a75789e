"""The sessions of a run: one more, or one at another time."""

from __future__ import annotations

from alongside.api import enterprise
from alongside.api.store import Unit
from alongside.api.values import BadInput, Interval, worded

from ... import offers
from ...run import NotPossibleNow, Run, Session
from ...tables import SESSIONS
from .. import joining, telling
from .claims import all_of, claim, held, trainers_of
from .holding import must_not_be_held_back


def new_session(unit: Unit, run: Run, during: Interval) -> Session:
    """Note one more session of a run; its time is still to be claimed."""
    there = offers.sessions_of(unit, [run.id])[run.id]
    new = Session(
        id=unit.new_id(),
        business=run.business,
        run=run.id,
        number=max((one.number for one in there), default=0) + 1,
        starts=during.starts,
        ends=during.ends,
        zone=enterprise.the_enterprise(unit).zone,
    )
    return unit.add(SESSIONS, new)


def add_session(unit: Unit, run: str, during: Interval) -> Session:
    """Add a session: the room, the trainers and everybody who has a place are claimed for it.

    Raises:
        HeldBack: where nothing new may be planned for a trainer.
        NotFree: where one of them is taken; then nothing is added.
    """
    found = held(unit, run)
    if during.starts <= unit.now:
        raise BadInput("the session would begin before now", remedy="Give a time that is still to come.")
    new = new_session(unit, found, during)
    must_not_be_held_back(unit, found.business, trainers_of(unit, found), [new.day])
    claim(unit, offers.course(unit, found.course), [new], all_of(unit, found))
    return new


def move_session(unit: Unit, session: str, during: Interval) -> Session:
    """Move a session to another time, with everybody who comes; they are told.

    Raises:
        HeldBack: where a trainer is held back on the new day and was not on the old one.
        NotFree: where somebody or the room is taken then; the old time is kept.
        NotPossibleNow: where it has begun.
    """
    old = offers.session(unit, session)
    run = held(unit, old.run)
    if old.starts <= unit.now or during.starts <= unit.now:
        raise NotPossibleNow(
            worded("training", "A session that has begun cannot be moved, and none can be moved into the past.")
        )
    offers.give_time_back(unit, [old])
    new = unit.change(SESSIONS, old, starts=during.starts, ends=during.ends)
    must_not_be_held_back(unit, run.business, trainers_of(unit, run), [new.day], instead_of=old.day)
    course = offers.course(unit, run.course)
    claim(unit, course, [new], all_of(unit, run))
    coming = [one.person for one in joining.with_a_place(unit, run)]
    telling.moved(unit, run, course, old, new, coming)
    return new
