"""``alongside doctor``: looks whether everything is in order and names what is not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import attrs

from alongside.cli import Desk
from alongside.cli.ending import DONE, NOT_RIGHT
from alongside.decisions import offers as decisions
from alongside.decisions.actions import keys
from alongside.decisions.actions.keys import KeyLost
from alongside.decisions.level import Level
from alongside.enterprise import offers as enterprise
from alongside.house.backups.nightly import is_new, worries
from alongside.house.backups.notes import find_key, notes_of
from alongside.house.came import counted
from alongside.house.finding import checked_hooks
from alongside.house.first_steps import open_steps
from alongside.house.network_worries import network_worries
from alongside.jobs.once import last_day, of_day
from alongside.messages.delivery import of_standing
from alongside.messages.message import Standing
from alongside.rulepacks.offers import warnings as stale_rules
from alongside.store.migrate import behind

if TYPE_CHECKING:
    from alongside.house.opening import House
    from alongside.plugin import Lazy, Part

# SQLite before 3.51.3 has a rare race between two connections that write or checkpoint at once; one writer at
# a time, as the store has it, keeps clear of it as far as we read the advisory.
_MENDED = (3, 51, 3)


@attrs.frozen
class Finding:
    """One thing that was looked at: ``right`` or not, and in words. ``None`` is neither: worth knowing."""

    right: bool | None
    words: str


def examine(desk: Desk) -> int:
    """Look at everything; the exit code says whether all is right."""
    house: House = desk.opened  # type: ignore[assignment] # the house is what the desk of main() opens
    findings = list(examine_house(house))
    right = all(finding.right is not False for finding in findings)
    marks = {True: "right", False: "WRONG", None: "note"}
    lines = [f"{marks[finding.right]:>6}  {finding.words}" for finding in findings]
    summary = "Everything is in order." if right else "Not everything is in order."
    facts = [{"state": marks[finding.right].lower(), "words": finding.words} for finding in findings]
    desk.answer({"in_order": right, "findings": facts}, "\n".join([*lines, summary]))
    return DONE if right else NOT_RIGHT


def examine_house(house: House) -> Iterator[Finding]:
    """Look at plugins, tables, the audit trail, what is left to do, rules; hand over what was found."""
    yield from _plugins(house)
    yield from _database(house)
    yield from _duties(house)
    yield from _votes(house)
    yield from _backups(house)
    yield from _beginning(house)
    yield from _rounds(house)
    yield from _messages(house)
    yield from (Finding(*found) for found in network_worries(house.settings.serve, datetime.now(UTC)))
    for stale in stale_rules(house.today()):
        yield Finding(None, stale.sentence)


def _plugins(house: House) -> Iterator[Finding]:
    for one in house.left_out:
        yield Finding(False, f"The plugin “{one.name}” is left out. {one.reason}")
    for part in house.parts:
        faults = list(_lazy_faults(part))
        yield from (Finding(False, f"In “{part.name}” {fault}") for fault in faults)
        if not faults and part in house.plugins:
            yield Finding(True, f"The plugin “{part.name}” is here and whole.")
    with house.reading() as unit:
        known = [row.name for row in enterprise.plugins(unit)]
        kinds = {business.kind for business in enterprise.businesses(unit) if business.kind}
    present = {plugin.name for plugin in house.plugins}
    for name in sorted(({*known} | kinds) - present - {one.name for one in house.left_out}):
        yield Finding(False, f"The plugin “{name}” is not installed; its data is kept until it comes back.")


def _lazy_faults(part: Part) -> Iterator[str]:
    for lazy in lazies(part):
        try:
            loaded = lazy.load(part.package)
            if lazy is part.reactions:
                checked_hooks(part.name, loaded)
        except Exception as fault:  # whatever a stranger's module raises
            yield f"“{lazy.target}” could not be loaded: {type(fault).__name__}: {fault}."


def lazies(part: Part) -> Iterator[Lazy]:
    """Yield everything that a description names and does not yet import."""
    pages = [lazy for page in part.pages for lazy in (page.show, page.send)]
    chapters = [lazy for chapter in part.chapters for lazy in (chapter.write, chapter.figures)]
    single = [part.tables, part.reactions, part.demo]
    named = [paper.make for paper in part.papers] + [command.run for command in part.commands]
    shown = [tile.show for tile in part.tiles] + [sheet.write for sheet in part.day_sheets]
    yield from (lazy for lazy in [*pages, *named, *chapters, *shown, *single] if lazy is not None)


def _database(house: House) -> Iterator[Finding]:
    store = house.store
    if store.is_sqlite:
        version = ".".join(map(str, sqlite3.sqlite_version_info))
        note = (
            ""
            if sqlite3.sqlite_version_info >= _MENDED
            else "; before 3.51.3, so let one computer alone write to it"
        )
        yield Finding(None if note else True, f"The database is SQLite {version}{note}.")
    else:
        yield Finding(True, "The database is PostgreSQL.")
    late = behind(store, house.lines)
    yield Finding(
        not late,
        f"Tables behind: {', '.join(line.name for line in late)}." if late else "The tables are up to date.",
    )
    verdict = store.verify()
    yield Finding(
        verdict.holds, verdict.faults[0] if verdict.faults else f"The audit trail holds ({verdict.sealed})."
    )


def _duties(house: House) -> Iterator[Finding]:
    with house.reading() as unit:
        duties = enterprise.open_duties(unit)
    for duty in duties:
        words = f"“{duty.plugin}” has still to forget a person who was erased on {duty.since:%d %B %Y}."
        yield Finding(False, f"{words} It does so when it is installed again.")


def _votes(house: House) -> Iterator[Finding]:
    with house.reading() as unit:
        waiting = [one for one in decisions.open_proposals(unit) if one.public_key]
    on_cards = [one for one in waiting if one.level is Level.LOCKED]
    lost = [one for one in waiting if one.level is not Level.LOCKED and not keys.is_there(str(one.public_key))]
    for proposal in lost:
        yield Finding(False, KeyLost(proposal.title).sentence)
    if here := len(waiting) - len(on_cards) - len(lost):
        many = counted(here, "open vote")
        yield Finding(None, f"{many} with a key on this computer: in {keys.folder()}, and in no backup.")
    if on_cards:
        many = counted(len(on_cards), "open vote")
        rest = "No key is here, and none should be: two of three key cards open a box."
        yield Finding(None, f"{many} in a locked box. {rest}")


def _rounds(house: House) -> Iterator[Finding]:
    with house.reading() as unit:
        last = last_day(unit)
        failed = [one for one in of_day(unit, last).values() if one.fault] if last else []
    for one in failed:
        words = f"The daily round of “{one.name}” failed on {one.day:%d %B %Y}, reference {one.fault}."
        yield Finding(False, f"{words} It is tried again at the next round: alongside daily")
    if last is None or last < house.today():
        when = f"was last done for {last:%d %B %Y}" if last else "has not been done yet"
        yield Finding(None, f"The daily round {when}. It is done while pages are served, or by: alongside daily")
    elif not failed:
        yield Finding(True, "The daily round of today is done.")


def _backups(house: House) -> Iterator[Finding]:
    found = list(worries(house))
    # A demo is built anew at any time, so nobody has to be able to put it back. A new enterprise is no fault
    # either, unless a copy was tried and failed.
    spared = house.settings.demo_today or (is_new(house) and not notes_of(house.home).failed)
    state = None if spared else False
    yield from (Finding(state, words) for words in found)
    key = find_key(house.home)
    if key and not found:
        yield Finding(True, f"There is a good backup; it opens with the key sheet called {key.name}.")
    if key and key.tried is None:
        yield Finding(None, f"Nobody has tried the key sheet {key.name} yet: alongside backup-key --check")


def _messages(house: House) -> Iterator[Finding]:
    with house.reading() as unit:
        stuck = of_standing(unit, Standing.STUCK)
        waiting = of_standing(unit, Standing.WAITING)
    if stuck:
        many = f"{counted(len(stuck), 'message')} stuck"
        yield Finding(False, f"{many}: see the page Messages, or alongside messages list")
    if waiting:
        yield Finding(None, f"{counted(len(waiting), 'message')} waiting to be sent.")


def _beginning(house: House) -> Iterator[Finding]:
    """Say what is still to be done before a new enterprise can work; it is no fault that it is new."""
    with house.reading() as unit:
        if enterprise.find_enterprise(unit) is None:
            yield Finding(None, f"To begin: answer the first questions: alongside --home {house.home} serve")
            return
        waiting = open_steps(unit)
    for told in waiting:
        yield Finding(None, f"To begin: {told.words} On the page {told.step.path}")
