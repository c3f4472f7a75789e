"""What the café costs a program that loads it and solves nothing, in milliseconds.

Run with ``python benchmarks/rota_import.py``, in fresh processes that have loaded the core and its parts. To
open a home takes the plugin's description; tables and reactions follow with the first use, a page's module with
the first visit. The goal, at most 50 ms, is for the description; the others are printed, all pages at once, and
the solver must come with none. Where Python writes no bytecode, all modules are compiled anew each time.
"""

from __future__ import annotations

import subprocess
import sys
from statistics import median

ROUNDS, GOAL = 9, 50.0
MEASURED = """
import sys, time
from alongside.house.core import core_parts
for part in core_parts():
    for lazy in (part.tables, part.reactions, *(page.show for page in part.pages)):
        lazy and lazy.load(part.package)
began = time.perf_counter()
import alongside_cafe
cafe = alongside_cafe.alongside_plugin()
for lazy in {what}:
    lazy.load(cafe.package)
print(1000 * (time.perf_counter() - began), "ortools" in sys.modules)
"""
LOADS = {
    "the description": "()",
    "tables and reactions": "(cafe.tables, cafe.reactions)",
    "all pages as well": "(cafe.tables, cafe.reactions, *(page.show for page in cafe.pages))",
}


def measured(what: str) -> tuple[float, bool]:
    """Return how long a load takes in a fresh process, and whether the solver came with it."""
    command = [sys.executable, "-c", MEASURED.format(what=what)]
    took, solver = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(took), solver == "True"


def main() -> None:
    """Print the medians; the command fails where the goal is missed or the solver is loaded."""
    found = {name: [measured(what) for _ in range(ROUNDS)] for name, what in LOADS.items()}
    for name, rounds in found.items():
        took = [milliseconds for milliseconds, _ in rounds]
        solver = "with" if any(loaded for _, loaded in rounds) else "without"
        print(f"  {name:22}median {median(took):6.1f} ms   quickest {min(took):6.1f} ms   {solver} the solver")
    alone = median(took for took, _ in found["the description"])
    print(f"  goal for the description at most {GOAL} ms")
    raise SystemExit(alone > GOAL or any(loaded for rounds in found.values() for _, loaded in rounds))


if __name__ == "__main__":
    main()
