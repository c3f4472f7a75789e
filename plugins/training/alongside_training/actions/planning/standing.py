"""What becomes of a run: whether it takes place, how many places it has, and in which room."""

from __future__ import annotations

from alongside.api.store import Unit
from alongside.api.values import worded

from ... import offers
from ...run import NotPossibleNow, Run, RunState, TrainerRole, over, to_come
from ...tables import RUNS
from .. import joining, telling
from .claims import all_of, claim, held
from .rooms import check_room


def confirm(unit: Unit, run: str) -> Run:
    """Say that a run takes place; it needs somebody who leads it.

    Raises:
        NotPossibleNow: without one, or where the run cannot be confirmed any more.
    """
    found = held(unit, run)
    found.must_move_to(RunState.CONFIRMED)
    if not any(one.role is TrainerRole.LEAD for one in offers.trainers_of(unit, [run])[run]):
        raise NotPossibleNow(
            worded("training", "Nobody leads this run yet. Put a trainer down to lead it, then confirm it.")
        )
    return unit.change(RUNS, found, state=RunState.CONFIRMED)


def cancel(unit: Unit, run: str, because: str = "") -> Run:
    """Cancel a run: all time to come is given back, and everybody who has a place or waits is told.

    Raises:
        NotPossibleNow: where it is cancelled or finished already.
    """
    found = held(unit, run)
    found.must_move_to(RunState.CANCELLED)
    changed = unit.change(RUNS, found, state=RunState.CANCELLED, cancelled_because=because.strip())
    coming = to_come(offers.sessions_of(unit, [run])[run], unit.now)
    offers.give_time_back(unit, coming)
    live = [one for one in offers.enrolments_of(unit, [run])[run] if one.live]
    telling.cancelled(unit, changed, offers.course(unit, found.course), coming, live)
    return changed


def finish(unit: Unit, run: str) -> Run:
    """Say that a run is finished, after its last session.

    Raises:
        NotPossibleNow: before that, or where it was not confirmed.
    """
    found = held(unit, run)
    found.must_move_to(RunState.FINISHED)
    if not over(offers.sessions_of(unit, [run])[run], unit.now):
        raise NotPossibleNow(worded("training", "The last session is not over yet."))
    return unit.change(RUNS, found, state=RunState.FINISHED)


def change_places(unit: Unit, run: str, places: int) -> Run:
    """Change how many places a run has; new ones go to those who wait. Nobody loses a place by it."""
    found = held(unit, run)
    _refuse_over(unit, found)
    changed = unit.change(RUNS, found, places=places)
    joining.move_up(unit, changed)
    return changed


def change_room(unit: Unit, run: str, room: str) -> Run:
    """Give the sessions to come in another room; everybody who comes or teaches is told.

    Raises:
        NotFree: where that room is taken at one of them; then the old one is kept.
    """
    found = held(unit, run)
    _refuse_over(unit, found)
    check_room(unit, found.business, room)
    if room == found.room:
        return found
    coming = to_come(offers.sessions_of(unit, [run])[run], unit.now)
    course = offers.course(unit, found.course)
    offers.give_time_back(unit, coming, [found.room])
    claim(unit, course, coming, [room])
    changed = unit.change(RUNS, found, room=room)
    _old_room, *there = all_of(unit, changed)
    telling.new_room(unit, changed, course, there)
    return changed


def _refuse_over(unit: Unit, run: Run) -> None:
    if not run.live or over(offers.sessions_of(unit, [run.id])[run.id], unit.now):
        raise NotPossibleNow(worded("training", "This run is over or cancelled, so it stays as it was."))
