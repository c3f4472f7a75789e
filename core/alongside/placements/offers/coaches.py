"""Job coaches: whom people have chosen, for how long, and whose coach somebody is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements.coaching import Coaching
from alongside.placements.offers.agreed import ids_of_job, placements_in, read_at_once
from alongside.placements.placement import Placement
from alongside.placements.tables.way import COACHING, COACHINGS
from alongside.store import Unit

ROLE = "supporter"
"""Whoever gives support here can be chosen as a job coach."""


def can_coach(unit: Unit) -> list[Person]:
    """Return everybody who can be chosen as a job coach, by name."""
    return people.can_support(unit)


def coachings_of(unit: Unit, person: str, day: date | None = None) -> list[Coaching]:
    """Return who coaches a person on a day (today), the longest first; nobody who gives no support any more."""
    return _able(unit, _holding(unit, day, COACHING.c.person == person))


def coached_by(unit: Unit, coach: str, day: date | None = None) -> list[Coaching]:
    """Return by which choices somebody is a job coach on a day (today), the longest first."""
    return _able(unit, _holding(unit, day, COACHING.c.coach == coach))


def is_coach_of(unit: Unit, coach: str, person: str, placement: str | None = None) -> bool:
    """True if somebody is a person's job coach today: for the job of this placement, or her whole way to work.

    Asked without a placement, a choice for any one of them will do.
    """
    hers = unit.once(f"placements.coached_by:{coach}", lambda: tuple(coached_by(unit, coach)))
    choices = [one for one in hers if one.person == person]
    if placement is None or not choices:
        return bool(choices)
    job = ids_of_job(unit, person, placement)
    return any(one.placement is None or one.placement in job for one in choices)


def coach_for(unit: Unit, person: str, placement: str | None = None) -> Coaching | None:
    """Return who coaches a person at one placement today: by a choice for its job, else for her whole way."""
    choices = coachings_of(unit, person)
    job = ids_of_job(unit, person, placement) if placement else frozenset()
    own = next((one for one in choices if one.placement in job), None)
    return own or next((one for one in choices if one.placement is None), None)


def coaches_beside(unit: Unit, period: Period, business: str) -> dict[str, tuple[Coaching, ...]]:
    """Return who has agreed that a job coach works each shift with them in a business, and by which choices.

    A choice may hold on some days of the period alone: who asks of a day asks the choice. The oldest comes first.
    Empty for somebody who has chosen none, or whose choice holds on no day of the period: then nobody may.
    """
    asking = [one for one in placements_in(unit, period, business) if one.coach_beside]
    choices = unit.find(
        COACHINGS,
        COACHING.c.person.in_(sorted({one.person for one in asking})),
        COACHING.c.first_day <= period.last,
        COACHING.c.last_day >= period.first,
        order=(COACHING.c.first_day, COACHING.c.id),
    )
    able = _able(unit, choices)
    read_at_once(unit, {one.person for one in asking})
    return {one.person: tuple(_coaches_at(unit, able, one)) for one in asking}


def _coaches_at(unit: Unit, able: list[Coaching], there: Placement) -> Iterator[Coaching]:
    job = ids_of_job(unit, there.person, there.id)
    hers = (one for one in able if one.person == there.person)
    yield from (one for one in hers if one.placement is None or one.placement in job)


def every_coaching(unit: Unit, person: str) -> list[Coaching]:
    """Return every choice a person has made, and every one by which she was chosen, those of the past too."""
    either = (COACHING.c.person == person) | (COACHING.c.coach == person)
    return unit.find(COACHINGS, either, order=(COACHING.c.first_day, COACHING.c.id))


def coachings_ending(unit: Unit, since: date, until: date) -> list[Coaching]:
    """Return the choices whose last day is one of these days."""
    return unit.find(COACHINGS, COACHING.c.last_day.between(since, until))


def forget_coachings(unit: Unit, person: str) -> None:
    """Take out whom a person has chosen and who has chosen her."""
    for one in every_coaching(unit, person):
        unit.remove(COACHINGS, one)


def _holding(unit: Unit, day: date | None, whose: object) -> list[Coaching]:
    on = day or enterprise.today(unit)
    holds = (COACHING.c.first_day <= on, COACHING.c.last_day >= on)
    return unit.find(COACHINGS, whose, *holds, order=(COACHING.c.first_day, COACHING.c.id))


def _able(unit: Unit, choices: list[Coaching]) -> list[Coaching]:
    able = set(enterprise.people_with(unit, ROLE)) if choices else set()
    return [one for one in choices if one.coach in able]
