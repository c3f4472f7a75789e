"""An enterprise with a year of data: the demo with a year of history, and a vote in each fortnight of it.

Built by the program's own actions, so that every row has its entry in the trail and every result its messages. It
is kept in the folder named, and built once.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date, time, timedelta
from pathlib import Path

import sqlalchemy as sa

from alongside.cli.demo import Clock
from alongside.decisions.actions import closing, proposing, voting
from alongside.decisions.ballot import Ballot
from alongside.decisions.proposal import NO, YES
from alongside.enterprise import offers as enterprise
from alongside.house.backups.key import new_key
from alongside.house.backups.making import make
from alongside.house.backups.notes import SealingKey, keep_key
from alongside.house.backups.restoring import restore
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.opening import House, open_house
from alongside.house.settings import read_settings
from alongside.instants import LONDON, at
from alongside.messages.message import Standing
from alongside.messages.tables import MESSAGES
from alongside.people import offers as people
from alongside.store import Actor

PROGRAM = str(Path(sys.executable).with_name("alongside"))
TODAY = date(2026, 11, 23)
WEEKS = 52
FORTNIGHT = timedelta(weeks=2)

COUNTED = {
    "people": "people_person",
    "agreements on work": "placements_placement",
    "shifts": "cafe_shift",
    "claims on time": "diary_claim",
    "bookings": "studio_booking",
    "decisions": "decisions_proposal",
    "lines on their rolls": "decisions_roll",
    "messages": "messages_message",
    "entries in the trail": "store_audit",
}


def year_in(folder: Path) -> Path:
    """Return the enterprise in ``folder``, built first where there is none."""
    home, unfinished = folder / "year", folder / "year.unfinished"
    if home.is_dir():
        return home
    print(f"Building a year of data in {home}; this takes about a minute.", flush=True)
    shutil.rmtree(unfinished, ignore_errors=True)
    build = [PROGRAM, "demo", str(unfinished), "--today", TODAY.isoformat(), "--weeks", str(WEEKS)]
    subprocess.run(build, check=True, stderr=subprocess.DEVNULL, timeout=600)
    house = House(read_settings(unfinished), core_parts(), find_plugins(), clock=Clock(at(TODAY, time(8), LONDON)))
    try:
        _votes(house)
        _told(house)
    finally:
        house.close()
    unfinished.rename(home)
    return home


def copy_of(year: Path, home: Path, database: str = "") -> None:
    """Copy an enterprise into ``home``; into a PostgreSQL database, where its address is given."""
    if not database:
        shutil.copytree(year, home)
        return
    key, copied = new_key(), home.with_name("copied")
    shutil.copytree(year, copied)
    keep_key(copied, SealingKey(name=key.name, public=key.public, made=TODAY))
    house = open_house(copied, core_parts(), find_plugins())
    try:
        made = make(house, home.with_name("year.backup"))
    finally:
        house.close()
    restore(made.path, key, home, core_parts(), find_plugins(), database=database)


def how_large(home: Path) -> str:
    """Return how many rows there are of what matters."""
    house = open_house(home, core_parts(), find_plugins())
    try:
        with house.store.engine.connect() as connection:
            counts = {
                what: connection.execute(sa.text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608 - names of ours
                for what, table in COUNTED.items()
            }
    finally:
        house.close()
    return ", ".join(f"{count:,} {what}" for what, count in counts.items())


def _votes(house: House) -> None:
    for number in range(WEEKS // 2):
        opened = TODAY - timedelta(weeks=WEEKS) + number * FORTNIGHT
        _clock(house, opened, time(9))
        with house.reading() as unit:
            names = people.names_of(unit, enterprise.people_with(unit, "member"))
        _vote(house, f"What we do together in fortnight {number + 1}", opened, names)


def _vote(house: House, title: str, opened: date, names: dict[str, str]) -> None:
    members = sorted(names, key=lambda one: names[one])
    closes = at(opened + timedelta(days=10), time(18), LONDON)
    with house.store.unit(Actor.person(members[0], names[members[0]])) as unit:
        asked = proposing.propose(unit, title, "Because it was asked for.", closes=closes, options=(YES, NO))
    with house.store.unit(Actor.keyboard("a year of data")) as unit:
        voting.open_vote(unit, asked.id)
    for number, member in enumerate(members):
        if number % 3:  # two thirds vote
            with house.store.unit(Actor.person(member, names[member])) as unit:
                voting.vote(unit, asked.id, Ballot((("yes", "no")[number % 2],)))
    _clock(house, opened + timedelta(days=10), time(19))
    for act in (lambda unit: closing.close(unit, asked.id), closing.destroy_spent_keys):
        with house.store.unit(Actor.keyboard("a year of data")) as unit:
            act(unit)


def _clock(house: House, day: date, clock: time) -> None:
    house.store.clock = Clock(at(day, clock, LONDON))


def _told(house: House) -> None:
    """Let no message of the past wait."""
    _clock(house, TODAY, time(8))
    with house.store.unit(Actor.keyboard("a year of data")) as unit:
        waiting = unit.find(MESSAGES, MESSAGES.table.c.standing == Standing.WAITING.value)
        for one in waiting:
            if one.written_at < unit.now - timedelta(days=4):
                unit.change(MESSAGES, one, standing=Standing.GONE, sent_at=one.written_at, seen_at=one.written_at)
