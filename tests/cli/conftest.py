"""A toy part with commands that end in every way there is, run as the command line runs them."""

import json

import pytest

from alongside.cli.described import NearestGroup, Setting, add_groups
from alongside.cli.ending import run
from alongside.plugin import Command, Lazy, Part, Plugin

COMMANDS = """
import click

from alongside.cli.options import DAY, MONEY, WALL_TIME
from alongside.refusal import BadInput


@click.option("--day", type=DAY)
@click.option("--price", type=MONEY)
@click.option("--starts", type=WALL_TIME)
def bake(desk, day, price, starts):
    desk.say("The oven is warm.")
    for _ in desk.progress(["loaf", "roll"], "Baking"):
        pass
    desk.answer({"day": day, "price": price, "starts": starts, "baked": ["Brötchen"]}, "Baked 2.")


def shelf(desk):
    desk.table("Shelf", ("what", "how many"), [("loaf", 3), ("roll", 12)])


def burn(desk):
    raise ZeroDivisionError("the oven is off")


def refuse(desk):
    raise BadInput("“32 May” is not a day", where="loaves.csv, row 4", remedy="Write it 2026-05-31.")


def wait(desk):
    raise KeyboardInterrupt


def taste(desk):
    return 1


def which(desk):
    desk.answer({"business": desk.business()}, "")
"""


@pytest.fixture
def commands_of(tmp_path, monkeypatch):
    """Make the toy part and return the root command it hangs from."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    package = f"toy_{tmp_path.name}".replace("-", "_")
    (tmp_path / package).mkdir()
    (tmp_path / package / "__init__.py").touch()
    (tmp_path / package / "commands.py").write_text(COMMANDS)

    def made(kind=Part, **facts):
        names = ("bake", "shelf", "burn", "refuse", "wait", "taste", "which")
        commands = tuple(Command(name, f"{name.title()} it.", run=Lazy(f"commands:{name}")) for name in names)
        part = kind(name="bakery", title="Bakery", picture="bread", package=package, commands=commands, **facts)
        root = NearestGroup("alongside")
        add_groups(root, [part])
        return root

    return made


class ToyHouse:
    def business(self, kind, slug):
        return f"{kind}: {slug}"


@pytest.fixture
def typed(commands_of, capsys):
    """Type a command; return the exit code, and what stood on standard output and on standard error."""

    def run_it(*arguments, kind=Part, **facts):
        root = commands_of(kind, **facts)
        root.context_settings["obj"] = Setting(ToyHouse, None)
        code = run(root, list(arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run_it


@pytest.fixture
def as_plugin():
    return {"kind": Plugin, "api": (1, 0)}


@pytest.fixture
def in_json():
    return json.loads
