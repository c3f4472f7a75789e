"""The paper on rules: every command of it is run on the demo and does what it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from alongside.cli.ending import NOT_RIGHT, run
from alongside.house.main import alongside

PAPER = Path(__file__).parents[2] / "docs" / "rules.md"


def commands() -> list[str]:
    blocks = re.findall(r"```console\n(.*?)```", PAPER.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]


@pytest.mark.proof
def test_commands_of_the_paper_on_rules_do_what_it_says(
    own_demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {}
    for line in commands():
        program, *words = shlex.split(line)
        assert program == "alongside"
        code = run(alongside, [str(own_demo) if word == "demo" else word for word in words])
        said[line] = capsys.readouterr().out
        # The demo's own state is for the doctor to tell; this paper is about what it says of rules.
        assert code == 0 or (line.endswith("doctor") and code == NOT_RIGHT), line
        assert said[line].strip(), line
    (promises,) = [text for line, text in said.items() if line.endswith("enterprise promises")]
    assert "The rest between two working days: 12 hours, for people aged 18 and over" in promises
    (rest,) = [text for line, text in said.items() if line.endswith("uk.daily-rest --age 30")]
    assert "is 12 hours" in rest
    assert "It is a promise; the law itself says 11 hours." in rest


def test_paper_names_every_status_of_a_value() -> None:
    from alongside.rulepacks.offers import Status

    listed = re.findall(r"^\| `(\w+)` \|", PAPER.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert listed == [status.value for status in Status]
