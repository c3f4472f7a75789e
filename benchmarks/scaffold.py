"""How long it takes from nothing to a kind of business that passes its check, beside what any package takes.

Run with ``python benchmarks/scaffold.py``. Five rounds, each in a fresh folder: `plugin new`, its install by pip
without a network, `plugin check`. The floor is `alongside --help` and the install of a package with nothing in it,
measured in turn, so a busy machine slows both alike. The goal is 30 seconds for all of it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROUNDS, GOAL = 5, 30.0
PROGRAM = Path(sys.executable).with_name("alongside")
INSTALL = (sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-build-isolation", "--no-deps")
EMPTY = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "empty"
version = "1"

[tool.hatch.build.targets.wheel]
packages = ["empty"]
"""


def seconds(*command: str | Path, **more: str) -> float:
    """Return how long a command takes from its start to its end."""
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **more})
    return time.perf_counter() - began


def install(package: Path, target: Path) -> float:
    """Return how long it takes to install a package where nothing else is touched."""
    return seconds(*INSTALL, "--target", target, package)


def ours(folder: Path) -> list[float]:
    """Return how long it takes to write a plugin, to install it, and to check it."""
    target = folder / "target"
    return [
        seconds(PROGRAM, "plugin", "new", "garden", "--in", folder),
        install(folder / "alongside-garden", target),
        seconds(PROGRAM, "plugin", "check", "garden", PYTHONPATH=str(target)),
    ]


def floor(folder: Path) -> list[float]:
    """Return how long help takes, and the install of a package in which there is nothing."""
    package = folder / "nothing"
    (package / "empty").mkdir(parents=True)
    (package / "empty" / "__init__.py").touch()
    (package / "pyproject.toml").write_text(EMPTY)
    return [seconds(PROGRAM, "--help"), install(package, folder / "floor")]


def main() -> None:
    """Print the medians, the slowest round, and the ratio to the floor."""
    steps: list[list[float]] = []
    floors: list[float] = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as name:
            floors.append(sum(floor(Path(name))))
            steps.append(ours(Path(name)))
    for what, took in zip(("plugin new", "pip install", "plugin check"), zip(*steps, strict=True), strict=True):
        print(f"  {what:14}median {median(took):5.2f} s   slowest {max(took):5.2f} s")
    whole = [sum(one) for one in steps]
    print(
        f"  {'in all':14}median {median(whole):5.2f} s   slowest {max(whole):5.2f} s   goal at most {GOAL:.0f} s"
    )
    ratio = median(whole) / median(floors)
    print(f"  ratio to help and an empty package {ratio:.1f}   load {os.getloadavg()[0]:.1f}")
    sys.exit(median(whole) > GOAL)


if __name__ == "__main__":
    main()
