"""The demo as tests see it: built once for all of them by the program itself; whoever changes it takes a copy."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from alongside.instants import LONDON, at

if TYPE_CHECKING:
    import pytest

TODAY = date(2026, 11, 23)
"""The day it always is in the demo: a Monday in winter."""


DATABASE = "alongside.db"

_FROM_UTC = timedelta(minutes=12 * 60 - (_begun := datetime.now(UTC)).hour * 60 - _begun.minute)
"""How far clocks have to be put forward for it to be noon when these tests begin."""

AT_NOON = {"TZ": f"NOON{'-' if timedelta() <= _FROM_UTC else '+'}{abs(_FROM_UTC)}"}
"""What makes it noon for a program that is started with it, as POSIX writes zones.

A demo has the day it always is and the time of its computer: so what its pages show hangs on no hour of the day.
"""


def noon() -> datetime:
    """Return the instant that it is in a demo that was started with ``AT_NOON``."""
    return at(TODAY, (datetime.now(UTC) + _FROM_UTC).time(), LONDON)


def folder_of_all(factory: pytest.TempPathFactory) -> Path:
    """Return the folder that all test processes of this run share.

    ``ALONGSIDE_TEST_DEMO`` may name one that is kept from run to run: the steps of CI hand on one demo, and so
    does whoever works on the tests alone.
    """
    base = factory.getbasetemp()
    # Without worker processes the folder above outlives the run, and would hand on a demo of older code.
    own = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "alongside-demo"
    shared = Path(os.environ.get("ALONGSIDE_TEST_DEMO", own))
    shared.mkdir(exist_ok=True)
    return shared


@contextmanager
def shared_folder(factory: pytest.TempPathFactory, what: str) -> Iterator[Path]:
    """Hold the folder that all test processes of this run share, one at a time for each thing made there."""
    shared = folder_of_all(factory)
    with (shared / f"{what}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield shared


def build_once(folder: Path) -> Path:
    """Build the demo in ``folder`` unless it is there, what was said in ``said`` beside it; return it."""
    if not folder.exists():
        program = str(Path(sys.executable).with_name("alongside"))
        environment = {name: value for name, value in os.environ.items() if not name.startswith("ALONGSIDE_")}
        command = [program, "demo", str(folder), "--today", TODAY.isoformat()]
        done = subprocess.run(command, capture_output=True, text=True, env=environment | AT_NOON, check=False)  # noqa: S603
        if done.returncode:
            raise RuntimeError(f"The demo was not built: {done.stderr}")
        (folder.parent / "said").write_text(done.stderr, encoding="utf-8")
    return folder


def copy_demo(demo: Path, folder: Path) -> Path:
    """Copy a demo that other tests may have open at this moment; return the copy.

    SQLite copies its database whole: files copied one after the other need not fit, and some may be gone by then.
    """
    shutil.copytree(demo, folder, ignore=shutil.ignore_patterns(DATABASE, f"{DATABASE}-*"))
    copy_database(demo / DATABASE, folder / DATABASE)
    return folder


def copy_database(here: Path, there: Path) -> None:
    """Copy a database of SQLite, whoever has it open, over one that may be there."""
    with closing(sqlite3.connect(here)) as one, closing(sqlite3.connect(there)) as other:
        one.backup(other)
