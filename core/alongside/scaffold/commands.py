"""The commands for those who write a plugin or look after the ones that are installed."""

from __future__ import annotations

import shlex
import sys
from contextlib import redirect_stdout
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from alongside.cli.ending import DONE, NOT_RIGHT

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.house.opening import House
    from alongside.scaffold.fault import Report
    from alongside.scaffold.installed import Installed

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.argument("name")
@click.option(
    "--in", "where", type=_FOLDER, default=".", help="The folder to write it into; this one if not said."
)
def new(desk: Desk, name: str, where: Path) -> None:
    """Write a new plugin, and say what to type next."""
    from alongside.house.entry_points import entry_points
    from alongside.scaffold.naming import check_name
    from alongside.scaffold.writing import write_plugin

    check_name(name, entry_points())
    made = write_plugin(name, where)
    steps = _steps(name, made.folder)
    lines = [f"“{name}” is in {made.folder}: {made.files} files, {made.lines} lines of Python. Next:", ""]
    lines += [f"  {what}\n      {line}" for what, line in steps]
    facts = {"folder": str(made.folder), "files": made.files, "next": [line for _, line in steps]}
    desk.answer(facts, "\n".join(lines))


def _steps(name: str, folder: Path) -> list[tuple[str, str]]:
    # Without the network: what builds it is here already, and so is all that it stands on.
    offline = " --no-build-isolation --no-deps" if find_spec("hatchling") else ""
    install = f"{shlex.quote(sys.executable)} -m pip install{offline} --editable {shlex.quote(str(folder))}"
    return [
        ("Put it in place; what you change in it counts at once:", install),
        ("See that all is right:", f"alongside plugin check {name}"),
        ("Open a business:", f"alongside --home FOLDER enterprise business-add NAME --kind {name}"),
        ("Read on:", "docs/writing-a-plugin.md"),
    ]


@click.argument("name")
@click.option("--in", "where", type=_FOLDER, help="The folder of its distribution, where it is not installed.")
def check(desk: Desk, name: str, where: Path | None) -> int:
    """Try a plugin in an invented enterprise; the exit code says whether all is right."""
    from alongside.scaffold.checking import check_plugin

    desk.say(f"Trying “{name}” in an invented enterprise.")
    with redirect_stdout(sys.stderr):  # what a plugin prints is no answer of ours
        report = check_plugin(name, where)
    facts = {
        "plugin": name,
        "right": report.right,
        "faults": [{"kind": one.kind.value, "sentence": one.sentence} for one in report.faults],
        "notes": list(report.notes),
        "looked_at": list(report.looked_at),
    }
    desk.answer(facts, "\n".join(_told(report)))
    return DONE if report.right else NOT_RIGHT


def _told(report: Report) -> list[str]:
    lines = [f" right  {one}." for one in report.looked_at] if report.right else []
    lines += [f" WRONG  {one.kind.value}: {one.sentence}" for one in report.faults]
    lines += [f"  note  {one}" for one in report.notes]
    many = f"{len(report.faults)} thing{'s' * (len(report.faults) != 1)}"
    return [*lines, "Everything is right." if report.right else f"{many} to mend in “{report.name}”."]


@click.argument("name")
@click.argument("what")
@click.option("--in", "where", type=_FOLDER, help="The folder of its distribution, where it is not installed.")
def migration(desk: Desk, name: str, what: str, where: Path | None) -> None:
    """Write the next step of a plugin's migrations from what has changed in its tables."""
    from alongside.scaffold.migrating import write_migration

    made = write_migration(name, what, where)
    if made.file is None:
        desk.answer(
            {"file": None, "loses": []}, f"Nothing has changed: the tables of “{name}” are as its steps make them."
        )
        return
    lines = [f"The step is in {made.file}. It was tried in a fresh database. Read it before you hand it on."]
    lines += [f"It takes out {one}, with all that is in it." for one in made.loses]
    desk.answer({"file": str(made.file), "loses": list(made.loses)}, "\n".join(lines))


def list_(desk: Desk) -> None:
    """Show what is installed; in an enterprise also what is switched on there, and what waits."""
    from alongside.cli.showing import table_text
    from alongside.house.finding import find_plugins
    from alongside.scaffold import actions
    from alongside.scaffold.installed import installed, versions

    if click.get_current_context().find_root().params.get("home"):
        house = cast("House", desk.opened)
        with desk.unit(writing=False) as unit:
            seen = actions.look(unit, house.plugins, house.left_out)
    else:
        found = find_plugins()
        seen = installed(found.plugins, found.left_out, (), (), (), versions())
    rows = [_row(one) for one in seen]
    text = table_text("Plugins", ("Name", "Version", "State", "Businesses", "What to know"), rows)
    desk.answer({"plugins": [_facts(one) for one in seen]}, text if rows else "No plugin is installed.")


def _row(one: Installed) -> tuple[str, ...]:
    waiting = f"It has still to forget {one.duties} of those who were erased." if one.duties else ""
    businesses = ", ".join(business.name for business in one.businesses)
    return one.name, one.version, one.state.value, businesses, one.reason or waiting


def _facts(one: Installed) -> dict[str, object]:
    return {
        "name": one.name,
        "title": one.title,
        "version": one.version,
        "state": one.state.value,
        "reason": one.reason,
        "businesses": [business.slug for business in one.businesses],
        "pages": list(one.pages),
        "commands": list(one.commands),
        "chapters": list(one.chapters),
        "duties": one.duties,
    }
