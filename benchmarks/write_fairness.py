"""Twelve writers on one SQLite file: how long the unlucky wait, with our turns and without.

Run with ``python benchmarks/write_fairness.py``. Eight threads of one process and four processes write units one
after the other for some seconds each way. The first peer is the same store without its turns, so what differs is
the queue; the second is SQLAlchemy with its own settings and no audit trail, which does less for each row.
"""

from __future__ import annotations

import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles

import attrs
import sqlalchemy as sa

from alongside.store import Actor, Rows, Store
from alongside.store import columns as c
from alongside.store.audit import ENTRIES

THREADS, PROCESSES = 8, 4


@attrs.frozen(kw_only=True)
class Cup:
    """What is written."""

    id: str
    colour: str
    version: int = 1


CUPS = Rows(Cup, sa.Table("toy_cup", sa.MetaData(), c.key(), c.text("colour"), c.version()), called="cup")


@attrs.frozen
class Tally:
    """What one writer saw: the milliseconds of each unit, and how many were refused."""

    times: list[float]
    refused: int


def in_turn(address: str) -> Callable[[], None]:
    """Return a writer through the store as it is."""
    return _writer(Store(address))


def without_turns(address: str) -> Callable[[], None]:
    """Return a writer through the same store with its turns taken out."""
    store = Store(address)
    store._arrival = None
    return _writer(store)


def _writer(store: Store) -> Callable[[], None]:
    def write() -> None:
        with store.unit(Actor.keyboard()) as unit:
            unit.add(CUPS, _a_cup())

    return write


def as_it_comes(address: str) -> Callable[[], None]:
    """Return a writer through SQLAlchemy with the settings it comes with: reading, then writing."""
    engine = sa.create_engine(address)

    def write() -> None:
        with engine.begin() as connection:
            connection.execute(sa.select(sa.func.count()).select_from(CUPS.table)).scalar()
            connection.execute(sa.insert(CUPS.table).values(CUPS.to_row(_a_cup())))

    return write


def _a_cup() -> Cup:
    return Cup(id=uuid.uuid4().hex, colour="green")


WAYS = {"in turn": in_turn, "without turns": without_turns, "SQLAlchemy as it comes": as_it_comes}


def keep_writing(write: Callable[[], None], starts: float, until: float) -> Tally:
    """Write between two moments and tally what happened."""
    times, refused = [], 0
    time.sleep(max(0, starts - time.time()))
    while time.time() < until:
        began = time.perf_counter()
        try:
            write()
        except sa.exc.OperationalError:
            refused += 1
        else:
            times.append(1000 * (time.perf_counter() - began))
    return Tally(times, refused)


def process(way: str, address: str, starts: float, until: float) -> Tally:
    """Be one writer in a process of its own."""
    return keep_writing(WAYS[way](address), starts, until)


def measured(way: str, address: str, seconds: float) -> list[Tally]:
    """Let all twelve write at once, the threads on one shared store."""
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as processes, ThreadPoolExecutor(THREADS) as threads:
        starts = time.time() + 2  # the processes need about that long until they can write
        others = [processes.submit(process, way, address, starts, starts + seconds) for _ in range(PROCESSES)]
        write = WAYS[way](address)
        ours = [threads.submit(keep_writing, write, starts, starts + seconds) for _ in range(THREADS)]
        return [one.result() for one in ours + others]


def main() -> None:
    """Print one line for each way; the first argument is the seconds for each."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    heads = ("units/s", "median", "p99", "slowest", "p99/median", "fewest:most", "refused")
    print(f"  {'':24}" + "".join(f"{head:>13}" for head in heads))
    for way in WAYS:
        with tempfile.TemporaryDirectory() as folder:
            address = f"sqlite:///{Path(folder) / 'cups.db'}"
            store = Store(address)
            ENTRIES.create(store.engine)
            CUPS.table.create(store.engine)
            store.close()
            print(f"  {way:24}" + _told(measured(way, address, seconds), seconds))


def _told(tallies: list[Tally], seconds: float) -> str:
    times = [one for tally in tallies for one in tally.times]
    p50, p99 = median(times), quantiles(times, n=100)[98]
    shares = [len(tally.times) for tally in tallies]
    cells = (
        f"{len(times) / seconds:.0f}",
        f"{p50:.0f} ms",
        f"{p99:.0f} ms",
        f"{max(times):.0f} ms",
        f"{p99 / p50:.1f}",
        f"{min(shares)}:{max(shares)}",
        f"{sum(tally.refused for tally in tallies)}",
    )
    return "".join(f"{cell:>13}" for cell in cells)


if __name__ == "__main__":
    main()
