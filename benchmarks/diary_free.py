"""Finding free time: does it stay as quick when the history grows?

Run with ``python benchmarks/diary_free.py``. Twenty rooms, free stretches of two hours within thirty days, on
SQLite, through the same offer that pages and commands use. Both histories are equally dense; the larger one
reaches further back. The bound on the length of a claim is what is measured: beside it stands the same search
without that bound. Rooms are invented.
"""

from __future__ import annotations

import tempfile
import time as clock
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import islice, product
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from alongside.diary import offers
from alongside.diary.free import gaps
from alongside.diary.resource import ResourceKind
from alongside.diary.tables import CLAIM
from alongside.instants import Interval
from alongside.store import Actor, Store, Unit
from alongside.store.migrate import migrate
from alongside.testing.tables import all_lines

SIZES = (7_000, 200_000)
ROOMS, PER_DAY, ROUNDS = 20, 4, 9
TODAY = datetime(2026, 11, 23, tzinfo=UTC)
WINDOW = Interval(TODAY, TODAY + timedelta(days=30))
TWO_HOURS = 120


def history(rooms: list[str], size: int) -> list[dict[str, Any]]:
    """Return claims: every room several times a day, from the end of the window back as far as they last."""
    last = WINDOW.ends - timedelta(days=1)
    places = ((day, room, n) for day in range(size) for room, n in product(range(ROOMS), range(PER_DAY)))
    found = []
    for day, room, n in islice(places, size):
        starts = last - timedelta(days=day) + timedelta(hours=8 + 3 * n + (room + day) % 2)
        found.append(row(f"{day}-{room}-{n}", rooms[room], starts))
    return found


def row(name: str, room: str, starts: datetime) -> dict[str, Any]:
    """Return one booking of two hours and its turnaround."""
    facts = {"id": name, "resource": room, "starts": starts, "ends": starts + timedelta(minutes=135)}
    fixed = {
        "purpose": "booking",
        "label": "",
        "zone": "Europe/London",
        "source": "",
        "active": True,
        "version": 1,
    }
    return {**facts, **fixed}


def filled(folder: Path, size: int) -> tuple[Store, list[str]]:
    """Return a store with that many claims, and its rooms."""
    store = Store(f"sqlite:///{folder / str(size)}.db")
    migrate(store, [line for line in all_lines() if line.name == "core"])
    with store.unit(Actor.keyboard()) as unit:
        rooms = [offers.add_resource(unit, f"Room {n + 1}", ResourceKind.ROOM).id for n in range(ROOMS)]
    with store.engine.connect() as plain:
        connection = plain.execution_options(writing=True)
        with connection.begin():
            connection.execute(sa.insert(CLAIM), history(rooms, size))
    return store, rooms


def unbounded(unit: Unit, rooms: list[str]) -> list[tuple[str, Interval]]:
    """Search as if a claim might be of any length: everything that began before the window's end is looked at."""
    meets = (
        CLAIM.c.active,
        CLAIM.c.resource.in_(rooms),
        CLAIM.c.starts < WINDOW.ends,
        CLAIM.c.ends > WINDOW.starts,
    )
    query = sa.select(CLAIM.c.resource, CLAIM.c.starts, CLAIM.c.ends).where(*meets).order_by(CLAIM.c.resource)
    held: dict[str, list[Interval]] = {room: [] for room in rooms}
    for found in unit.question(query):
        held[found.resource].append(Interval(found.starts, found.ends))
    return [(room, gap) for room, times in held.items() for gap in gaps(times, WINDOW, TWO_HOURS)]


def timed(search: Callable[[], object]) -> float:
    """Return the best of some rounds, in milliseconds: other work can make a round slower, never faster."""
    took = []
    for _ in range(ROUNDS):
        begun = clock.perf_counter()
        search()
        took.append((clock.perf_counter() - begun) * 1000)
    return min(took)


def main() -> None:
    """Print the time for each size, and the ratios."""
    bounded, open_ended = [], []
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            store, rooms = filled(Path(folder), size)
            with store.unit(Actor.keyboard(), writing=False) as unit:
                found = offers.free(unit, rooms, WINDOW, TWO_HOURS)
                if sorted(found, key=str) != sorted(unbounded(unit, rooms), key=str):
                    raise SystemExit("The two searches disagree.")
                bounded.append(timed(lambda: offers.free(unit, rooms, WINDOW, TWO_HOURS)))  # noqa: B023 - called at once
                open_ended.append(timed(lambda: unbounded(unit, rooms)))  # noqa: B023 - the same
            store.close()
            print(f"{size:>8,} claims: {len(found):,} free stretches in {bounded[-1]:.1f} ms")
            print(f"{'':>8} without the bound: {open_ended[-1]:.1f} ms")
    ratio, peer = bounded[1] / bounded[0], open_ended[1] / open_ended[0]
    print(f"the larger takes {ratio:.2f} times as long as the smaller; without the bound {peer:.2f} times")


if __name__ == "__main__":
    main()
