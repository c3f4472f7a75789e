"""The demo, built once for all tests that look at it, and copies of it for those that change it."""

import fcntl
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.opening import open_house

TODAY = date(2026, 11, 23)


def alongside(*arguments, home=None):
    """Run the command line as a program, the way people do."""
    program = [str(Path(sys.executable).with_name("alongside"))]
    given = ["--home", str(home)] if home else []
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ALONGSIDE_")}
    return subprocess.run(
        [*program, *given, *arguments], capture_output=True, text=True, env=environment, timeout=300
    )


@pytest.fixture(scope="session")
def command():
    return alongside


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The folder of a demo that nobody changes. Test processes share it: the first to come builds it."""
    base = tmp_path_factory.getbasetemp()
    # Without worker processes the folder above outlives the run, and would hand on a demo of older code.
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "alongside-demo"
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder = shared / "demo"
        if not folder.exists():
            done = alongside("demo", str(folder), "--today", TODAY.isoformat())
            assert done.returncode == 0, done.stderr
            (shared / "said").write_text(done.stderr, encoding="utf-8")
    return folder


@pytest.fixture
def own_demo(demo, tmp_path):
    """A copy of the demo that a test may change."""
    folder = tmp_path / "demo"
    shutil.copytree(demo, folder)
    return folder


@pytest.fixture
def opened():
    """A function that opens a home, by default with everything that is installed; it is closed afterwards."""
    houses = []

    def open_it(home, found=None):
        houses.append(open_house(home, core_parts(), find_plugins() if found is None else found))
        return houses[-1]

    yield open_it
    for house in houses:
        house.close()
