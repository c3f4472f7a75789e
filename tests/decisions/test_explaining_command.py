"""The command that explains a count: on the terminal, as JSON, and as a paper."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NoReturn

import click
import pytest

from alongside.cli import Desk
from alongside.decisions.commands import explaining


def no_house() -> NoReturn:
    raise AssertionError("explaining opened the enterprise")


def test_explained_file_is_told_in_the_edition_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("choice,count\nyes,3\nno,1\n")
    command = click.command()(click.pass_obj(explaining.explain))
    command.main([str(file), "--edition", "en@easy"], obj=Desk(no_house), standalone_mode=False)
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "The answer is yes.",
        "If 1 had answered differently, this would be different.",
    ]
    command.main([str(file)], obj=Desk(no_house, as_json=True), standalone_mode=False)
    told = json.loads(capsys.readouterr().out)["story"]
    assert told[1] == {"sentence": "3 said yes.", "picture": "yes", "figure": "answer", "of": ["yes"], "value": 3}
