"""Command groups made from descriptions: a part's commands are listed without being imported."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from typing import Any

import click

from alongside.cli.desk import Desk, Opened
from alongside.cli.mistyped import check
from alongside.plugin import Command, Part, Plugin


class DescribedCommand(click.Command):
    """One command of a part; its function and options are imported when it is asked for."""

    def __init__(self, part: Part, command: Command) -> None:
        super().__init__(command.name, help=command.help, short_help=command.help, callback=None)
        self._part = part
        self._described = command

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the options that the function carries, and those that every command has."""
        if self.callback is None:
            function = self._described.run.load(self._part.package)
            own = list(reversed(getattr(function, "__click_params__", [])))
            self.params = own + _options_of_all(self._part)
            self.callback = self._calling(function)
        return super().get_params(ctx)

    def _calling(self, function: Callable[..., int | None]) -> Callable[..., int | None]:
        def call(*, json_: bool, business: str | None = None, **options: Any) -> int | None:
            check(click.get_current_context(), options)
            setting = click.get_current_context().find_object(Setting)
            assert setting is not None  # noqa: S101 - the root command always leaves one
            return function(setting.desk(self._part, business, as_json=json_), **options)

        return call


class Setting:
    """What stands before the command's name: whose enterprise it is, if one is ``named``, and who acts."""

    def __init__(self, opener: Callable[[], Opened], acting: str | None, *, named: bool = True) -> None:
        self.opener = opener
        self.acting = acting
        self.named = named

    def desk(self, part: Part | None = None, business: str | None = None, *, as_json: bool = False) -> Desk:
        """Return the desk for a command of ``part``."""
        kind = part.name if part else ""
        settled: dict[str, Any] = {"acting": self.acting, "business": business, "named": self.named}
        return Desk(self.opener, kind=kind, as_json=as_json, **settled)


def _options_of_all(part: Part) -> list[click.Parameter]:
    options = [click.Option(["--json", "json_"], is_flag=True, help="Answer in JSON, and nothing else.")]
    if isinstance(part, Plugin):
        said = "Which business, by its short name; not needed where there is one."
        options.append(click.Option(["--business"], metavar="NAME", help=said))
    return list(options)


class NearestGroup(click.Group):
    """A group that suggests the nearest command where one is misspelt."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or refuse and name the nearest."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], self.list_commands(ctx), n=1, cutoff=0.5)
            hint = f" Did you mean “{near[0]}”?" if near else f" See “{ctx.command_path} --help”."
            raise click.UsageError(f"There is no command “{args[0]}”.{hint}", ctx)
        return super().resolve_command(ctx, args)


def group_of(part: Part) -> click.Group:
    """Return a part's command group."""
    group = NearestGroup(part.name, help=f"{part.title}.", no_args_is_help=True)
    for command in part.commands:
        group.add_command(DescribedCommand(part, command))
    return group


def add_groups(root: click.Group, parts: Sequence[Part]) -> None:
    """Give the root command a group for every part that has commands."""
    for part in parts:
        if part.commands:
            root.add_command(group_of(part))
