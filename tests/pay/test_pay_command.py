"""``alongside pay``: a draft at the keyboard, the list of runs, and the list for the payroll bureau."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from alongside.cli.ending import run
from alongside.house.main import alongside as root


@pytest.fixture
def home(own_demo: Path) -> str:
    """A copy of the demo: two months are agreed, November is a draft."""
    return str(own_demo)


def said(capsys: pytest.CaptureFixture[str], home: str, *words: str) -> tuple[int, str]:
    ended = run(root, ["--home", home, *words])
    told = capsys.readouterr()
    return ended, told.out + told.err


def test_draft_is_made_listed_and_names_what_needs_a_human(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    ended, told = said(capsys, home, "pay", "run", "--period", "2026-11", "--json")
    made = json.loads(told)
    assert ended == 0
    assert (made["from"], made["to"]) == ("2026-11-01", "2026-11-30")
    assert made["people"] > 30
    assert {"not_confirmed", "no_reference"} <= {one["what"] for one in made["needs_a_human"]}
    _, told = said(capsys, home, "pay", "list", "--json")
    assert [one["state"] for one in json.loads(told)["rows"]] == ["draft", "agreed", "agreed"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("run", "--period", "2026-10"), "is paid already"),
        (("run", "--period", "soon"), "Write a month as 2026-10"),
        (("csv", "2026-11"), "is a draft, and its numbers may change"),
        (("csv", "2020-01"), "There is no pay run “2020-01-01”"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    home: str, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    ended, found = said(capsys, home, "pay", *words)
    assert ended == 2
    assert told in found


def test_list_for_the_bureau_adds_up_to_the_run(
    home: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert said(capsys, home, "pay", "csv", "2026-10", "--to", str(tmp_path))[0] == 0
    with (tmp_path / "pay-2026-10-01-to-2026-10-31.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    _, told = said(capsys, home, "pay", "list", "--json")
    october = next(one for one in json.loads(told)["rows"] if one["from"] == "2026-10-01")
    assert f"£{sum(round(float(one['amount']) * 100) for one in rows) / 100:,.2f}" == october["pay"]
    assert all(one["reference"] or one["name"] == "Kwame Mensah" for one in rows)
