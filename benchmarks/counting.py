"""How fast Scottish STV is read and counted: a million ballots and ten, beside the bare reading and a peer.

Run with ``python benchmarks/counting.py``; ``--ballots N`` (more than once) takes other numbers, ``--file`` a file
of yours. Invented ballots, a line each, 12 candidates for 5 seats, as long as Scottish voters write them (a mean
of 3.3 names), from a seed. Each measurement is a process of its own on one core, in turn, the best of five:
reading the bytes of the file, our reading and counting, and pyrankvote's where ``make oracles`` has made its
environment. At last the median of five full explanations of 20,000 ballots. What loading modules takes is left out
on both sides. Ratios are of the processor's seconds, for the wall's clock also tells of the machine's
other work. The command fails where a ratio, the memory or an explanation misses its goal.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np
from under_load.loading import busyness

SEED, CANDIDATES, SEATS, ROUNDS = 7, 12, 5, 5
STOPS = 0.3
"""The share of voters who write no further name after each."""

GOALS = {1_000_000: 10, 10_000_000: 12}
"""How many times the bare reading a count may take."""

EXPLAINED, MOST_TO_EXPLAIN = 20_000, 150
"""Ballots that are explained in full, and the milliseconds that it may take."""

FASTER, LARGEST_FOR_PEER, MOST_MEMORY = 20, 1_000_000, 400
ROOT = Path(__file__).parents[1]
PEER = [str(ROOT / ".venv-oracles/bin/python"), str(ROOT / "benchmarks/oracles/fast_stv.py")]


def write(path: Path, ballots: int) -> None:
    """Write invented ballots: everybody draws an order in which the well known come early, and stops somewhere."""
    chance = np.random.default_rng(SEED)
    known = np.log(1 / np.arange(2, CANDIDATES + 2))
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{CANDIDATES} {SEATS}\n")
        for done in range(0, ballots, 100_000):
            some = min(100_000, ballots - done)
            orders = np.argsort(-(known + chance.gumbel(size=(some, CANDIDATES))), axis=1) + 1
            lengths = np.minimum(chance.geometric(STOPS, size=some), CANDIDATES)
            lines = zip(orders.tolist(), lengths.tolist(), strict=True)
            file.writelines(f"1 {' '.join(map(str, order[:length]))} 0\n" for order, length in lines)
        file.write("0\n" + "".join(f'"Candidate {n}"\n' for n in range(1, CANDIDATES + 1)) + '"Invented"\n')


def reading(path: Path) -> None:
    """Read the bytes, and do nothing with them."""
    path.read_bytes()


def counting(path: Path) -> None:
    """Read and count."""
    from alongside.decisions.counting import scottish_stv
    from alongside.decisions.counting.readers import blt

    scottish_stv.count(blt.read(path))


def explaining(path: Path) -> None:
    """Read, count, tell the whole story with its table, and work every figure of it out again."""
    from alongside.decisions.counting.readers import blt
    from alongside.decisions.counting.rule import Asking
    from alongside.decisions.explaining import checker, stories

    election, asking = blt.read(path), Asking()
    told = stories.explained("scottish-stv", election, asking)
    checker.hold("scottish-stv", election, asking, told.told, told.cells)


def alone(what: Callable[[Path], None], path: Path) -> None:
    """Measure one thing in this process, and print it as JSON."""
    from alongside.decisions.counting import packed_papers, scottish_stv  # noqa: F401 loading is not timed
    from alongside.decisions.counting.readers import blt_packed  # noqa: F401 the same
    from alongside.decisions.explaining import checker  # noqa: F401 the same

    wall, processor = time.perf_counter(), time.process_time()
    what(path)
    took = {"wall": time.perf_counter() - wall, "processor": time.process_time() - processor}
    print(json.dumps(took | {"memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))


def measured(command: list[str]) -> dict[str, float]:
    """What a process of its own, on one core, prints."""
    core = min(os.sched_getaffinity(0))
    done = subprocess.run(["taskset", "-c", str(core), *command], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def compare(path: Path, ballots: int) -> bool:
    """Measure all in turn, print the best of each beside its goal, and say whether all goals are met."""
    this = [sys.executable, __file__, "--file", str(path), "--alone"]
    ways = {"reading": [*this, "reading"], "counting": [*this, "counting"]}
    if ballots <= LARGEST_FOR_PEER and Path(PEER[0]).exists():
        ways["pyrankvote"] = [*PEER, str(path)]
    rounds = [{name: measured(command) for name, command in ways.items()} for _ in range(ROUNDS)]
    best = {name: min(one[name]["wall"] for one in rounds) for name in ways}
    memory = max(one["counting"]["memory"] for one in rounds)
    spent = {name: min(one[name]["processor"] for one in rounds) for name in ways}
    print(f"{ballots:,} ballots, {path.stat().st_size / 1e6:.0f} MB ({busyness()})")
    print(f"  reading the bytes {best['reading']:.3f} s ({spent['reading']:.3f} s of the processor)")
    goal = f"goal {GOALS[ballots]}" if ballots in GOALS else "no goal"
    times = spent["counting"] / spent["reading"]
    ours = f"counting {best['counting']:.3f} s ({spent['counting']:.3f} s of the processor)"
    slow, large = times - GOALS.get(ballots, times), memory - MOST_MEMORY
    print(f"  {ours}, {times:.1f} times that, {goal}{missed(slow)}")
    print(f"  memory {memory} MiB, goal {MOST_MEMORY}{missed(large)}")
    met = slow <= 0 and large <= 0
    if "pyrankvote" in best:
        faster = spent["pyrankvote"] / spent["counting"]
        peer = f"pyrankvote {best['pyrankvote']:.2f} s ({spent['pyrankvote']:.2f} s of the processor)"
        print(f"  {peer}: we are {faster:.0f} times faster, goal {FASTER}{missed(FASTER - faster)}")
        met &= faster >= FASTER
    return met


def missed(by: float) -> str:
    """What a line says at its end where its goal is missed by something."""
    return " MISSED" if by > 0 else ""


def explain(path: Path) -> bool:
    """Measure a full explanation, and print the median: the goal is in milliseconds, not a ratio."""
    this = [sys.executable, __file__, "--file", str(path), "--alone", "explaining"]
    rounds = [measured(this) for _ in range(ROUNDS)]
    wall, spent = (median(one[name] for one in rounds) for name in ("wall", "processor"))
    print(f"{EXPLAINED:,} ballots read, counted, told and counted again by the checker ({busyness()})")
    slow = spent * 1000 - MOST_TO_EXPLAIN  # of the processor: the wall's clock also tells of others' work
    print(f"  {wall * 1000:.0f} ms ({spent * 1000:.0f} ms of the processor), goal {MOST_TO_EXPLAIN}{missed(slow)}")
    return slow <= 0


def main() -> None:
    """Measure files of the sizes asked for, or one thing alone."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--ballots", type=int, action="append")
    asked.add_argument("--file", type=Path)
    asked.add_argument("--alone", choices=("reading", "counting", "explaining"))
    options = asked.parse_args()
    if options.alone:
        ways = {"reading": reading, "counting": counting, "explaining": explaining}
        alone(ways[options.alone], options.file)
        return
    if options.file:
        with options.file.open("rb") as file:
            sys.exit(not compare(options.file, sum(1 for _ in file)))
    with tempfile.TemporaryDirectory() as folder:
        met = True
        for ballots in options.ballots or GOALS:
            path = Path(folder) / f"{ballots}.blt"
            write(path, ballots)
            met &= compare(path, ballots)
            path.unlink()
        if not options.ballots:
            write(path := Path(folder) / "explained.blt", EXPLAINED)
            met &= explain(path)
    sys.exit(not met)


if __name__ == "__main__":
    main()
