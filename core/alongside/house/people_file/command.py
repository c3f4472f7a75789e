"""``alongside people import FILE``: a dry run unless it is told ``--yes``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from alongside.cli.ending import DONE, NOT_RIGHT, REFUSED
from alongside.house.people_file.checking import words_of
from alongside.house.people_file.mapping import read_map
from alongside.house.people_file.putting import look_through, put_on_record
from alongside.house.people_file.sheet import Sheet, read_sheet
from alongside.people.person import Format
from alongside.refusal import BadInput

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.house.people_file.joining import Joining, Plan

HEADERS = ("Row", "Name", "Told by", "Roles", "Work")
_WAYS: Mapping[Format, str] = {
    Format.SCREEN: "screen",
    Format.EMAIL: "e-mail",
    Format.LETTER: "letter",
    Format.PHONE_CALL: "phone call",
    Format.AUDIO: "recording",
}


def import_people(desk: Desk, file: Path, map_: Path | None, *, yes: bool) -> int:
    """Show what the file would do and what is wrong with it; with ``yes`` do it, if nothing is wrong."""
    sheet = sheet_of(file, map_)
    with desk.unit(writing=yes) as unit:
        plan, written = put_on_record(unit, sheet) if yes else (look_through(unit, sheet), ())
    desk.answer(_facts(plan, len(written)), _in_words(plan, len(written)))
    if plan.faults:
        return REFUSED if yes else NOT_RIGHT
    return DONE


def sheet_of(file: Path, map_: Path | None = None) -> Sheet:
    """Read a file of people, by a map where there is one.

    Raises:
        BadInput: where one of them cannot be read.
    """
    mapped = read_map(_content(map_), map_.name) if map_ else None
    return read_sheet(_content(file), file.name, mapped)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as trouble:
        found = f"this cannot be read ({trouble.strerror})"
        raise BadInput(found, where=str(file), remedy="Look at the name.") from trouble


def _facts(plan: Plan, written: int) -> dict[str, object]:
    return {
        "people": [dict(zip(map(str.lower, HEADERS), row_of(one), strict=True)) for one in plan.people],
        "faults": [{"row": one.row, "column": one.column, "sentence": one.sentence} for one in plan.faults],
        "written": written,
    }


def row_of(one: Joining) -> tuple[str, ...]:
    """Return one person of a plan as a row of the table that is shown."""
    easy = ", Easy Read" if one.edition != "en" else ""
    roles, work = ", ".join(map(str, one.roles)), str(one.work or "")
    name = f"{one.name} (on record; filled in)" if one.completes else one.name
    return str(one.row), name, _WAYS[one.preferred_format] + easy, roles, work


def _in_words(plan: Plan, written: int) -> str:
    from alongside.cli.showing import table_text  # rich takes its time to load

    table = table_text(f"{len(plan.people)} people", HEADERS, [row_of(one) for one in plan.people])
    if written:
        return f"{written:,} people are on record now."
    if plan.faults:
        wrong = [f"Wrong in {len(plan.faults)} places:", *(f"  {words}" for words in words_of(plan.faults))]
        return "\n".join([table, *wrong, "Nothing was written. Put these right, then try once more."])
    return f"{table}\nNothing has been written yet. To write it, say the same again with --yes."
