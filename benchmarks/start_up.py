"""How long ``alongside --help`` takes, beside the smallest program that click can make.

Run with ``python benchmarks/start_up.py``. The two are started in turn, so a busy machine slows both alike. Ours
is started as people have it: compiled at its first start, which is not counted.
The goal is a median of at most 2.5 times the small program's.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROUNDS, GOAL = 25, 2.5
AS_PEOPLE_HAVE_IT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
HELLO = """
import click

@click.command()
def hello():
    "Say hello."
    click.echo("Hello")

hello()
"""


def milliseconds(*command: str | Path) -> float:
    """Return how long a command takes from its start to its end."""
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=AS_PEOPLE_HAVE_IT)
    return 1000 * (time.perf_counter() - began)


def main() -> None:
    """Print the medians, the quickest of each, and their ratio."""
    ours: list[float] = []
    theirs: list[float] = []
    program = Path(sys.executable).with_name("alongside")
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder, "hello.py")
        hello.write_text(HELLO)
        milliseconds(program, "--help")
        for _ in range(ROUNDS):
            ours.append(milliseconds(program, "--help"))
            theirs.append(milliseconds(sys.executable, hello, "--help"))
    for name, took in (("alongside --help", ours), ("click's hello --help", theirs)):
        print(f"  {name:22}median {median(took):6.1f} ms   quickest {min(took):6.1f} ms")
    ratio = median(ours) / median(theirs)
    print(f"  ratio of medians {ratio:.2f}   goal at most {GOAL}")
    sys.exit(ratio > GOAL)


if __name__ == "__main__":
    main()
