"""The command that explains a count: on the terminal, as JSON, and as a paper."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import NoReturn

import attrs
import click
import pytest
from page import ValidationProfile, validate_pdf_bytes

from alongside.cli import Desk
from alongside.decisions.commands import explaining
from alongside.decisions.counting.readers import blt
from alongside.decisions.counting.rule import Asking
from alongside.decisions.explaining.claim import decimals
from alongside.decisions.explaining.paper import of_file
from alongside.decisions.explaining.stories import explained
from alongside.display import Edition
from alongside.refusal import BadInput
from alongside.reports.new_file import write_new
from alongside.testing.easy_read import easy_read_faults


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
        "If 1 had answered differently, this could be different.",
    ]
    command.main([str(file)], obj=Desk(no_house, as_json=True), standalone_mode=False)
    told = json.loads(capsys.readouterr().out)["story"]
    assert told[1] == {"sentence": "3 said yes.", "picture": "yes", "figure": "answer", "of": ["yes"], "value": 3}


COMMITTEE = Path(__file__).parents[2] / "examples" / "committee.blt"
FILES = {
    "scottish-stv": COMMITTEE.read_text("utf-8"),
    "approval": "count,Ann,Bo,Cy\n4,1,0,1\n3,0,1,0\n2,0,0,0\n",
    "score": "count,Ann,Bo,Cy\n4,5,,1\n3,0,4,1\n",
    "majority": "choice,count\nyes,12\nno,5\nabstain,3\n",
    "consent": "choice,count\nyes,12\nstand-aside,2\nobjection,2\nupheld-objection,1\n",
    "equal-shares-budget": """META
key; value
budget; 800
vote_type; approval
PROJECTS
project_id; cost; name
1; 300; Garden
2; 120; Bench
3; 450; Piano
VOTES
voter_id; vote
1; 1,2
2; 1,2
3; 3
4; 2
""",
}
ENDINGS = {"scottish-stv": ".blt", "equal-shares-budget": ".pb"}


def explain(folder: Path, rule: str, edition: str, *more: str) -> Path:
    """Explain the file of a rule, and write it as a paper."""
    file = folder / f"votes{ENDINGS.get(rule, '.csv')}"
    file.write_text(FILES[rule], "utf-8")
    paper = folder / f"{rule}.{edition}.pdf"
    command = click.command()(click.pass_obj(explaining.explain))
    arguments = [str(file), "--rule", rule, "--edition", edition, "--pdf", str(paper), *more]
    command.main(arguments, obj=Desk(no_house), standalone_mode=False)
    return paper


def words(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


@pytest.mark.parametrize("edition", explaining.EDITIONS)
@pytest.mark.parametrize("rule", FILES)
def test_paper_is_tagged_and_holds_every_sentence_of_the_story(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, rule: str, edition: str
) -> None:
    pdf = explain(tmp_path, rule, edition).read_bytes()
    assert validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1).is_compliant
    told, text = capsys.readouterr().out, words(pdf)
    for line in filter(None, told.splitlines()[:-1]):
        assert " ".join(line.split()) in text, line


def test_easy_paper_has_a_picture_and_a_short_sentence_in_every_row() -> None:
    contest = attrs.evolve(blt.read(COMMITTEE), title="")
    told = explained("scottish-stv", contest, Asking())
    html = of_file("scottish-stv", contest, Asking(), told, Edition.EASY)
    assert easy_read_faults(html) == []
    assert html.count('<li class="row">') > len(told.told)


def test_standard_paper_has_a_table_for_each_stage_with_every_figure_of_it() -> None:
    contest = blt.read(COMMITTEE)
    told = explained("scottish-stv", contest, Asking())
    html = of_file("scottish-stv", contest, Asking(), told, Edition.STANDARD)
    tables = html.split("<caption>")[1:]
    assert len(tables) == max(one.stage for one in told.cells)
    for one in told.cells:
        if one.figure == "votes" and one.value:
            row = re.search(rf'<th scope="row">{one.of[0]}</th>(.*?)</tr>', tables[one.stage - 1])
            assert row
            assert f">{decimals(one.value)}<" in row[1], one


def test_paper_is_never_written_over_another_and_no_half_of_one_is_left(tmp_path: Path) -> None:
    made = explain(tmp_path, "majority", "en")
    before = made.read_bytes()
    with pytest.raises(BadInput, match=r"there is such a file already\. Give another name\."):
        explain(tmp_path, "majority", "en")
    assert made.read_bytes() == before

    def interrupted() -> bytes:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_new(tmp_path / "new.pdf", interrupted)
    with pytest.raises(BadInput, match="there is no such folder"):
        write_new(tmp_path / "nowhere" / "new.pdf", lambda: b"")
    with pytest.raises(BadInput, match="this cannot be written"):
        write_new(tmp_path / ("n" * 250), lambda: b"")
    assert sorted(one.suffix for one in tmp_path.iterdir()) == [".csv", ".pdf"]


def test_lot_that_was_thrown_stands_in_the_paper(tmp_path: Path) -> None:
    file, made = tmp_path / "tied.csv", tmp_path / "tied.pdf"
    file.write_text("count,Ann,Bo\n3,1,0\n3,0,1\n")
    command = click.command()(click.pass_obj(explaining.explain))
    arguments = [str(file), "--rule", "approval", "--lot", "3 5 1", "--pdf", str(made)]
    command.main(arguments, obj=Desk(no_house), standalone_mode=False)
    assert "The lot was “3 5 1”." in words(made.read_bytes())
