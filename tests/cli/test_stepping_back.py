"""Long work steps back: by itself, and with its session where that is its own."""

import subprocess
import sys
from pathlib import Path

import pytest

SHOWS = """
import os
from alongside.cli.stepping_back import step_back
step_back()
print(os.getpriority(os.PRIO_PROCESS, 0))
"""
AND_ITS_SESSION = SHOWS + 'print(open("/proc/self/autogroup").read().split()[-1])'
GROUPS = Path("/proc/self/autogroup")


def stepped_back(program, *, own_session):
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, start_new_session=own_session
    )
    return done.stdout.split()


def of_this_session():
    """How far this session stands back; a kernel may have the file and say nothing in it (sched(7))."""
    return GROUPS.read_text(encoding="ascii").split()[-1:] if GROUPS.exists() else []


@pytest.mark.parametrize("own_session", [False, True])
def test_program_steps_back_by_ten(own_session):
    assert stepped_back(SHOWS, own_session=own_session) == ["10"]


@pytest.mark.skipif(not of_this_session(), reason="this kernel does not share the processor out between sessions")
def test_session_of_its_own_steps_back_with_it_and_that_of_others_does_not():
    [ours] = of_this_session()
    assert stepped_back(AND_ITS_SESSION, own_session=True) == ["10", "10"]
    assert stepped_back(AND_ITS_SESSION, own_session=False)[1] == ours
    assert of_this_session() == [ours]
