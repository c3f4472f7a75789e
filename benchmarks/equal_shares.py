"""How fast Equal Shares for a budget is counted, beside pabutools on the same files in the same run.

Run with ``python benchmarks/equal_shares.py [FILE.pb…]``; without a file it takes those of
``../shared/data/votes`` where that folder is there, and an invented vote of 300 people on 12 projects besides.
Each measurement is a process of its own on one core: ours is the best of five, reading the file included; the
peer, where ``make oracles`` has made its environment, is the best of two, without it. Both raise every share by
one unit of the currency until too much is spent, and spend the rest greedily. pabutools also stops where nothing
more would fit, which spares it steps.
The command fails where results differ or the goal is missed.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from under_load.loading import busyness

FASTER, ROUNDS, PEER_ROUNDS, SEED = 100, 5, 2, 11
ROOT = Path(__file__).parents[1]
OPEN = ROOT.parent / "shared/data/votes"
PEER = [str(ROOT / ".venv-oracles/bin/python"), str(ROOT / "benchmarks/oracles/shares.py")]


def write(path: Path) -> None:
    """Write an invented vote: 300 people tick what they like of 12 projects, the well known more often."""
    chance = random.Random(SEED)  # noqa: S311 nobody is paid by it
    costs = {f"p{n}": chance.randrange(2_000, 60_000, 100) for n in range(1, 13)}
    liked = {project: 0.1 + 0.5 * chance.random() for project in costs}
    votes = [",".join(project for project in costs if chance.random() < liked[project]) for _ in range(300)]
    head = f"META\nkey;value\nbudget;{sum(costs.values()) // 2}\nvote_type;approval\nPROJECTS\nproject_id;cost\n"
    projects = "".join(f"{project};{cost}\n" for project, cost in costs.items())
    ballots = "".join(f"{number};{vote}\n" for number, vote in enumerate(votes))
    path.write_text(f"{head}{projects}VOTES\nvoter_id;vote\n{ballots}", "utf-8")


def alone(path: Path, satisfaction: str) -> None:
    """Read and count in this process, and print the seconds of the processor and the winners as JSON."""
    from alongside.decisions.counting import equal_shares_budget
    from alongside.decisions.counting.readers import pabulib

    started = time.process_time()
    spending = pabulib.read(path)
    found = equal_shares_budget.outcomes(spending, satisfaction)
    took = time.process_time() - started
    winners = [sorted(spending.named(one.winners)) for one in found]
    print(json.dumps({"processor": took, "winners": winners}))


def measured(command: list[str], rounds: int) -> tuple[float, list[list[str]]]:
    """The fewest seconds that a process of its own, on one core, says it took, and what it found."""
    core = min(os.sched_getaffinity(0))
    every = []
    for _ in range(rounds):
        done = subprocess.run(["taskset", "-c", str(core), *command], capture_output=True, text=True, check=True)
        every.append(json.loads(done.stdout))
    return min(one["processor"] for one in every), every[0]["winners"]


def compare(path: Path, satisfaction: str) -> bool:
    """Measure both, print how they compare, and say whether it is as it should be."""
    asked = [str(path), satisfaction]
    ours, found = measured([sys.executable, __file__, "--alone", *asked], ROUNDS)
    print(f"{path.name}, satisfaction by {satisfaction} ({busyness()})")
    print(f"  ours {ours:.4f} s of the processor")
    if not Path(PEER[0]).exists():
        return True
    peer, theirs = measured([*PEER, *asked], PEER_ROUNDS)
    same = "equal results" if theirs[0] in found else f"OTHER RESULTS: {theirs} and {found}"
    goal = FASTER if satisfaction == "cost" else 0
    print(f"  pabutools {peer:.2f} s: we are {peer / ours:.0f} times faster, goal {goal or 'none'}; {same}")
    if path.parent == OPEN and satisfaction == "cost":
        on, _ = measured([*PEER, *asked, "on"], 1)
        print(f"  going on as our rule does, pabutools {on:.2f} s: {on / ours:.0f} times faster")
    return theirs[0] in found and peer / ours >= goal


def main() -> None:
    """Measure the files given, or those that are there."""
    if sys.argv[1:2] == ["--alone"]:
        alone(Path(sys.argv[2]), sys.argv[3])
        return
    with tempfile.TemporaryDirectory() as folder:
        invented = Path(folder) / "invented.pb"
        write(invented)
        paths = [Path(name) for name in sys.argv[1:]] or [*sorted(OPEN.glob("*.pb")), invented]
        met = [compare(path, satisfaction) for path in paths for satisfaction in ("cost", "count")]
    sys.exit(not all(met))


if __name__ == "__main__":
    main()
