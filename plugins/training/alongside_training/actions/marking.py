"""The register: marking who was there, from when a session begins, by who teaches it or who plans."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from alongside.api import people
from alongside.api.store import Unit
from alongside.api.values import BadInput, worded

from .. import offers
from ..course import Course
from ..register import Mark, RegisterMark, latest
from ..run import NotPossibleNow, Run, RunState, Session
from ..tables import MARKS
from . import joining


@attrs.frozen(kw_only=True)
class Register:
    """The register of a session: who is expected (by name), the mark that counts, and how many came before it."""

    run: Run
    course: Course
    session: Session
    names: Mapping[str, str]
    marks: Mapping[str, Mark]
    changes: Mapping[str, int]

    @property
    def marked(self) -> bool:
        """True if everybody has a mark."""
        return set(self.names) <= set(self.marks)


def register(unit: Unit, session: str) -> Register:
    """Look at the register of a session: those who teach it and those who plan may."""
    found = offers.session(unit, session)
    run = offers.run(unit, found.run)
    need_trainer(unit, run)
    names = people.names_of(unit, [one.person for one in joining.with_a_place(unit, run)])
    marks = {person: one for (_, person), one in latest(offers.marks_of(unit, [found])).items()}
    return Register(
        run=run,
        course=offers.course(unit, run.course),
        session=found,
        names=dict(sorted(names.items(), key=lambda item: (item[1].casefold(), item[0]))),
        marks={person: one.mark for person, one in marks.items()},
        changes={person: one.number - 1 for person, one in marks.items()},
    )


def mark(unit: Unit, session: str, marks: Mapping[str, Mark]) -> int:
    """Mark who was at a session; return how many marks are new. One that says the same again is not kept twice.

    Raises:
        NotPossibleNow: before the session begins, or where the run was cancelled.
        BadInput: for somebody who has no place in the run.
    """
    there = register(unit, session)
    if unit.now < there.session.starts:
        raise NotPossibleNow(worded("training", "The session has not begun. The register opens when it does."))
    if there.run.state is RunState.CANCELLED:
        raise NotPossibleNow(worded("training", "This run was cancelled, so it has no register."))
    if set(marks) - set(there.names):
        raise BadInput(worded("training", "Somebody was marked who has no place in this run. Enrol her first."))
    new = [_mark(unit, there, person, one) for person, one in marks.items() if there.marks.get(person) is not one]
    for one in sorted(new, key=lambda one: one.person):
        unit.add(MARKS, one)
    return len(new)


def _mark(unit: Unit, there: Register, person: str, mark: Mark) -> RegisterMark:
    return RegisterMark(
        id=unit.new_id(),
        business=there.session.business,
        session=there.session.id,
        person=person,
        number=there.changes.get(person, -1) + 2,
        mark=mark,
        marked_by=unit.actor.id if unit.actor.kind.value == "person" else None,
        marked_at=unit.now,
    )


def need_trainer(unit: Unit, run: Run) -> None:
    """Refuse unless the actor plans in this business or teaches in this run."""
    teaches = run.id in offers.taught_by(unit, unit.actor.id) if unit.actor.kind.value == "person" else False
    unit.need("training.plan", run.business, own=unit.actor.id if teaches else None)
