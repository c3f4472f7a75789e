"""The measurement of pages under load, a moment of it: it finds the pages, gives figures and ends by itself."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.testing.demo import copy_demo

PROGRAM = Path(__file__).parents[2] / "benchmarks" / "pages.py"

FIGURES = re.compile(r"all pages +p50 +\d+ +p95 +\d+ +p99 +\d+ +slowest +\d+ ms +floor p99 +\d+ ms")


@pytest.mark.proof
@pytest.mark.long
def test_pages_are_found_and_measured_alone_beside_other_work_and_against_a_bare_application(demo, tmp_path):
    copy_demo(demo, tmp_path / "year")
    command = [sys.executable, PROGRAM, tmp_path, "--seconds", "0.5"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=280)
    assert done.returncode == 0, done.stderr
    assert len(FIGURES.findall(done.stdout)) == 2
    assert "NOT ANSWERED" not in done.stdout
    assert int(re.search(r"As a member: (\d+) pages", done.stdout)[1]) > 25
    assert re.search(r"/week +\d+ a second, bare +\d+: +\d+\.\d times", done.stdout)
    assert "Traceback" not in done.stderr
