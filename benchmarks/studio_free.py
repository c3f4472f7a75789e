"""The studio: is finding free times as quick with a long history, and what does a booking cost beside an insert?

Run with ``python benchmarks/studio_free.py``. Twenty rooms, each with something to book, free starts of two hours
within thirty days, on SQLite, through the action that page and command use. Then bookings that are accepted, each
in a unit of its own, beside plain inserts of one row with the same durability; both in a folder that the system
keeps in memory where there is one, so that it is the work that is compared and not the disk. Rooms are invented.
"""

from __future__ import annotations

import sys
import tempfile
import time as clock
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, product
from pathlib import Path
from statistics import median
from typing import Any

import sqlalchemy as sa

from alongside.api import diary, enterprise
from alongside.api.store import Actor
from alongside.api.values import Period
from alongside.diary.tables import CLAIM
from alongside.store import Store
from alongside.store.migrate import migrate
from alongside.testing.tables import all_lines
from alongside_studio.actions import customers, looking, making, setting_up
from alongside_studio.bookable import Bookable, Need
from alongside_studio.price import Audience

SIZES = (7_000, 200_000)
ROOMS, PER_DAY, ROUNDS, RUNS, BOOKINGS = 20, 3, 9, 5, 200
NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)
FIRST = date(2026, 11, 23)
WINDOW = Period(FIRST, FIRST + timedelta(days=29))
KEYBOARD = Actor.keyboard()


def studio(folder: Path, name: str) -> tuple[Store, Any]:
    """Return a store with a studio of twenty rooms, open every day, and the studio."""
    store = Store(f"sqlite:///{folder / name}.db", clock=lambda: NOW)
    migrate(store, [line for line in all_lines() if line.name in {"core", "studio"}])
    with store.unit(KEYBOARD) as unit:
        enterprise.set_up(unit, "Tideline Together")
        here = enterprise.add_business(unit, "Sound", "studio", opened=date(2020, 1, 1))
        for weekday in range(7):
            setting_up.set_hours(unit, here.id, weekday, [(time(9), time(22))])
        for n in range(ROOMS):
            kit = setting_up.add_pieces(unit, here.id, f"Room {n:02}", room=True, picture="music", turnaround=15)[
                0
            ]
            new = Bookable(
                id=unit.new_id(),
                business=here.id,
                name=f"Play in room {n:02}",
                picture="music",
                needs=(Need(resource=kit.resource),),
                least=60,
                most=240,
                grid=15,
            )
            setting_up.add_bookable(unit, new)
            setting_up.set_price(unit, here.id, new.id, Audience.COMMUNITY, 800, date(2020, 1, 1))
        customers.add(unit, here.id, "Salt and Rope", Audience.COMMUNITY)
    return store, here


def fill(store: Store, business: str, size: int) -> None:
    """Claim every room several times a day, from the end of the window back as far as the claims last."""
    with store.unit(KEYBOARD, writing=False) as unit:
        rooms = [one.id for one in diary.resources(unit, business)]
    last = datetime.combine(WINDOW.last, time(), UTC)
    rows = []
    for day, room, n in islice(product(range(size), range(ROOMS), range(PER_DAY)), size):
        starts = last - timedelta(days=day) + timedelta(hours=9 + 5 * n)
        rows.append(claim(f"{day}-{room}-{n}", rooms[room], starts))
    with store.engine.connect() as plain:
        connection = plain.execution_options(writing=True)
        with connection.begin():
            connection.execute(sa.insert(CLAIM), rows)


def claim(name: str, room: str, starts: datetime) -> dict[str, Any]:
    """Return one claim of two hours and its turnaround, as a row."""
    fixed = {
        "purpose": "booking",
        "label": "",
        "zone": "Europe/London",
        "source": "",
        "active": True,
        "version": 1,
    }
    return {"id": name, "resource": room, "starts": starts, "ends": starts + timedelta(minutes=135), **fixed}


