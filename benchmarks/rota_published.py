"""The engine on published shift-scheduling problems, 60 seconds each: what it finds and proves.

Run with ``python benchmarks/rota_published.py FOLDER``, where the folder holds ``Instance1.txt`` and so on, in the
format of schedulingbenchmarks.org; without one nothing is measured. Instances 1 to 3 have to be proven at 607, 828
and 1001, their published best. Of the others the cost, the bound and the gap between them are printed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from alongside_cafe.published.file import read_problem
from alongside_cafe.published.scoring import broken_rules, cost_of
from alongside_cafe.published.solving import solve

SECONDS = 60.0
BEST = {"Instance1": 607, "Instance2": 828, "Instance3": 1001}


def measured(file: Path) -> bool:
    """Solve one, print what came of it, and return whether it is what it has to be."""
    problem = read_problem(file.read_text("utf-8"), file.name)
    solved = solve(problem, SECONDS)
    if solved.shifts is None:
        print(f"  {file.stem:12}no roster, bound {solved.bound}, {solved.seconds:.1f} s")
        return file.stem not in BEST
    # The checker shares nothing with the search.
    legal = not broken_rules(problem, solved.roster) and cost_of(problem, solved.roster) == solved.cost
    said = "proven" if solved.proven else f"gap {(solved.cost - solved.bound) / solved.cost:.1%}"
    print(
        f"  {file.stem:12}cost {solved.cost:6}   bound {solved.bound:6}   {said:10}{solved.seconds:6.1f} s"
        + ("" if legal else "   THE CHECKER DIFFERS")
    )
    wanted = BEST.get(file.stem)
    return legal and (wanted is None or (solved.proven and solved.cost == wanted))


def main() -> None:
    """Measure every problem of a folder; the command fails where one is not what it has to be."""
    if len(sys.argv) < 2:
        print("  no folder of published problems was named: nothing is measured")
        return
    files = sorted(Path(sys.argv[1]).glob("Instance*.txt"), key=lambda file: (len(file.stem), file.stem))
    as_it_has_to_be = [measured(file) for file in files]
    raise SystemExit(not all(as_it_has_to_be))


if __name__ == "__main__":
    main()
