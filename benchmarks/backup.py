"""How long a backup of 100,000 rows takes, and putting it back, beside copying the file by SQLite's own means.

The floor is `Connection.backup` of the standard library and reading the copy through: neither packs, seals, opens
again nor compares row by row, so a ratio is what all of that costs. The load of the machine is printed beside.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from alongside.diary import offers as diary
from alongside.diary.claim import Purpose, Wish
from alongside.enterprise import offers as enterprise
from alongside.house.backups.key import new_key
from alongside.house.backups.making import Made, make
from alongside.house.backups.notes import SealingKey, keep_key
from alongside.house.backups.restoring import Restored, restore
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.opening import House, open_house
from alongside.house.settings import write_settings
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.store import Actor

ROWS = 100_000
PEOPLE = 60
BACKUP_AIM, RESTORE_AIM = 20.0, 60.0


def fill(house: House) -> None:
    """Put in sixty people and so many claims on their time that, with the audit trail, there are enough rows."""
    began = datetime(2020, 1, 6, 9, tzinfo=UTC)
    with house.store.unit(Actor.keyboard()) as unit:
        enterprise.set_up(unit, "Measured")
        for number in range(PEOPLE):
            people.add_person(unit, Person(id=f"p{number}", name=f"Person {number}", joined=date(2020, 1, 1)))
            diary.ensure_person(unit, f"p{number}")
    for week in range(ROWS // 2 // PEOPLE // 5):
        wishes = [
            Wish(
                resource=f"p{number}",
                starts=began + timedelta(weeks=week, days=day),
                ends=began + timedelta(weeks=week, days=day, hours=6),
                purpose=Purpose.WORK,
                label="Kitchen",
                business=None,
                zone="Europe/London",
            )
            for number in range(PEOPLE)
            for day in range(5)
        ]
        with house.store.unit(Actor.keyboard()) as unit:
            diary.claim_all(unit, wishes)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return how long some work takes, and how much of that this process itself was at work."""
    began, own = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - began, time.process_time() - own


def copy_and_read(source: Path, target: Path) -> None:
    """Copy a database by SQLite's own means, and read every row of the copy."""
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)
        names = [name for (name,) in other.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            deque(other.execute(f'SELECT * FROM "{name}"'), maxlen=0)  # noqa: S608 - the database's own names


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        write_settings(home)
        house = open_house(home, core_parts(), find_plugins())
        fill(house)
        key = new_key()
        keep_key(home, SealingKey(name=key.name, public=key.public, made=date(2026, 11, 23)))
        made: list[Made] = []
        back: list[Restored] = []
        backup = timed(lambda: made.append(make(house, Path(folder) / "kept.backup")))
        again = Path(folder) / "again"
        restored = timed(lambda: back.append(restore(made[0].path, key, again, core_parts(), find_plugins())))
        floor, _ = timed(lambda: copy_and_read(home / "alongside.db", Path(folder) / "plain.db"))
        house.close()
        size = (home / "alongside.db").stat().st_size / 1e6
    was, verdict = made[0], back[0].verdict
    print(f"load {os.getloadavg()[0]:.1f}; {was.rows:,} rows in {was.tables} tables, {size:.0f} MB")
    print("  seconds by the clock, and in brackets those in which it was itself at work")
    print(
        f"  backup, opened and compared     {_shown(backup)}   (aim: {BACKUP_AIM:.0f} s); {was.bytes / 1e6:.1f} MB"
    )
    print(f"  restore, compared and verified  {_shown(restored)}   (aim: {RESTORE_AIM:.0f} s)")
    print(f"  SQLite's own copy, read once    {floor:6.1f} s   (floor; a backup is {backup[0] / floor:.0f} of it)")
    print(f"  the trail that came back holds: {verdict.holds}, {verdict.sealed:,} entries")
    sys.exit(backup[0] > BACKUP_AIM or restored[0] > RESTORE_AIM or not verdict.holds)


def _shown(measured: tuple[float, float]) -> str:
    return f"{measured[0]:6.1f} s ({measured[1]:5.1f})"


if __name__ == "__main__":
    main()
