"""Whether somebody is ready for a job role on a day, and what is still missing: pure, and asked by all edges.

Whoever runs a business hears “ready” or “not yet ready”; what is missing is for the person and for a steward.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from enum import Enum

import attrs

from alongside.checks.check import Check, Decision, Kind
from alongside.checks.job_role import JobRole, Level, further


class Missing(Enum):
    """What is not there."""

    RIGHT_TO_WORK = "right_to_work"
    RECORD = "record"
    INDUCTION = "induction"
    AGE = "age"


class Because(Enum):
    """Why it is not there."""

    NOT_YET = "not_yet"  # nobody has looked at it
    WAITING = "waiting"
    RAN_OUT = "ran_out"
    DECIDED = "decided"  # it is there, and not for this role


@attrs.frozen
class Need:
    """One thing that a role asks for and that is not there, from ``since`` on (None: it never was)."""

    what: Missing
    why: Because
    since: date | None = None


@attrs.frozen(kw_only=True)
class Known:
    """What is on record of one person: her checks in the order in which they came, what she was shown, her age."""

    checks: Sequence[Check]
    shown: Collection[str]
    age: int | None


def needs_on(role: JobRole, known: Known, day: date) -> tuple[Need, ...]:
    """Return what a role asks for and a person has not on a day; nothing if she is ready."""
    found: list[Need] = []
    if role.right_to_work:
        found += _of(_looked_at(known.checks, Kind.RIGHT_TO_WORK), Missing.RIGHT_TO_WORK, day)
    if role.level is not Level.NONE:
        found += _of(_reaching(known.checks, role), Missing.RECORD, day)
    if set(role.induction) - set(known.shown):
        found.append(Need(Missing.INDUCTION, Because.NOT_YET))
    # Where nobody knows when she was born, nobody can say that she is old enough.
    if role.min_age and (known.age is None or known.age < role.min_age):
        found.append(Need(Missing.AGE, Because.NOT_YET))
    return tuple(found)


def ready_until(role: JobRole, known: Known, day: date) -> date | None:
    """Return the last day on which a person who is ready stays so, by what runs out; None for no end."""
    looked = [_looked_at(known.checks, Kind.RIGHT_TO_WORK)] if role.right_to_work else []
    record = [_reaching(known.checks, role)] if role.level is not Level.NONE else []
    holding = [[one for one in of if one.holds(day)][-1:] for of in (*looked, *record)]
    return min((one.until for of in holding for one in of if one.until), default=None)


def _looked_at(checks: Iterable[Check], kind: Kind) -> list[Check]:
    return [one for one in checks if one.kind is kind]


def _reaching(checks: Iterable[Check], role: JobRole) -> list[Check]:
    """The criminal record checks that were asked for this role, of its scheme, and look as far as it asks."""
    return [
        one
        for one in _looked_at(checks, Kind.RECORD)
        if one.role == role.id and one.scheme is role.scheme and not further(role.level, one.level)
    ]


def _of(checks: Sequence[Check], what: Missing, day: date) -> list[Need]:
    if not checks:
        return [Need(what, Because.NOT_YET)]
    # The last decision counts; it goes on counting while the next one is on its way.
    decided = [one for one in checks if one.decision is not Decision.WAITING]
    if decided and decided[-1].holds(day):
        return []
    last = checks[-1]
    if last.decision is Decision.WAITING:
        return [Need(what, Because.WAITING)]
    if last.decision is Decision.NOT_FOR_THIS_ROLE:
        return [Need(what, Because.DECIDED, last.done_on)]
    return [Need(what, Because.RAN_OUT, last.until + timedelta(days=1) if last.until else None)]
