"""Long work steps back: by itself, and with its session where that is its own."""

import subprocess
import sys
from pathlib import Path

import pytest

SHOWS = """
import os, pathlib
from alongside.cli.stepping_back import step_back
step_back()
group = pathlib.Path("/proc/self/autogroup")
print(os.getpriority(os.PRIO_PROCESS, 0), group.read_text().split()[-1] if group.exists() else "")
"""
GROUPS = Path("/proc/self/autogroup")


def stepped_back(*, own_session):
    done = subprocess.run(
        [sys.executable, "-c", SHOWS], capture_output=True, text=True, check=True, start_new_session=own_session
    )
    return done.stdout.split()


def test_program_steps_back_by_ten():
    assert stepped_back(own_session=False)[0] == "10"


@pytest.mark.skipif(not GROUPS.exists(), reason="this kernel does not share the processor out between sessions")
def test_session_of_its_own_steps_back_with_it_and_that_of_others_does_not():
    ours = GROUPS.read_text(encoding="ascii").split()[-1]
    assert stepped_back(own_session=True) == ["10", "10"]
    assert stepped_back(own_session=False)[1] == ours
    assert GROUPS.read_text(encoding="ascii").split()[-1] == ours