def best_of(search: Callable[[], object]) -> float:
    """Return the best of some rounds, in milliseconds: other work can make a round slower, never faster."""
    took = []
    for _ in range(ROUNDS):
        begun = clock.perf_counter()
        search()
        took.append((clock.perf_counter() - begun) * 1000)
    return min(took)


def month_search(folder: Path) -> None:
    """Print how long a month's search takes with a short and a long history."""
    took = []
    for size in SIZES:
        store, here = studio(folder, f"month-{size}")
        fill(store, here.id, size)
        with store.unit(KEYBOARD, writing=False) as unit:
            found = sum(len(starts) for _, starts in looking.free(unit, here.id, WINDOW, 120))
            took.append(best_of(lambda: looking.free(unit, here.id, WINDOW, 120)))  # noqa: B023 - called at once
        store.close()
        print(f"{size:>8,} claims: {found:,} free starts of {ROOMS} rooms in {took[-1]:.1f} ms")
    print(f"the longer history takes {took[1] / took[0]:.2f} times as long")


def a_second(work: Callable[[int], object]) -> float:
    """Return how many of these were done in a second."""
    begun = clock.perf_counter()
    for n in range(BOOKINGS):
        work(n)
    return BOOKINGS / (clock.perf_counter() - begun)


def accepted_beside_inserts(folder: Path) -> None:
    """Print accepted bookings a second, one unit each, beside plain inserts, claims and units of one row."""
    told: dict[str, list[float]] = {"bookings": [], "units of one claim": [], "plain inserts": []}
    for run in range(RUNS):
        store, here = studio(folder, f"book-{run}")
        with store.unit(KEYBOARD, writing=False) as unit:
            kinds, rooms = looking.to_book(unit, here.id), diary.resources(unit, here.id)
            hirer = making.hirer_named(unit, here.id, "Salt")
        told["bookings"].append(a_second(lambda n: booked(store, kinds, hirer, n)))  # noqa: B023 - called at once
        told["units of one claim"].append(a_second(lambda n: claimed(store, rooms, n)))  # noqa: B023 - the same
        told["plain inserts"].append(a_second(lambda n: inserted(store, rooms, n)))  # noqa: B023 - the same
        store.close()
    middle = {name: median(values) for name, values in told.items()}
    for name, value in middle.items():
        print(f"{value:>8,.0f} {name} a second: {value / middle['plain inserts']:.2f} of plain inserts")


def booked(store: Store, kinds: list[Bookable], hirer: Any, n: int) -> None:
    """Book one free time, with price, claims, message and audit trail."""
    starts = NOW + timedelta(days=1 + n // (4 * ROOMS), hours=4 + 3 * (n // ROOMS % 4))
    order = making.Order(bookable=kinds[n % ROOMS].id, starts=starts, minutes=120, hirer=hirer)
    with store.unit(KEYBOARD) as unit:
        making.book(unit, order)


def claimed(store: Store, rooms: list[diary.Resource], n: int) -> None:
    """Claim one free time in a unit: the guard, the look before it and the audit trail."""
    starts = NOW + timedelta(days=100 + n // (4 * ROOMS), hours=4 + 3 * (n // ROOMS % 4))
    with store.unit(KEYBOARD) as unit:
        diary.claim(unit, rooms[n % ROOMS].id, starts, starts + timedelta(hours=2), diary.Purpose.BOOKING, "")


def inserted(store: Store, rooms: list[diary.Resource], n: int) -> None:
    """Insert one row of the same table in a transaction, and nothing else."""
    starts = NOW + timedelta(days=200 + n // (4 * ROOMS), hours=4 + 3 * (n // ROOMS % 4))
    with store.engine.connect() as plain:
        connection = plain.execution_options(writing=True)
        with connection.begin():
            connection.execute(sa.insert(CLAIM), claim(f"plain-{n}", rooms[n % ROOMS].id, starts))


def main() -> None:
    """Measure both."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder that Linux keeps in memory
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        month_search(Path(folder))
        accepted_beside_inserts(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
