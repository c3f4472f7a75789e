"""What a phone is sent for a first page, counted in a browser by the benchmark itself."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[2] / "benchmarks" / "first_load.py"


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.browser
def test_first_page_of_each_kind_is_at_most_100_kb(demo):
    done = subprocess.run([sys.executable, PROGRAM, demo], capture_output=True, text=True, timeout=280)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "A vote" in done.stdout
