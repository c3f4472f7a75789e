"""How long a pay run takes for 2,000 people and a month, against the bare reading of the same rows.

Run with ``python benchmarks/pay_run.py``; ``--people N`` takes another number. Everybody has a placement and
thirteen confirmed shifts; one in ten was on leave, one in twenty was ill, one shift in fifty nobody confirmed, and
the month before is agreed, so that the ledger is read as well. Timed is what the page does: reading, working out,
keeping the draft. The floor is the database handing over the same notes, claims, placements and people, as plain
rows. People are invented.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time as clock
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import sqlalchemy as sa
from under_load.loading import busyness

from alongside.diary.claim import Claim, Purpose
from alongside.diary.resource import Resource
from alongside.diary.tables import CLAIM, CLAIMS, RESOURCES
from alongside.enterprise import offers as enterprise
from alongside.instants import LONDON, at
from alongside.money import Pence
from alongside.pay import actions, offers
from alongside.pay.away import Away, Because
from alongside.pay.tables import AWAYS, TERMS
from alongside.pay.terms import Terms
from alongside.people.person import Person
from alongside.people.tables import PEOPLE
from alongside.placements.attendance import Attendance
from alongside.placements.placement import Placement, PlacementType
from alongside.placements.tables import ATTENDANCE, ATTENDANCES, PLACEMENT, PLACEMENTS
from alongside.store import Actor, Store
from alongside.store.migrate import migrate
from alongside.testing.tables import all_lines

GOAL, ROUNDS, SHIFTS, BUSINESSES = 10.0, 5, 13, 10
MONTHS = (date(2026, 9, 1), date(2026, 10, 1))
NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
KEYBOARD, NIA = Actor.keyboard(), Actor.person("nia", "Nia Castell")


def filled(folder: Path, people: int) -> Store:
    """Return a store with that many people, their placements, and two months of confirmed work."""
    store = Store(f"sqlite:///{folder / 'pay.db'}", clock=lambda: NOW)
    store.rights = lambda unit: {None: frozenset({"pay.run"})} if unit.actor.id == "nia" else {}
    migrate(store, [line for line in all_lines() if line.name == "core"])
    names = [f"p{number:05}" for number in range(people)]
    with store.unit(KEYBOARD) as unit:
        enterprise.set_up(unit, "Tideline Together")
        places = [
            enterprise.add_business(unit, f"Place {n}", opened=date(2020, 1, 1)).id for n in range(BUSINESSES)
        ]
        born = date(1990, 5, 1)
        everybody = [
            Person(id=one, name=one, date_of_birth=born, joined=date(2026, 1, 5)) for one in ("nia", *names)
        ]
        unit.add_all(PEOPLE, everybody)
        unit.add_all(RESOURCES, [Resource.of_person(one) for one in names])
        where = {one: places[number % BUSINESSES] for number, one in enumerate(names)}
        unit.add_all(PLACEMENTS, [_placement(one, where[one]) for one in names])
        unit.add_all(
            TERMS,
            [Terms(id=one, person=one, business=where[one], weekdays=frozenset({0, 2, 4})) for one in names],
        )
    for month in MONTHS:
        with store.unit(KEYBOARD) as unit:
            claims = [claim for one in names for claim in _month(one, where[one], month)]
            unit.add_all(CLAIMS, claims)
            confirmed = [one for number, one in enumerate(claims) if number % 50]
            unit.add_all(ATTENDANCES, [_note(one) for one in confirmed if one.purpose is Purpose.WORK])
            ill = [one for number, one in enumerate(names) if number % 20 == 7]
            unit.add_all(AWAYS, [_ill(one, month) for one in ill])
    return store


def _placement(person: str, business: str) -> Placement:
    return Placement(
        id=f"at-{person}",
        person=person,
        business=business,
        kind=PlacementType.PAID,
        first_day=date(2026, 1, 5),
        agreed_minutes=18 * 60,
        rate=Pence(1310),
    )


def _month(person: str, business: str, month: date) -> Iterator[Claim]:
    """Thirteen shifts of a month, on Mondays, Wednesdays and Fridays; for one in ten the first is leave."""
    days = [day for day in (month + timedelta(days=n) for n in range(31)) if day.month == month.month]
    working = [day for day in days if day.weekday() in {0, 2, 4}][:SHIFTS]
    for number, day in enumerate(working):
        leave = number == 0 and person.endswith("3")
        yield Claim(
            id=f"{person}-{day}",
            resource=person,
            starts=at(day, time(9), LONDON),
            ends=at(day, time(15, 7), LONDON),
            purpose=Purpose.LEAVE if leave else Purpose.WORK,
            label="",
            business=None if leave else business,
        )


def _note(claim: Claim) -> Attendance:
    return Attendance(
        id=f"n-{claim.id}",
        claim=claim.id,
        person=claim.resource,
        business=str(claim.business),
        day=claim.starts.date(),
        starts=claim.starts,
        ends=claim.ends,
        noted_at=claim.ends,
    )


def _ill(person: str, month: date) -> Away:
    first = month + timedelta(days=19)
    return Away(
        id=f"{person}-{month}", person=person, because=Because.ILL, first_day=first, last_day=first, noted_at=NOW
    )


def one_run(store: Store) -> tuple[float, float, float]:
    """Make the draft of October as the page does; return the seconds of reading, working out and keeping."""
    with store.unit(NIA) as unit:
        draft = offers.draft(unit)
        if draft is not None:
            offers.take_out(unit, draft)
    begun = clock.perf_counter()
    with store.unit(NIA, writing=False) as unit:
        ready = actions.read(unit)
    read = clock.perf_counter()
    worked = actions.work_out(ready)
    thought = clock.perf_counter()
    with store.unit(NIA) as unit:
        actions.keep(unit, worked)
    return read - begun, thought - read, clock.perf_counter() - thought


def floor(store: Store) -> float:
    """Return the seconds that the database takes to hand over the same rows, as they are."""
    begun = clock.perf_counter()
    with store.unit(NIA, writing=False) as unit:
        for table in (ATTENDANCE, CLAIM, PLACEMENT, PEOPLE.table):
            unit.question(sa.select(table))
    return clock.perf_counter() - begun


def main() -> None:
    """Print the seconds of five runs, their median, and how many times the floor that is."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--people", type=int, default=2_000)
    people = asked.parse_args().people
    with tempfile.TemporaryDirectory() as folder:
        store = filled(Path(folder), people)
        before = _agreed(store)
        print(f"{people:,} people, {SHIFTS} shifts each ({busyness()}); the month before: {before:.1f} s to agree")
        rounds = []
        for number in range(ROUNDS):
            busy = clock.process_time()
            parts = one_run(store)
            busy, bare = clock.process_time() - busy, floor(store)
            rounds.append((sum(parts), busy, sum(parts) / bare))
            said = ", ".join(
                f"{name} {took:.2f} s" for name, took in zip(("read", "think", "keep"), parts, strict=True)
            )
            print(f"  run {number + 1}: {sum(parts):.2f} s ({said}); floor {bare:.2f} s; {busyness()}")
        store.close()
    seconds, busy, times = (statistics.median(one) for one in zip(*rounds, strict=True))
    print(f"median {seconds:.2f} s ({busy:.2f} s of one processor), goal {GOAL:g} s; {times:.1f} times the floor")
    sys.exit(seconds > GOAL)


def _agreed(store: Store) -> float:
    with store.unit(NIA) as unit:
        run = actions.make_run(unit, MONTHS[0])
    begun = clock.perf_counter()
    with store.unit(NIA) as unit:
        actions.agree(unit, run.id, run.version)
    return clock.perf_counter() - begun


if __name__ == "__main__":
    main()
