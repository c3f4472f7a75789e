"""The commands for backups that stand at the root; what they do is imported when they run."""

from __future__ import annotations

from pathlib import Path

import click

from alongside.cli.described import Setting

_json = click.option("--json", "json_", is_flag=True, help="Answer in JSON, and nothing else.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@_json
@click.pass_obj
def backup(setting: Setting, file: Path, json_: bool) -> None:  # noqa: FBT001 - the same
    """Make a backup: one sealed file, opened again and compared."""
    from alongside.house.backups.commands import backup as make

    make(setting.desk(as_json=json_), file)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--key-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Holds the key; else it is asked for.",
)
@click.option(
    "--database",
    default="",
    metavar="ADDRESS",
    help="An empty PostgreSQL database; a file in the folder if not said.",
)
@click.option("--move-aside", is_flag=True, help="Keep what is in the folder now beside it, under another name.")
@click.pass_context
def restore(ctx: click.Context, file: Path, key_file: Path | None, database: str, move_aside: bool) -> int:  # noqa: FBT001 - the same
    """Put an enterprise back from a backup, into the folder that --home names."""
    from alongside.house.backups.commands import put_back
    from alongside.house.core import core_parts
    from alongside.house.finding import Found, find_plugins

    told = ctx.find_root().params
    found = Found((), ()) if told["safe"] else find_plugins()
    return put_back(file, told["home"], key_file, database, core_parts(), found, move_aside=move_aside)


@click.command(name="backup-key")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.option("--anew", is_flag=True, help="Make another key; older copies still open with the older sheet.")
@click.option("--check", is_flag=True, help="Try whether a sheet opens the backups made now.")
@_json
@click.pass_obj
def backup_key(setting: Setting, file: Path | None, anew: bool, check: bool, json_: bool) -> None:  # noqa: FBT001 - the same
    """Make the key sheet that opens backups, once, to print and keep safe."""
    from alongside.house.backups.commands import make_key

    make_key(setting.desk(as_json=json_), file, anew=anew, check=check)


BACKUPS: tuple[click.Command, ...] = (backup, restore, backup_key)
