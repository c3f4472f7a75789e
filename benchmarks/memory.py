"""Whether ``alongside serve`` holds no more memory after 5,000 requests than after the first few hundred.

Every page that a walk finds, by the registered routes, is asked for in turn, as a member and as a steward, with a
year of data: ``python benchmarks/memory.py [FOLDER]`` (in FOLDER the year is kept for the next time).
``--requests N`` asks less. What is held is printed ten times on the way; it ends with 1 where the last is more
than a twentieth above the half-way mark.
"""

from __future__ import annotations

import argparse
import re
import shutil
import signal
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from under_load.finding import pages_met, shown_as
from under_load.loading import busyness
from under_load.visiting import Visitor, served
from under_load.year import PROGRAM, how_large, year_in

from alongside.testing.pages.serving import free_port

ROLES = ("member", "steward")
MOST = 1.05


def held(process: int) -> float:
    """Return the memory of a process in MB."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    assert found is not None
    return int(found[1]) / 1024


def measured(home: Path, requests: int) -> list[float]:
    """Ask for pages; print and return what the program holds, ten times on the way."""
    seen: list[float] = []
    with served([PROGRAM, "--home", str(home), "serve", "--port", str(free_port())]) as (where, process):
        print(f"  at the start {held(process):6.1f} MB")
        visits = []
        for role in ROLES:
            visitor = Visitor(where)
            visitor.come_in(shown_as(home, role))
            visits += [(visitor, one.path) for one in pages_met(visitor)[0]]
        print(f"  {len(visits)} pages met, as {' and as '.join(ROLES)}: {held(process):6.1f} MB")
        began = time.perf_counter()
        for number, (visitor, path) in enumerate(islice(cycle(visits), requests), start=1):
            visitor.get(path)
            if number % max(1, requests // 10) == 0:
                seen.append(held(process))
                rate = number / (time.perf_counter() - began)
                print(
                    f"  {number:6,} requests {seen[-1]:6.1f} MB   ({rate:.0f} a second; {busyness()})", flush=True
                )
    return seen


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("folder", nargs="?", type=Path, help="where the year of data is kept")
    options.add_argument("--requests", type=int, default=5_000)
    asked = options.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="alongside-memory-") as scratch:
        kept = asked.folder or Path(scratch)
        kept.mkdir(parents=True, exist_ok=True)
        home = Path(scratch) / "home"
        shutil.copytree(year_in(kept), home)
        print(f"Memory of the program that serves, with a year of data: {how_large(home)}.")
        seen = measured(home, asked.requests)
    grown = seen[-1] / seen[len(seen) // 2]
    print(f"  at the end {grown:.3f} times what it held half-way (aim: {MOST} at most)")
    sys.exit(grown > MOST)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("stopped")
