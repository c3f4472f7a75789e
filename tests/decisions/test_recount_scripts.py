"""The recount scripts of bundles: short, alone, and in everything of one mind with our own rules."""

from __future__ import annotations

import ast
import io
import json
import os
import random
import subprocess
import sys
import zipfile
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from tests.decisions.invented_contests import contest, ring

from alongside.decisions.bundling import of_file, script
from alongside.decisions.bundling.bundle import DIGESTS, Bundle
from alongside.decisions.counting import readers
from alongside.decisions.counting.ballots import Election, Kind, Pile
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.rules import RULES
from alongside.refusal import BadInput

SCRIPTS = [(name, kind) for name, rule in RULES.items() for kind in rule.takes]
EVERY = [script.recount(*one) for one in SCRIPTS] + [script.totals_only()]
TIES = {"majority", "two-thirds", "three-quarters", "consent"}
"""Rules that know no tie."""


@cache
def program(rule: str, kind: Kind) -> ModuleType:
    """The script as a module, run here and once."""
    made = ModuleType("recount")
    exec(compile(script.recount(rule, kind), f"{rule}.py", "exec"), made.__dict__)  # noqa: S102 it is ours
    return made


def bundle(rule: str, seed: int) -> tuple[Bundle, Kind] | None:
    """The bundle of an invented contest, and what its ballots are; nothing where it cannot be counted."""
    voted, asking = contest(rule, seed)
    try:
        return of_file.of_contest(voted, RULES[rule], asking), voted.kind
    except BadInput:
        return None


def wrong(made: Bundle, rule: str, kind: Kind) -> list[str]:
    """What the script finds that does not agree."""
    files, recount = {**made.files, DIGESTS: made.digests}, program(rule, kind)
    with redirect_stdout(io.StringIO()):
        return list(recount.steps(files.__getitem__, recount.read, recount.count))


def compared(rule: str, seeds: range) -> tuple[int, int]:
    """How many contests were compared, and how many of them are tied."""
    found = ties = 0
    for seed in seeds:
        if made := bundle(rule, seed):
            assert wrong(made[0], rule, made[1]) == [], f"{rule}, {seed}"
            found += 1
            ties += bool(json.loads(made[0].files["result.json"])["tied"])
    return found, ties


@pytest.mark.parametrize("rule", RULES)
def test_script_comes_to_every_figure_of_100_invented_contests(rule: str) -> None:
    found, ties = compared(rule, range(110))
    assert found >= 100
    assert (ties > 10) == (rule not in TIES)


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("rule", RULES)
def test_script_comes_to_every_figure_of_very_many_contests(rule: str) -> None:
    assert compared(rule, range(110, 20_000))[0] > 18_000


def test_script_finishes_on_ties_of_very_many_orders() -> None:
    chance = random.Random(1)
    for candidates in (12, 20):
        piles = tuple(Pile(tuple(chance.sample(range(1, candidates + 1), candidates)), 1) for _ in range(3))
        voted = Election(candidates=tuple(f"C{n}" for n in range(candidates)), piles=piles)
        made = of_file.of_contest(voted, RULES["ranked-pairs"], Asking())
        assert wrong(made, "ranked-pairs", Kind.RANKS) == []
    themselves = tuple(Pile((number,), 1) for number in range(1, 15))
    for rule, seats in (("scottish-stv", 2), ("meek", 2), ("irv", 1)):
        voted = Election(candidates=tuple(f"C{n}" for n in range(14)), seats=seats, piles=themselves)
        assert wrong(of_file.of_contest(voted, RULES[rule], Asking()), rule, Kind.RANKS) == []
    rule = "equal-shares-budget"
    assert wrong(of_file.of_contest(ring(8), RULES[rule], Asking()), rule, Kind.PROJECTS) == []


def test_tie_that_takes_the_script_too_long_is_bundled_once_a_lot_was_thrown() -> None:
    piles = tuple(Pile((number, number % 10 + 1), 1) for number in range(1, 11))
    voted = Election(candidates=tuple(f"C{n}" for n in range(10)), seats=4, piles=piles)
    with pytest.raises(BadInput, match=r"^200 sets of winners are possible, too many for .* Throw a lot"):
        of_file.of_contest(voted, RULES["meek"], Asking())
    assert wrong(of_file.of_contest(voted, RULES["meek"], Asking(lot="3 5 1")), "meek", Kind.RANKS) == []


@pytest.mark.parametrize("rule", RULES)
def test_script_names_the_figure_that_was_changed(rule: str) -> None:
    made, kind = next(found for seed in range(2, 50) if (found := bundle(rule, seed)))
    told = json.loads(made.files["result.json"])
    told["ballots"] += 1
    forged = Bundle({**made.files, "result.json": json.dumps(told).encode()})
    assert wrong(forged, rule, kind) == [
        f"result, ballots: {told['ballots']} is written, and {told['ballots'] - 1} is found."
    ]


