"""A new plugin: whole, clean by our own rules, and never over something that is there."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from alongside.cli.ending import run
from alongside.house.core import core_parts
from alongside.house.main import alongside
from alongside.house.root_commands import ROOT as COMMANDS
from alongside.refusal import BadInput
from alongside.scaffold import writing
from alongside.scaffold.naming import check_name
from alongside.scaffold.writing import plugin_files, write_plugin

ROOT = Path(__file__).parents[2]
ROOMS = {
    *("__init__.py", "task.py", "tables.py", "offers.py", "actions.py", "pages.py", "commands.py", "chapter.py"),
    *("reactions.py", "demo.py", "py.typed", "locale/en@easy.po", "migrations/0001_garden.py"),
    *(f"templates/{name}{edition}.html" for name in ("tasks", "chapter") for edition in ("", ".easy")),
}


def tool(*words, at):
    return subprocess.run([sys.executable, "-m", *words], cwd=at, capture_output=True, text=True, timeout=120)


def test_new_plugin_has_every_room_of_the_one_shape():
    files = plugin_files("garden")
    package = {path.removeprefix("alongside_garden/") for path in files if path.startswith("alongside_garden/")}
    assert package == ROOMS
    assert set(files) - {f"alongside_garden/{room}" for room in ROOMS} == {
        *("README.md", "pyproject.toml", "tests/conftest.py", "tests/test_garden.py")
    }
    assert [path for path, text in files.items() if "«" in text or "NAME" in path] == []


@pytest.mark.parametrize("name", ["ab", "garden", "zz_twenty_letters_20"])
def test_new_plugin_passes_layout_and_mistakes_whatever_its_name(written, name):
    folder = written(name)
    assert tool("ruff", "format", "--check", "--no-cache", ".", at=folder).returncode == 0
    looked = tool("ruff", "check", "--no-cache", ".", at=folder)
    assert (looked.returncode, looked.stdout) == (0, "All checks passed!\n")


def test_new_plugin_is_held_to_the_rules_that_we_are_held_to():
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    theirs = tomllib.loads(plugin_files("garden")["pyproject.toml"])["tool"]
    assert theirs["ruff"]["lint"]["select"] == ours["ruff"]["lint"]["select"]
    assert theirs["ruff"]["lint"]["ignore"] == ours["ruff"]["lint"]["ignore"]
    assert theirs["ruff"]["line-length"] == ours["ruff"]["line-length"]
    assert theirs["mypy"]["strict"] is ours["mypy"]["strict"] is True


@pytest.mark.proof
def test_new_plugin_passes_strict_types_and_its_own_tests_on_both_databases(written):
    folder = written("greenhouse")
    typed = tool("mypy", "--cache-dir", str(ROOT / ".mypy_cache"), at=folder)
    assert typed.stdout.startswith("Success"), typed.stdout
    target = folder / "installed"
    install = ("pip", "install", "--quiet", "--no-index", "--no-build-isolation", "--no-deps")
    assert tool(*install, "--target", str(target), ".", at=folder).returncode == 0
    environment = {"PYTHONPATH": str(target), "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    tested = subprocess.run(
        [sys.executable, "-m", "pytest", "-q"], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert tested.stdout.splitlines()[-1].startswith("10 passed"), tested.stdout[-2000:]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("people", "the name “people” is taken by Alongside itself. Choose another."),
        ("daily", "the name “daily” is taken by Alongside itself."),
        ("cafe", "a plugin “cafe” is installed already. Choose another name, or uninstall it."),
        ("Garden", "“Garden” cannot be the name of a plugin. Use 2 to 20 of a–z, 0–9 and _, a letter first,"),
        ("g", "“g” cannot be the name of a plugin."),
        ("../x", "“../x” cannot be the name of a plugin."),
        ("g" * 21, "cannot be the name of a plugin."),
    ],
)
def test_name_that_cannot_be_is_refused_in_a_sentence(tmp_path, capsys, name, sentence):
    assert run(alongside, ["plugin", "new", name, "--in", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert sentence.casefold() in said.casefold()
    assert list(tmp_path.iterdir()) == []


def test_every_root_command_and_part_is_a_taken_name():
    for name in [part.name for part in core_parts()] + [command.name for command in COMMANDS]:
        with pytest.raises(BadInput, match=r"is taken by Alongside|cannot be the name"):
            check_name(name, ())


def test_folder_that_is_there_is_never_touched(tmp_path, capsys):
    mine = tmp_path / "alongside-garden" / "notes.txt"
    mine.parent.mkdir()
    mine.write_text("mine")
    assert run(alongside, ["plugin", "new", "garden", "--in", str(tmp_path)]) == 2
    assert "is there already. Nothing in it was touched." in capsys.readouterr().err
    assert [path.name for path in tmp_path.rglob("*")] == ["alongside-garden", "notes.txt"]
    assert run(alongside, ["plugin", "new", "garden", "--in", str(tmp_path / "nowhere")]) == 2
    assert "there is no folder" in capsys.readouterr().err.casefold()


def test_half_written_folder_does_not_stay(tmp_path, monkeypatch):
    class Full(dict):
        def items(self):
            yield "README.md", "begun"
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "plugin_files", lambda _: Full())
    with pytest.raises(OSError, match="No space"):
        write_plugin("garden", tmp_path)
    assert list(tmp_path.iterdir()) == []
