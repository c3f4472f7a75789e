"""Who was there, at the keyboard: a whole day of a business at once, by a list of who was not as planned."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path

import attrs
import click

from alongside.cli import Desk
from alongside.cli.options import DAY
from alongside.display.wording import span_short
from alongside.enterprise import offers as enterprise
from alongside.instants import Interval, local
from alongside.placements import actions
from alongside.placements.actions import Note, Planned, Stretch
from alongside.placements.said_times import SaidTime, between
from alongside.refusal import BadInput

_COLUMNS = ("person", "there", "from", "until", "why")
_WHICH = {"": None, "first": False, "second": True}
_MOST = 1_000_000
"""Bytes of a list: a thousand people are far fewer."""


@attrs.frozen(kw_only=True)
class _Line:
    """What a line of the list says of one person: whether she was there, and when where it differs."""

    number: int
    there: bool
    since: SaidTime | None = None
    until: SaidTime | None = None
    why: str = ""


@click.argument("day", type=DAY)
@click.option("--business-slug", metavar="NAME", required=True, help="The business, by its short name.")
@click.option(
    "--list",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Who was not as planned (CSV: person, there, from, until, why); all others were.",
)
@click.option("--as-planned", is_flag=True, help="Everybody was there as planned.")
def attendance(desk: Desk, day: date, business_slug: str, file: Path | None, as_planned: bool) -> None:  # noqa: FBT001 - click hands a flag over by its name
    """Show who was there on a day; or confirm all of it at once, with a list or as planned.

    What is noted already stays as it is, unless the list says otherwise, with a reason.
    """
    said = _read(file) if file else {}
    with desk.unit(writing=bool(file) or as_planned) as unit:
        business = enterprise.business_by_slug(unit, None, business_slug)
        stretches = actions.over_on(unit, business.id, day)
        if file or as_planned:
            notes = _notes(stretches, said, desk.zone)
            new = actions.confirm(unit, business.id, day, notes)
    if not file and not as_planned:
        desk.table(f"{business.name} on {day}", ("time", "work", "person", "noted"), _rows(stretches, desk.zone))
        return
    there = sum(note.time is not None for note in new)
    facts = {"day": day, "there": there, "away": len(new) - there}
    desk.answer(facts, f"Kept: {there} were there, {len(new) - there} were not.")


def _rows(stretches: list[Stretch], zone: str) -> list[tuple[str, ...]]:
    return [
        (span_short(local(one.starts, zone), local(one.ends, zone)), one.label, each.face.name, _noted(each, zone))
        for one in stretches
        for each in one.people
    ]


def _noted(one: Planned, zone: str) -> str:
    if one.noted is None:
        return ""
    if one.noted.time is None:
        return "was not there"
    return span_short(local(one.noted.time.starts, zone), local(one.noted.time.ends, zone))


def _notes(stretches: list[Stretch], said: Mapping[str, _Line], zone: str) -> dict[str, Note]:
    """What is noted of each claim: the list of those it names, of all others that they were there as planned.

    Raises:
        BadInput: for somebody who was not to be there, or whose work that day is more than one stretch.
    """
    notes: dict[str, Note] = {}
    known: set[str] = set()
    for each in (one for stretch in stretches for one in stretch.people):
        line = said.get(each.face.name.casefold())
        if line is None:
            if each.expected and each.noted is None:
                notes[each.claim.id] = Note(time=each.claim.interval)
            continue
        if each.face.name.casefold() in known and line.since is not None:
            found = f"{each.face.name} had more than one stretch of work"
            raise BadInput(found, where=f"line {line.number}", remedy="Note other times on the page of the day.")
        known.add(each.face.name.casefold())
        notes[each.claim.id] = Note(time=_worked(each, line, zone) if line.there else None, why=line.why)
    _refuse_strangers(said, known)
    return notes


def _worked(one: Planned, line: _Line, zone: str) -> Interval:
    """As it was planned where the list gives no times."""
    if line.since is None or line.until is None:
        return one.claim.interval
    day = local(one.claim.starts, zone).date()
    return between(one.claim.id, day, line.since, line.until, zone, ends_by=one.claim.ends)


def _refuse_strangers(said: Mapping[str, _Line], known: set[str]) -> None:
    for name, line in said.items():
        if name not in known:
            found = "nobody of that name was to be there that day"
            raise BadInput(
                found, where=f"line {line.number}", remedy="See who was: the same command without --list."
            )


# --- the list


def _read(file: Path) -> dict[str, _Line]:
    """Read a list by the names in it, in small letters.

    Raises:
        BadInput: for what is no such list, for a line that says no yes or no, or a person named twice.
    """
    try:
        text = file.read_bytes()[:_MOST].decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise BadInput("this is no text in UTF-8", where=file.name, remedy="Save it as CSV again.") from wrong
    lines = csv.DictReader(text.splitlines())
    missing = [one for one in _COLUMNS[:2] if one not in (lines.fieldnames or ())]
    if missing:
        raise BadInput(
            f"there is no column “{missing[0]}”", where=file.name, remedy=f"Use: {', '.join(_COLUMNS)}."
        )
    found: dict[str, _Line] = {}
    for number, row in enumerate(lines, start=2):
        name = " ".join((row["person"] or "").split()).casefold()
        if name in found:
            raise BadInput("this person is named twice", where=f"line {number}", remedy="Keep one of the lines.")
        found[name] = _line(row, number)
    return found


def _line(row: Mapping[str, str | None], number: int) -> _Line:
    there = (row["there"] or "").strip().casefold()
    if there not in {"yes", "no"}:
        found = f"“{there}” says neither yes nor no"
        raise BadInput(found, where=f"line {number}", remedy="Write yes or no under “there”.")
    since, until = (_clock(row.get(one), number) for one in ("from", "until"))
    if (since is None) is not (until is None):
        raise BadInput("one of two times is missing", where=f"line {number}", remedy="Give “from” and “until”.")
    return _Line(number=number, there=there == "yes", since=since, until=until, why=(row.get("why") or "").strip())


def _clock(text: str | None, number: int) -> SaidTime | None:
    """Read 09:30; of a time that comes twice on the night the clocks go back, “01:30 first” or “01:30 second”."""
    clock, _, which = (text or "").strip().partition(" ")
    if not clock:
        return None
    try:
        return SaidTime(time.fromisoformat(clock), _WHICH[which.strip().casefold()])
    except (ValueError, KeyError) as wrong:
        raise BadInput(f"“{text}” is no time", where=f"line {number}", remedy="Write it as 09:30.") from wrong
