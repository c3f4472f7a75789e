"""Choices that are called by whole sentences: in Easy Read each sentence about them stays short."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NoReturn

import click
import pytest

from alongside.cli import Desk
from alongside.decisions.commands import explaining
from alongside.decisions.counting.readers import blt
from alongside.decisions.counting.rule import Asking
from alongside.decisions.explaining.paper import of_file
from alongside.decisions.explaining.stories import explained
from alongside.display import Edition

NAMES = (
    "We close the café early on every Monday",
    "We open the garden shop on two Sundays",
    "We buy a second oven for the bakers",
    "We all go to the sea in June",
)
QUOTED = ",".join(f'"{name}"' for name in NAMES)
LONG = "\n".join(f'"{name}"' for name in NAMES)
BUDGET = ["META", "key;value", "budget;700", "vote_type;approval", "PROJECTS", "project_id;cost;name"]
BUDGET += [f"{number};{number * 100};{name}" for number, name in enumerate(NAMES, 1)]
BUDGET += ["VOTES", "voter_id;vote", "1;1,2", "2;1,2", "3;3", "4;2,4", "5;4"]
FILES = {
    "approval": (".csv", f"count,{QUOTED}\n4,1,0,1,0\n3,0,1,0,0\n1,0,1,0,0\n2,0,0,0,0\n"),
    "score": (".csv", f"count,{QUOTED}\n4,5,,1,0\n3,0,4,1,2\n"),
    "scottish-stv": (".blt", f"4 2\n4 1 2 0\n2 2 3 0\n2 3 0\n2 4 1 0\n1 4 0\n0\n{LONG}\n"),
    "equal-shares-budget": (".pb", "\n".join(BUDGET)),
}


def no_house() -> NoReturn:
    raise AssertionError("explaining opened the enterprise")


@pytest.mark.parametrize("rule", FILES)
def test_sentence_about_a_choice_of_eight_words_has_twelve_at_most(
    rule: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    ending, text = FILES[rule]
    file = tmp_path / f"long{ending}"
    file.write_text(text, "utf-8")
    command = click.command()(click.pass_obj(explaining.explain))
    asked = [str(file), "--rule", rule, "--lot", "1", "--edition", "en@easy"]
    command.main(asked, obj=Desk(no_house, as_json=True), standalone_mode=False)
    story = json.loads(capsys.readouterr().out)["story"]
    # “4 ticked” and eight words are ten: there the name may stay.
    assert any("names_before" in one for one in story) == (rule == "scottish-stv")
    for one in story:
        assert all(len(part.split()) <= 12 for part in re.split(r"(?<=[.!?]) ", one["sentence"])), one
        assert not any(len(name.split()) > 12 for name in one.get("names_before", ()))
    command.main(asked, obj=Desk(no_house), standalone_mode=False)
    lines = capsys.readouterr().out.splitlines()
    for told in (one for one in story if "names_before" in one):
        before = "\n".join(f"{name}:" for name in told["names_before"])
        assert f"{before}\n{told['sentence']}" in "\n".join(lines)


def test_easy_paper_has_long_names_in_rows_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "long.blt"
    file.write_text(FILES["scottish-stv"][1], "utf-8")
    contest, asking = blt.read(file), Asking(lot="1")
    html = of_file("scottish-stv", contest, asking, explained("scottish-stv", contest, asking), Edition.EASY)
    rows = [" ".join(re.sub("<[^>]+>", " ", row).split()) for row in html.split('<li class="row">')[1:]]
    assert f"{NAMES[2]}:" in rows
    assert any(row.startswith("This one gets a place that is left.") for row in rows)
