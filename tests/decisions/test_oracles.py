"""Our Scottish STV beside another program's, which runs in an environment of its own (`make oracles`)."""

import json
import os
import random
import subprocess
from pathlib import Path

import pytest

from alongside.decisions.counting import scottish_stv
from alongside.decisions.counting.readers import blt

ROOT = Path(__file__).parents[2]
WARDS = ["shetland_2017_ward7", "fife_2017_ward6", "edinburgh_2017_ward1"]

pytestmark = [pytest.mark.proof, pytest.mark.long]


def outcomes(paths: list[Path]) -> dict[str, list[list[str]]]:
    """For each file the sets of winners that the other program found possible; lots may make several."""
    program = [ROOT / ".venv-oracles/bin/python", ROOT / "benchmarks/oracles/scottish.py", *paths]
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def winners(path: Path) -> list[str]:
    election = blt.read(path)
    return sorted(election.name(number) for number in scottish_stv.count(election).winners)


def written(path: Path, seed: int) -> Path:
    """An invented election in a file: 3 to 7 candidates, up to 600 ballots of any length."""
    chance = random.Random(seed)
    candidates = chance.randint(3, 7)
    lines = [f"{candidates} {chance.randint(1, candidates - 1)}"]
    for _ in range(chance.randint(2, 30)):
        ballot = chance.sample(range(1, candidates + 1), chance.randint(1, candidates))
        lines.append(" ".join(map(str, [chance.randint(1, 20), *ballot, 0])))
    names = [f'"Candidate {number}"' for number in range(1, candidates + 1)]
    path.write_text("\n".join([*lines, "0", *names, '"Invented"', ""]), "utf-8")
    return path


def test_scottish_wards_have_the_winners_that_another_program_finds() -> None:
    paths = [Path(os.environ["ALONGSIDE_DATA"]) / f"votes/scottish_{ward}.blt" for ward in WARDS]
    assert outcomes(paths) == {str(path): [winners(path)] for path in paths}


def test_invented_elections_have_winners_that_another_program_finds_possible(tmp_path: Path) -> None:
    paths = [written(tmp_path / f"{seed}.blt", seed) for seed in range(60)]
    found = outcomes(paths)
    differing = {
        path.name: (winners(path), found[str(path)]) for path in paths if winners(path) not in found[str(path)]
    }
    assert differing == {}
    assert sum(len(possible) == 1 for possible in found.values()) > len(paths) / 2
