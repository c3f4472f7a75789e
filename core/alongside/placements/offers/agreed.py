"""What is agreed: placements on record, by day, period and person."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import partial

import sqlalchemy as sa

from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.people import offers as people
from alongside.placements.job import Job, jobs_of
from alongside.placements.placement import AlreadyThere, Placement
from alongside.placements.tables import PLACEMENT, PLACEMENTS
from alongside.store import Unit


def placement(unit: Unit, id: str) -> Placement:  # noqa: A002 - what the column is called
    """Return a placement by its id."""
    return unit.get(PLACEMENTS, id)


def placements_by_ids(unit: Unit, ids: Collection[str]) -> dict[str, Placement]:
    """Return placements by their ids, with one query."""
    return {one.id: one for one in unit.find(PLACEMENTS, PLACEMENT.c.id.in_(sorted(ids)))}


def placements_on(unit: Unit, day: date, business: str | None = None) -> list[Placement]:
    """Return the placements that run on a day, in all businesses or in one."""
    return placements_in(unit, Period(day, day), business)


def placements_in(unit: Unit, period: Period, business: str | None = None) -> list[Placement]:
    """Return the placements that run on any day of a period, the oldest first."""
    known: list[tuple[Period, list[Placement]]] = unit.once("placements.known", list)
    # What was asked of a longer time holds the answer for a part of it.
    wider = (found for asked, found in known if asked.first <= period.first and period.last <= asked.last)
    every = next(wider, None)
    if every is None:
        every = _running(unit, period)
        known.append((period, every))
    return [one for one in every if business in {None, one.business} and _runs_in(one, period)]


def _runs_in(placement: Placement, period: Period) -> bool:
    return placement.first_day <= period.last and (
        placement.last_day is None or placement.last_day >= period.first
    )


def _running(unit: Unit, period: Period) -> list[Placement]:
    return unit.find(
        PLACEMENTS,
        PLACEMENT.c.first_day <= period.last,
        sa.or_(PLACEMENT.c.last_day.is_(None), PLACEMENT.c.last_day >= period.first),
        order=(PLACEMENT.c.first_day, PLACEMENT.c.id),
    )


def placements_of(unit: Unit, person: str) -> list[Placement]:
    """Return every placement a person has had, the oldest first."""
    return list(unit.once(_of(person), lambda: tuple(_placements_of(unit, [person])[person])))


def read_at_once(unit: Unit, people: Collection[str]) -> None:
    """Read the placements of many people with one question, for whoever asks for them one after the other."""
    for person, found in _placements_of(unit, people).items():
        unit.once(_of(person), partial(tuple, found))


def _of(person: str) -> str:
    return f"placements.of:{person}"


def _placements_of(unit: Unit, people: Collection[str]) -> dict[str, list[Placement]]:
    found: dict[str, list[Placement]] = {person: [] for person in people}
    order = (PLACEMENT.c.first_day, PLACEMENT.c.id)
    for one in unit.find(PLACEMENTS, PLACEMENT.c.person.in_(sorted(found)), order=order):
        found[one.person].append(one)
    return found


def job_of(unit: Unit, placement: Placement) -> Job:
    """Return the job that a placement is a part of."""
    jobs = jobs_of(placements_of(unit, placement.person))
    return next(job for job in jobs if placement.id in {one.id for one in job.placements})


def ids_of_job(unit: Unit, person: str, placement: str) -> frozenset[str]:
    """Return the ids of the placements that are one job with a placement: what hangs on one hangs on all."""
    jobs = (frozenset(one.id for one in job.placements) for job in jobs_of(placements_of(unit, person)))
    return next((ids for ids in jobs if placement in ids), frozenset({placement}))


STILL = timedelta(weeks=4)
"""How long after its last day a placement still counts as somebody's work of today."""


def still_counts(unit: Unit, placement: Placement) -> bool:
    """True for a placement that runs, is to come, or has ended of late."""
    return placement.last_day is None or placement.last_day + STILL >= enterprise.today(unit)


def agreed_minutes(unit: Unit, people: Collection[str], day: date) -> dict[str, int]:
    """Return the minutes a week agreed with each of the people on a day, in all businesses; 0 for none."""
    agreed = dict.fromkeys(people, 0)
    for one in placements_on(unit, day):
        if one.person in agreed:
            agreed[one.person] += one.minutes_on(day)
    return agreed


def add_placement(unit: Unit, placement: Placement) -> Placement:
    """Put a placement on record, after the caller has checked its pay.

    Raises:
        AlreadyThere: where the person has another one there on one of its days: an hour could then have two rates.
    """
    refuse_meeting(unit, placement)
    return unit.add(PLACEMENTS, placement)


def refuse_meeting(unit: Unit, placement: Placement) -> None:
    """Refuse a placement that shares a day with another of the person's in that business."""
    for other in placements_of(unit, placement.person):
        if other.id != placement.id and other.meets(placement):
            name = people.names_of(unit, [placement.person])[placement.person]
            until = f"until {other.last_day}" if other.last_day else "with no last day"
            found = f"{name} has a placement there already, from {other.first_day} {until}"
            raise AlreadyThere(found, remedy="End that one first, or give other days.")
