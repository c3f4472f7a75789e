"""The commands that belong to no part: what they do is imported when they run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from alongside.cli.described import Setting
from alongside.cli.options import DAY
from alongside.house.backups.root_commands import BACKUPS
from alongside.house.start_commands import import_people, start
from alongside.refusal import BadInput

_json = click.option("--json", "json_", is_flag=True, help="Answer in JSON, and nothing else.")


@click.command()
@_json
@click.pass_obj
def doctor(setting: Setting, json_: bool) -> int:  # noqa: FBT001 - click hands options over like this
    """Look whether everything is in order, and name what is not."""
    from alongside.house.doctor import examine

    return examine(setting.desk(as_json=json_))


@click.command()
@click.option("--head", default="", help="A head noted earlier; it must still be in the trail.")
@_json
@click.pass_obj
def verify(setting: Setting, head: str, json_: bool) -> int:  # noqa: FBT001 - the same
    """Verify the audit trail from its first entry to its last."""
    from alongside.house.verifying import verify as check

    return check(setting.desk(as_json=json_), head)


@click.command()
@click.option("--keys", is_flag=True, help="List every text that has no wording of its own.")
@_json
@click.pass_obj
def texts(setting: Setting, keys: bool, json_: bool) -> None:  # noqa: FBT001 - the same
    """Count the texts that are missing in each edition."""
    from alongside.house.texts_missing import count

    count(setting.desk(as_json=json_), keys=keys)


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8080, show_default=True, help="Where to listen.")
@click.pass_context
def serve(ctx: click.Context, port: int) -> None:
    """Show the enterprise's pages in a browser on this computer."""
    from alongside.house.serving import serve as show

    show(ctx.obj.desk(), port, with_round=not ctx.find_root().params["safe"])


@click.command()
@_json
@click.pass_context
def daily(ctx: click.Context, json_: bool) -> int:  # noqa: FBT001 - the same
    """Do today's round: what time has changed, reminders, messages that wait. It does nothing twice."""
    from alongside.house.daily import daily as go

    if ctx.find_root().params["safe"]:
        raise BadInput("no round is done while all plugins are left out", remedy="Say it without --safe.")
    return go(ctx.obj.desk(as_json=json_))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--today", type=DAY, help="The day it is in the demo; today if not said.")
@click.option("--seed", type=int, default=1, show_default=True, help="Other numbers make another demo.")
def demo(folder: Path, today: date | None, seed: int) -> None:
    """Build a whole enterprise to look at: people, a café, a rota, a decision, papers."""
    from alongside.house.demo import build

    build(folder, today, seed)


ROOT: tuple[click.Command, ...] = (start, demo, serve, daily, doctor, verify, texts, *BACKUPS)

IN_GROUPS: Mapping[str, tuple[click.Command, ...]] = {"people": (import_people,)}
"""Commands that stand in a part's group and reach over more parts than that one may know of."""
