"""What the papers say can be done: their commands are run, their links lead somewhere, their files exist."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from alongside.cli.ending import run
from alongside.house.main import alongside

ROOT = Path(__file__).parents[2]
PAPERS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def commands(paper):
    text = (ROOT / paper).read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", text, flags=re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if line.startswith("$ ")]


def test_readme_names_commands_to_be_run():
    assert len(commands("README.md")) >= 6


@pytest.mark.parametrize("line", commands("README.md"))
def test_command_of_the_readme_does_what_it_says(line, own_demo, monkeypatch, capsys):
    program, *words = shlex.split(line)
    assert program == "alongside"
    monkeypatch.chdir(ROOT)
    words = [str(own_demo) if word == "demo" else word for word in words]
    assert run(alongside, words) == 0, capsys.readouterr().err
    assert capsys.readouterr().out.strip()


def test_commands_of_the_paper_on_starting_lead_to_a_rota(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    for line in commands("docs/starting.md"):
        _, *words = shlex.split(line)
        code = run(alongside, [str(tmp_path / "ours") if word == "ours" else word for word in words])
        said = capsys.readouterr()
        assert code == 0, (line, said.err)
    assert "Nia Castell" in said.out


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_links_of_a_paper_lead_to_files_that_are_there(paper):
    links = re.findall(r"\]\(([^)#]+)", paper.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (paper.parent / link).exists()]
    assert missing == []


def test_every_make_target_the_papers_name_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {
        name
        for paper in PAPERS
        for name in re.findall(r"(?:`|^)make ([a-z-]+)", paper.read_text("utf-8"), re.MULTILINE)
    }
    assert {name for name in named if not re.search(rf"^{name}:", makefile, flags=re.MULTILINE)} == set()


def test_help_of_every_command_says_what_it_is_for():
    context = alongside.make_context("alongside", ["--help-all"], resilient_parsing=True)
    for group in alongside.list_commands(context):
        command = alongside.get_command(context, group)
        inner = (
            [command.get_command(context, name) for name in command.list_commands(context)]
            if hasattr(command, "list_commands")
            else []
        )
        for one in [command, *inner]:
            assert one.help, one.name
            assert CliRunner().invoke(one, ["--help"]).exit_code == 0, one.name
