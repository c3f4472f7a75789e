"""The commands that belong to no part: what they do is imported when they run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from alongside.cli.described import Setting
from alongside.cli.options import DAY
from alongside.house.backups.root_commands import BACKUPS
from alongside.house.own_record.root_commands import export_person
from alongside.house.start_commands import import_people, start
from alongside.refusal import BadInput

_FILE = click.Path(path_type=Path, dir_okay=False)
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
@click.option("--port", type=click.IntRange(1, 65535), help="Where to listen: 8080, or 8443 with --lan.")
@click.option("--lan", is_flag=True, help="Let other devices of your network come, by HTTPS.")
@click.option("--certificate", type=_FILE, help="The certificate to show them, a PEM file; for --lan.")
@click.option("--key", type=_FILE, help="The key of that certificate.")
@click.pass_context
def serve(ctx: click.Context, port: int | None, lan: bool, certificate: Path | None, key: Path | None) -> None:  # noqa: FBT001 - the same
    """Show the enterprise's pages in a browser on this computer, or on the network with --lan."""
    from alongside.house.reaching import Asked
    from alongside.house.serving import serve as show

    asked = Asked(port=port, lan=lan, certificate=certificate, key=key)
    show(ctx.obj.desk(), asked, with_round=not ctx.find_root().params["safe"])


@click.command("https-certificate")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--name", "names", multiple=True, help="A name it is opened by, such as cafe.local; may be said again."
)
@click.option("--address", "numbers", multiple=True, help="A network address, such as 192.168.1.20; the same.")
@click.option(
    "--renew", is_flag=True, help="Make the next one by the same authority, which devices trust already."
)
@_json
@click.pass_obj
def https_certificate(
    setting: Setting,
    folder: Path,
    names: tuple[str, ...],
    numbers: tuple[str, ...],
    renew: bool,  # noqa: FBT001 - the same
    json_: bool,  # noqa: FBT001 - the same
) -> None:
    """Make a certificate for your own network, by an authority that speaks for these names alone."""
    from alongside.house.https_certificate import make_certificate

    make_certificate(setting.desk(as_json=json_), folder, names, numbers, again=renew)


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
@click.option(
    "--day", type=DAY, help="The day they are for; if not said, tomorrow from the evening on, else today."
)
@_json
@click.pass_obj
def pack(setting: Setting, day: date | None, json_: bool) -> int:  # noqa: FBT001 - the same
    """Make the papers of a day, so that work goes on without a network."""
    from alongside.house.packs.commands import pack as make

    return make(setting.desk(as_json=json_), day)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--today", type=DAY, help="The day it is in the demo; today if not said.")
@click.option("--seed", type=int, default=1, show_default=True, help="Other numbers make another demo.")
@click.option(
    "--weeks", type=click.IntRange(26, 104), default=26, show_default=True, help="How much history it gets."
)
def demo(folder: Path, today: date | None, seed: int, weeks: int) -> None:
    """Build a whole enterprise to look at: people, a café, a rota, a decision, papers."""
    from alongside.house.demo import build

    build(folder, today, seed, weeks)


ROOT: tuple[click.Command, ...] = (
    *(start, demo, serve, https_certificate, daily, pack, doctor, verify, texts),
    *BACKUPS,
)

IN_GROUPS: Mapping[str, tuple[click.Command, ...]] = {"people": (import_people, export_person)}
"""Commands that stand in a part's group and reach over more parts than that one may know of."""
