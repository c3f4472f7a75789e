"""``alongside start FOLDER``: makes a real enterprise's folder, whole or not at all, and says what to do next."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from alongside.enterprise import offers as enterprise
from alongside.enterprise.roles import Role
from alongside.house import opening
from alongside.house.beginning import Beginning, begin, read_businesses
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.opening import House, open_house
from alongside.house.people_file.checking import Known, check, words_of
from alongside.house.people_file.command import sheet_of
from alongside.house.people_file.putting import put_on_record
from alongside.house.preparing import prepare
from alongside.house.settings import FILE, read_settings, write_settings
from alongside.instants import LONDON, local
from alongside.people import offers as people
from alongside.refusal import BadInput
from alongside.store import Actor
from alongside.store.migrate import migrate

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.house.finding import Found
    from alongside.house.people_file.sheet import Sheet
    from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Wanted:
    """What was said on the command line; what was left out, the first pages ask."""

    database: str = ""
    name: str = ""
    zone: str = ""
    businesses: tuple[str, ...] = ()
    steward: str = ""
    people: Path | None = None
    map: Path | None = None

    @property
    def further(self) -> bool:
        """True if more was said than a name alone can carry."""
        return bool(self.zone or self.businesses or self.steward or self.people)


@attrs.frozen(kw_only=True)
class _Ready:
    """What was asked for, read and checked before anything is made."""

    beginning: Beginning | None
    sheet: Sheet | None


def start(desk: Desk, folder: Path, wanted: Wanted) -> None:
    """Make the folder and its database, and what was said beside it; one that is there already is left alone.

    Raises:
        BadInput: where the folder holds something else, or what was said cannot be.
    """
    if (folder / FILE).is_file():
        _there_already(desk, folder)
        return
    _refuse_filled(folder)
    found = find_plugins()
    ready = _checked(wanted, found)
    with _whole_or_not_at_all(folder) as unfinished:
        _write(unfinished, wanted.database)
        made = _made(unfinished, ready, found)
    steps = _steps(folder, set_up=ready.beginning is not None)
    lines = [f"Made {folder}: the settings, and {_database(wanted)}.", *made, "", *steps]
    desk.answer({"folder": str(folder), "made": made, "next": steps[1:]}, "\n".join(lines))


# --- before anything is made


def _refuse_filled(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()):
        raise BadInput(f"{folder} is not empty", remedy="Name a folder that does not exist yet, or an empty one.")


def _checked(wanted: Wanted, found: Found) -> _Ready:
    """Read everything that was said, so that a mistake in it makes nothing."""
    if not wanted.name:
        if wanted.further:
            raise BadInput(
                "the group has no name", remedy="Say --name as well, or let the pages ask for all of it."
            )
        return _Ready(beginning=None, sheet=None)
    beginning = Beginning(
        name=wanted.name,
        zone=wanted.zone or LONDON,
        businesses=read_businesses(wanted.businesses, {plugin.name for plugin in found.plugins}),
        steward=" ".join(wanted.steward.split()),
    )
    beginning.enterprise()
    sheet = sheet_of(wanted.people, wanted.map) if wanted.people else None
    if sheet is not None:
        _check_people(sheet, beginning)
    elif not beginning.steward:
        remedy = "Say --steward NAME, or --people FILE with a steward in it."
        raise BadInput("nobody would look after it", remedy=remedy)
    return _Ready(beginning=beginning, sheet=sheet)


def _check_people(sheet: Sheet, beginning: Beginning) -> None:
    today = local(opening.now(), beginning.zone).date()
    plan = check(sheet, Known(today=today, businesses=beginning.opened(today)))
    if plan.faults:
        listed = "\n".join(f"  {words}" for words in words_of(plan.faults))
        raise BadInput(
            f"the file of people is not right in {len(plan.faults)} places:\n{listed}\nNothing was made"
        )
    stewards = [one for one in plan.people if any(held.role is Role.STEWARD for held in one.roles)]
    if not stewards and not beginning.steward:
        remedy = "Give somebody the role steward in the file, or say --steward NAME."
        raise BadInput("nobody in the file of people is steward", remedy=remedy)


# --- making


@contextmanager
def _whole_or_not_at_all(folder: Path) -> Iterator[Path]:
    """Work in a folder beside it, which takes its place when all is done and goes where something fails."""
    home = folder.absolute()
    home.parent.mkdir(parents=True, exist_ok=True)
    unfinished = home.with_name(f".{home.name}.{os.getpid()}.unfinished")
    try:
        # For its owner alone: it holds what is known of people.
        unfinished.mkdir(mode=0o700)
        yield unfinished
        _take_place(unfinished, home)
    except OSError as trouble:
        found = f"{folder} could not be made ({trouble.strerror})"
        raise BadInput(found, remedy="Look at the folder that it is to stand in, then try again.") from trouble
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _take_place(unfinished: Path, home: Path) -> None:
    if not home.exists():
        unfinished.rename(home)
        return
    # Somebody may stand in the empty folder, so it stays; the settings, which make it an enterprise's, come last.
    for path in sorted(unfinished.iterdir(), key=lambda path: path.name == FILE):
        path.rename(home / path.name)


def _write(home: Path, database: str) -> None:
    write_settings(home, database=database)
    (home / FILE).chmod(0o600)  # an address of a database may hold a password


def _made(home: Path, ready: _Ready, found: Found) -> list[str]:
    house = House(read_settings(home), core_parts(), found)
    try:
        migrate(house.store, house.lines)
        _refuse_taken(house)
        prepare(house)
        with house.store.unit(Actor.keyboard("the start")) as unit:
            return _filled(unit, ready, found) if ready.beginning else []
    finally:
        house.close()


def _refuse_taken(house: House) -> None:
    with house.reading() as unit:
        if enterprise.find_enterprise(unit) is not None:
            remedy = "Name an empty database, or the folder that goes with this one."
            raise BadInput("this database holds an enterprise already", remedy=remedy)


def _filled(unit: Unit, ready: _Ready, found: Found) -> list[str]:
    assert ready.beginning is not None  # noqa: S101 - the caller has looked
    beginning = ready.beginning
    steward = begin(unit, beginning, found.plugins)
    made = [f"{beginning.name} is set up, in the time zone {beginning.zone}."]
    made += [f"{one.name} is open{f', as {one.kind}' if one.kind else ''}." for one in beginning.businesses]
    if ready.sheet is not None:
        plan, written = put_on_record(unit, ready.sheet)
        if plan.faults:
            raise BadInput(plan.faults[0].words)
        made.append(f"{len(written)} people are on record.")
    chosen = steward or enterprise.steward(unit)
    if chosen:
        made.append(f"{people.names_of(unit, [chosen])[chosen]} looks after it first, as steward.")
    return made


# --- telling


def _database(wanted: Wanted) -> str:
    return "a PostgreSQL database" if wanted.database else "its database, alongside.db"


def _there_already(desk: Desk, folder: Path) -> None:
    house = open_house(folder, core_parts(), find_plugins())
    try:
        kind = "a demo" if house.settings.demo_today else "an enterprise"
        with house.reading() as unit:
            steps = _steps(folder, set_up=enterprise.find_enterprise(unit) is not None)
    finally:
        house.close()
    said = f"{folder} holds {kind} already. Nothing was changed."
    desk.answer({"folder": str(folder), "made": [], "next": steps[1:]}, "\n".join([said, "", *steps]))


def _steps(folder: Path, *, set_up: bool) -> Sequence[str]:
    serve = f"alongside --home {folder} serve"
    if not set_up:
        return (
            "Next:",
            f"1. {serve}",
            "2. Open the address it prints and answer the questions; you can stop at any of them.",
            "3. Bring in your people there, from a file or by hand, and go through the first steps.",
        )
    return (
        "Next:",
        f"1. {serve}",
        "2. Open the address it prints and choose your name.",
        "3. Go through “First steps”, under “Our enterprise”, up to the first rota.",
    )
