"""An enterprise with two businesses and some people, on each database, whose hours are confirmed and paid."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest

from alongside.diary import offers as diary
from alongside.instants import Interval
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import offers
from alongside.placements.attendance import Attendance
from alongside.store import Actor, Store, Unit

from ..placements.conftest import HEARING, agree, busy, place, tideline, work

__all__ = ["agree", "busy", "place", "tideline", "work"]


@pytest.fixture
def hearing() -> tuple[str, ...]:
    """The parts that hear of events: pay as well."""
    return (*HEARING, "pay")


@pytest.fixture
def worked(work: Callable[..., diary.Claim]) -> Callable[..., diary.Claim]:
    """Claim a person's time for work and confirm it as it was planned."""

    def confirmed(unit: Unit, person: str, day: date, starts: time, ends: time, *where: str) -> diary.Claim:
        claim = work(unit, person, day, starts, ends, *where)
        note(unit, claim, day, claim.interval)
        return claim

    return confirmed


@pytest.fixture
def nia(tideline: Store, keyboard: Actor) -> Actor:
    """Somebody who may run pay."""
    with tideline.unit(keyboard) as unit:
        people.add_person(unit, Person(id="nia", name="Nia Castell", joined=date(2026, 1, 5)))
    rights = {None: frozenset({"pay.run", "pay.away"})}
    tideline.rights = lambda unit: rights if unit.actor.id == "nia" else {}
    return Actor.person("nia", "Nia Castell")


@pytest.fixture
def on(tideline: Store) -> Callable[..., None]:
    """Put the clock to a time of a day, in UTC; to noon unless said otherwise."""

    def put(day: date, moment: time = time(12)) -> None:
        tideline.clock = lambda: datetime.combine(day, moment, UTC)

    return put


def note(unit: Unit, claim: diary.Claim, day: date, there: Interval | None, number: int = 1) -> Attendance:
    """Note when somebody was there, None for not at all."""
    return offers.note_attendance(
        unit,
        Attendance(
            id=unit.new_id(),
            claim=claim.id,
            person=claim.resource,
            business=str(claim.business),
            day=day,
            number=number,
            starts=there.starts if there else None,
            ends=there.ends if there else None,
            why="It was put right." if number > 1 else "",
            noted_at=unit.now,
        ),
    )
