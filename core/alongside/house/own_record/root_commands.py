"""The command that hands over a person's record. What it does is imported when it runs."""

from __future__ import annotations

from pathlib import Path

import click

from alongside.cli.described import Setting


@click.command("export", short_help="Write what is kept of a person into a file.")
@click.argument("person")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "json_", is_flag=True, help="Answer in JSON, and nothing else.")
@click.pass_obj
def export_person(setting: Setting, person: str, file: Path, json_: bool) -> None:  # noqa: FBT001 - click hands options over like this
    """Write what is kept of a PERSON, who asked for it by letter, into a FILE that you alone may read.

    A FILE that ends in .pdf is a paper in the person's own edition; any other is for a program (JSON).
    What somebody keeps for herself alone is not in it.
    """
    from alongside.house.own_record.command import export

    export(setting.desk(as_json=json_), person, file)
