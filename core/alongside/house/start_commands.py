"""The commands of a real start: the folder, and its people from a file. What they do is imported when they run."""

from __future__ import annotations

from pathlib import Path

import click

from alongside.cli.described import Setting

_FILE = click.Path(path_type=Path, dir_okay=False)
_json = click.option("--json", "json_", is_flag=True, help="Answer in JSON, and nothing else.")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--database", metavar="ADDRESS", default="", help="A PostgreSQL database; a file in the folder if not said."
)
@click.option("--name", default="", help="What the group is called; the pages ask if not said.")
@click.option("--zone", default="", help="Its time zone, such as Europe/London.")
@click.option(
    "--business", "businesses", metavar="NAME:KIND", multiple=True, help="A business; may be said again."
)
@click.option("--steward", default="", help="Who looks after Alongside first.")
@click.option("--people", "file", type=_FILE, help="A CSV file of the people (see people import).")
@click.option("--map", "map_", type=_FILE, help="Which columns of that file are which of ours.")
@_json
@click.pass_obj
def start(
    setting: Setting,
    folder: Path,
    database: str,
    name: str,
    zone: str,
    businesses: tuple[str, ...],
    steward: str,
    file: Path | None,
    map_: Path | None,
    json_: bool,  # noqa: FBT001 - the same
) -> None:
    """Make the folder of a real enterprise, and say what to do next."""
    from alongside.house.starting import Wanted
    from alongside.house.starting import start as make

    wanted = Wanted(
        database=database,
        name=name,
        zone=zone,
        businesses=businesses,
        steward=steward,
        people=file,
        map=map_,
    )
    make(setting.desk(as_json=json_), folder, wanted)


@click.command("import", short_help="Put people on record from a CSV file.")
@click.argument("file", type=_FILE)
@click.option("--map", "map_", type=_FILE, help="Which of its columns and words are which of ours: TOML or CSV.")
@click.option("--yes", is_flag=True, help="Write it; without it you see what would happen.")
@_json
@click.pass_obj
def import_people(setting: Setting, file: Path, map_: Path | None, yes: bool, json_: bool) -> int:  # noqa: FBT001 - the same
    """Put people on record from a CSV file, all or nobody, with their roles and the work agreed with them.

    Its first row names the columns: name, date_of_birth, email, phone, format, roles, business, start_date,
    rate, hours_per_week. Days are written 2026-11-23, roles “member;manager:NAME-OF-BUSINESS”. Work with a rate
    is paid, work without one is volunteering.
    """
    from alongside.house.people_file.command import import_people as put

    return put(setting.desk(as_json=json_), file, map_, yes=yes)
