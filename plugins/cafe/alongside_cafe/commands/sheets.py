"""The commands that bring the rota out into a spreadsheet, and a spreadsheet into a draft."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from alongside.api.commands import Desk
from alongside.api.values import BadInput, monday_of

from ..actions import sheets
from ..sheet_files import rows_of
from . import first_of, for_weeks, from_day


@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@from_day
@for_weeks(4)
def out(desk: Desk, file: Path, first_day: date | None, weeks: int) -> None:
    """Write the published rota, as the ending of the file says; a file that is there is not written over."""
    kind = file.suffix.removeprefix(".").casefold()
    if kind not in {"csv", "xlsx"}:
        raise BadInput(f"“{file.name}” is no spreadsheet", remedy="Let its name end in .xlsx or .csv.")
    if file.exists():
        raise BadInput(f"{file} is there already", remedy="Choose another name.")
    business, start = desk.business(), monday_of(first_of(desk, first_day))
    with desk.unit(writing=False) as unit:
        made = sheets.as_file(unit, business.id, business.slug, start, weeks, kind=kind)
    file.write_bytes(made.content)
    desk.answer({"file": str(file), "first_day": start, "weeks": weeks}, f"The rota from {start} on is in {file}.")


@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def bring(desk: Desk, file: Path) -> None:
    """Read a spreadsheet into a draft; the command fails where anything in it is wrong, and nothing is written."""
    business, rows = desk.business(), rows_of(file.read_bytes(), file.name)
    with desk.unit() as unit:
        brought = sheets.bring_in(unit, business.id, rows)
    faults = [str(one) for one in brought.faults]
    if brought.draft is None:
        wrong = {"row": [one.row for one in brought.faults], "faults": faults}
        desk.answer(wrong, "\n".join(["Nothing was written.", *faults]))
        raise SystemExit(1)
    said = (
        f"{brought.places} places are in the draft from {brought.draft.first_day} on. Look at it, then publish it."
    )
    desk.answer({"places": brought.places, "first_day": brought.draft.first_day}, said)
