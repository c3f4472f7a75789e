"""Copies of the demo for tests that change it, the command line, and homes that are opened."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.opening import open_house
from alongside.testing.demo import AT_NOON, copy_demo


def alongside(*arguments, home=None):
    """Run the command line as a program, the way people do."""
    program = [str(Path(sys.executable).with_name("alongside"))]
    given = ["--home", str(home)] if home else []
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ALONGSIDE_")}
    # The hour of a demo that is served at the same time.
    environment |= AT_NOON
    return subprocess.run(
        [*program, *given, *arguments], capture_output=True, text=True, env=environment, timeout=300
    )


@pytest.fixture(scope="session")
def command():
    return alongside


@pytest.fixture
def own_demo(demo, tmp_path):
    """A copy of the demo that a test may change."""
    folder = tmp_path / "demo"
    copy_demo(demo, folder)
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