@pytest.mark.parametrize("text", EVERY, ids=[f"{rule} {kind.name.lower()}" for rule, kind in SCRIPTS] + ["totals"])
def test_script_is_short_and_stands_alone(text: str) -> None:
    assert len(text.splitlines()) < 200
    assert max(map(len, text.splitlines())) <= 115
    tree = ast.parse(text)
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    modules |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert {str(name).partition(".")[0] for name in modules} <= sys.stdlib_module_names
    names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert len(set(names)) == len(names)


def test_pieces_of_scripts_share_no_code_with_anything_of_ours() -> None:
    pieces = Path(script.__file__).parent / "scripts"
    for piece in pieces.glob("*.py"):
        for node in ast.walk(ast.parse(piece.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("alongside"):
                assert str(node.module).startswith("alongside.decisions.bundling.scripts."), piece.name


def python(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run plain Python in a folder: isolated, with nothing of ours or anybody's to be found."""
    ran = subprocess.run([sys.executable, "-I", "-S", *arguments], cwd=folder, capture_output=True, text=True)
    assert "Traceback" not in ran.stderr
    return ran.returncode, ran.stdout


def of_kind(rule: str, kind: Kind) -> Bundle:
    """The bundle of some contest whose ballots are of a kind."""
    if rule in TIES and kind is Kind.RANKS:
        piles = (Pile((1,), 4), Pile((2, 1), 3), Pile((3,), 2), Pile((), 1))
        question = Election(candidates=("For", "Against", "Abstain"), piles=piles)
        return of_file.of_contest(question, RULES[rule], Asking())
    return next(found[0] for seed in range(50) if (found := bundle(rule, seed)) and found[1] is kind)


@pytest.mark.parametrize(("rule", "kind"), SCRIPTS)
def test_bundle_is_counted_from_an_empty_folder_by_plain_python(rule: str, kind: Kind, tmp_path: Path) -> None:
    (tmp_path / "vote.zip").write_bytes(of_kind(rule, kind).zipped())
    code, said = python(tmp_path, "vote.zip")
    assert (code, said.splitlines()[-1]) == (0, "Everything agrees.")


def test_bundle_is_unpacked_and_counted_and_says_what_was_changed(tmp_path: Path) -> None:
    made = next(found for seed in range(2, 50) if (found := bundle("scottish-stv", seed)))[0]
    (tmp_path / "vote.zip").write_bytes(made.zipped())
    assert python(tmp_path, "-m", "zipfile", "-e", "vote.zip", ".")[0] == 0
    assert python(tmp_path, "recount.py")[0] == 0
    sums = subprocess.run(["sha256sum", "--check", "--quiet", "digests.txt"], cwd=tmp_path)
    assert sums.returncode == 0
    changed = (tmp_path / "ballots.blt").read_text("utf-8").replace('"Bo"', '"Bob"')
    (tmp_path / "ballots.blt").write_text(changed, "utf-8")
    code, said = python(tmp_path, "recount.py")
    assert code == 1
    assert "DOES NOT AGREE: digest of ballots.blt: this is not the file that was written." in said
    (tmp_path / "closing.json").unlink()
    code, said = python(tmp_path, "recount.py")
    assert (code, "a file of the bundle is missing" in said) == (1, True)


def test_same_count_is_the_same_bundle_to_the_byte() -> None:
    one, other = (bundle("meek", 3) for _ in range(2))
    assert one is not None
    assert other is not None
    assert one[0].zipped() == other[0].zipped()
    assert zipfile.ZipFile(io.BytesIO(one[0].zipped())).testzip() is None


OPEN_FILES = {
    "scottish_shetland_2017_ward7.blt": ("scottish-stv", "meek"),
    "scottish_fife_2017_ward6.blt": ("scottish-stv",),
    "scottish_edinburgh_2017_ward1.blt": ("scottish-stv", "schulze", "ranked-pairs"),
    "irv_burlington_2009.blt": ("irv",),
    "ers97_model.blt": ("meek", "scottish-stv"),
    "meek_prf_SC.blt": ("meek",),
    "schulze_example45.blt": ("schulze", "ranked-pairs", "irv"),
    "approval_utah_sd11_2025.csv": ("approval", "seq-pav", "equal-shares"),
    "star_poll_july_2020.csv": ("star", "score"),
    "abc_instanceM0003.abc.yaml": ("seq-pav", "equal-shares", "approval"),
    "abc_instanceS0001.abc.yaml": ("seq-pav", "equal-shares"),
    "pb_poland_warszawa_2018_stare-miasto.pb": ("greedy-budget", "equal-shares-budget"),
    "pb_poland_warszawa_2019_zacisze.pb": ("greedy-budget", "equal-shares-budget"),
}
"""Open files from outside the repository, and rules that each is counted by."""


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize(("name", "rule"), [(name, rule) for name, rules in OPEN_FILES.items() for rule in rules])
def test_script_comes_to_every_figure_of_an_open_file(name: str, rule: str) -> None:
    path = Path(os.environ["ALONGSIDE_DATA"]) / "votes" / name
    kind = readers.read(path, RULES[rule], Asking()).kind
    assert wrong(of_file.of_file(path, RULES[rule], None, Asking(lot="4 4")), rule, kind) == []
