"""The command ``alongside``: light until a command needs more.

``alongside [--home FOLDER] [--as PERSON] GROUP COMMAND …``
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alongside import __version__
from alongside.cli.described import NearestGroup, Setting, add_groups
from alongside.cli.ending import run
from alongside.cli.keeping import keep_what_nobody_saw
from alongside.house.core import core_parts
from alongside.house.finding import Found, find_plugins
from alongside.house.root_commands import IN_GROUPS, ROOT

if TYPE_CHECKING:
    from alongside.house.opening import House


class Alongside(NearestGroup):
    """The root command. Which plugins it has depends on ``--safe``, so groups are found when it is asked."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return every group and command there is."""
        self._furnish(ctx)
        return super().list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a group or command by its name."""
        self._furnish(ctx)
        return super().get_command(ctx, cmd_name)

    def _furnish(self, ctx: click.Context) -> None:
        if not self.commands:
            add_groups(self, (*core_parts(), *plugins_in_use(safe=bool(ctx.params.get("safe"))).plugins))
            for command in ROOT:
                self.add_command(command)
            for group, commands in IN_GROUPS.items():
                for command in commands:
                    _group(self.commands[group]).add_command(command)


def _group(command: click.Command) -> click.Group:
    assert isinstance(command, click.Group)  # noqa: S101 - a part with commands always has one
    return command


@cache
def plugins_in_use(*, safe: bool) -> Found:
    """Return the plugins that are installed; with ``--safe`` none."""
    return Found((), ()) if safe else find_plugins()


@click.group(cls=Alongside, no_args_is_help=True)
@click.option("--home", type=click.Path(path_type=Path), envvar="ALONGSIDE_HOME", help="The enterprise's folder.")
@click.option("--as", "acting", metavar="PERSON", envvar="ALONGSIDE_AS", help="Who acts; the steward if not said.")
# Eager, as --help is: the list of groups depends on it.
@click.option("--safe", is_flag=True, is_eager=True, help="Leave all plugins out, to find out which is broken.")
@click.version_option(__version__, prog_name="alongside")
@click.pass_context
def alongside(ctx: click.Context, home: Path | None, acting: str | None, safe: bool) -> None:  # noqa: FBT001 - click
    """People, paid work, rotas and decisions for co-produced social businesses."""
    ctx.obj = Setting(lambda: _open(home, safe=safe), acting, named=home is not None)


def _open(home: Path | None, *, safe: bool) -> House:
    from alongside.house.opening import open_house  # heavy: the database

    found = plugins_in_use(safe=safe)
    for one in found.left_out:
        click.echo(f"The plugin “{one.name}” is left out. {one.reason}", err=True)
    house = open_house(home, core_parts(), found)
    click.get_current_context().call_on_close(house.close)
    return house


def main() -> None:
    """Run the command line and end with its exit code."""
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    keep_what_nobody_saw()
    sys.exit(run(alongside))
