"""``alongside backup``, ``restore`` and ``backup-key``: what they do when they run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import attrs
import click

from alongside.cli.ending import DONE, NOT_RIGHT
from alongside.display.wording import day as day_words
from alongside.house.backups import sheet
from alongside.house.backups.key import OpeningKey, read_key
from alongside.house.backups.making import make, must_fit
from alongside.house.backups.notes import find_key, keep_key, key_of
from alongside.house.backups.restoring import Restored, restore
from alongside.house.backups.sealed import heading_of
from alongside.instants import LONDON, local
from alongside.refusal import BadInput

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.house.finding import Found
    from alongside.house.opening import House
    from alongside.plugin import Part


def backup(desk: Desk, file: Path) -> None:
    """Make a backup at ``file`` and say what is in it; the first one makes its key sheet beside it."""
    house = cast("House", desk.opened)
    new_sheet = None if find_key(house.home) else _first_sheet(desk, house, file)
    desk.step_back()
    made = make(house, file, desk.say)
    facts = {**attrs.asdict(made), "key": key_of(house.home).name, "new_sheet": new_sheet}
    text = (
        f"The backup is {made.path}: {made.tables} tables, {made.rows:,} rows, {made.files} files, "
        f"{made.bytes / 1e6:,.1f} MB.\nIt was opened again and compared: it is good. "
        f"It opens with the key sheet called {key_of(house.home).name}, and with nothing else."
    )
    desk.answer(facts, text)


def _first_sheet(desk: Desk, house: House, file: Path) -> Path:
    """Make the key and its sheet beside a backup, rather than send somebody away on her first day."""
    must_fit(file)
    paper = file.with_name(f"{file.name}-key-sheet.pdf")
    key = sheet.make_sheet(house, paper, desk.today)
    desk.say(
        "There was no key sheet yet, and a backup opens with nothing else. So one was made.\n"
        f"The key sheet is {paper}; it is called {key.name}.\n{sheet.WHAT_TO_DO}"
    )
    return paper


def put_back(
    file: Path,
    home: Path | None,
    key_file: Path | None,
    database: str,
    core: tuple[Part, ...],
    found: Found,
    *,
    move_aside: bool,
) -> int:
    """Put a backup back into ``home`` and say what was found."""
    if home is None:
        remedy = "Name it before the command: alongside --home NEW-FOLDER restore FILE"
        raise BadInput("the folder to restore into was not named", remedy=remedy)
    key = _key_for(file, key_file)
    done = restore(file, key, home, core, found, database=database, move_aside=move_aside, tell=_say)
    click.echo("\n".join(_told(done, home, database)))
    return DONE if done.verdict.holds else NOT_RIGHT


def _told(done: Restored, home: Path, database: str) -> list[str]:
    got, made = done.received, local(done.made, LONDON)
    what = f"{got.rows:,} rows in {len(got.manifest.shapes)} tables and {got.files} files"
    when = f"{day_words(made, year=True)} at {made:%H:%M}"
    lines = [f"{home} is as it was on {when}: {what}, each compared with what was copied."]
    if got.manifest.database == "postgresql" and not database:
        lines.append("Its database was PostgreSQL and is now the file alongside.db in the folder.")
    if done.aside:
        lines.append(f"What was there before is kept in {done.aside}. Take it away when you do not need it.")
    verdict = done.verdict
    lines += [f"The audit trail holds: {verdict.sealed:,} entries."] if verdict.holds else list(verdict.faults)
    if done.erased_again:
        lines.append(f"Erased again, as they were after this copy was made: {done.erased_again}.")
    if done.held_back:
        lines.append(f"Messages that waited and may have gone since: {done.held_back}. See the page Messages.")
    if done.keys_left:
        lines.append(
            f"Open votes that cannot be counted in this copy, but only where they were opened: {done.keys_left}. "
            "Is that folder gone? Then a teller begins them again, on their pages."
        )
    known = local(done.known_until, LONDON)
    lines.append(
        f"Erasings are known up to {day_words(known, year=True)} at {known:%H:%M}. "
        "Was somebody erased later? Then erase them again: alongside people erase NAME --yes"
    )
    return lines


def _key_for(file: Path, key_file: Path | None) -> OpeningKey:
    if key_file is not None:
        return read_key(key_file.read_text("utf-8"))
    name = heading_of(file).key
    return _typed(f"Type the key from the sheet called {name} (8 groups)")


def _typed(ask: str) -> OpeningKey:
    if not sys.stdin.isatty():
        return read_key(sys.stdin.readline())
    return read_key(click.prompt(ask, err=True))


def make_key(desk: Desk, file: Path | None, *, anew: bool, check: bool) -> None:
    """Make the key and its sheet, or try whether a sheet is the right one."""
    house = cast("House", desk.opened)
    if check:
        _try_key(desk, house)
        return
    if file is None:
        raise BadInput("the sheet needs a file", remedy="Say where to put it: alongside backup-key SHEET.pdf")
    before = find_key(house.home)
    if before and not anew:
        remedy = (
            "Its sheet cannot be printed twice. Is it lost? Then say --anew: a new key for copies from now on."
        )
        raise BadInput(f"there is a key already; its sheet is called {before.name}", remedy=remedy)
    key = sheet.make_sheet(house, file, desk.today)
    text = f"The key sheet is {file}; it is called {key.name}.\n{sheet.WHAT_TO_DO}"
    desk.answer({"sheet": str(file), "key": key.name}, text)


def _try_key(desk: Desk, house: House) -> None:
    known = key_of(house.home)
    typed = _typed(f"Type the key from the sheet called {known.name}")
    if typed.public != known.public:
        remedy = f"Look for the one called {known.name}, or make a new one with --anew."
        raise BadInput(f"this is the sheet called {typed.name}, which does not open today's copies", remedy=remedy)
    keep_key(house.home, attrs.evolve(known, tried=desk.today))
    desk.answer({"key": known.name, "opens": True}, f"Yes: the sheet called {known.name} opens your backups.")


def _say(text: str) -> None:
    click.echo(text, err=True)
