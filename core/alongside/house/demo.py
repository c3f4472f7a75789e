"""``alongside demo``: builds an invented enterprise from plain files, with its history and its papers.

The same day and the same seed give the same bytes: ids come from the seed, the clock stands where it is put,
and the rota's solver stops by the work it has done and not by the time that passed.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import click

from alongside.cli.demo import Clock, Demo
from alongside.house import (
    demo_backup,
    demo_hours,
    demo_messages,
    demo_notice,
    demo_pay,
    demo_people,
    demo_status,
    demo_work,
)
from alongside.house.core import core_parts
from alongside.house.demo_papers import write_papers
from alongside.house.examples import examples
from alongside.house.finding import find_plugins
from alongside.house.opening import House, morning
from alongside.house.preparing import prepare
from alongside.house.settings import FILE, read_settings, write_settings
from alongside.refusal import BadInput
from alongside.store import Actor

WITH_A_ROTA = frozenset({"cafe"})
HISTORY = 26
"""Weeks of it, unless more are asked for: so that a quarter has one to stand beside."""


def build(folder: Path, today: date | None, seed: int, weeks: int = HISTORY) -> None:
    """Build the demo in ``folder``: beside it first, so that a demo that was there stays until this one is whole.

    Raises:
        BadInput: where the folder holds anything but a demo.
    """
    day = today or date.today()  # noqa: DTZ011 - the day of the one who asks
    _refuse_unless_ours(folder)
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        _fill(unfinished, folder, day, seed, weeks)
        if folder.exists():
            shutil.rmtree(folder)
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    _say(f"\nDone. The demo's day is {day:%A} {day.day} {day:%B %Y}.")
    _say(f"Its papers are in {folder / 'papers'}.")
    _say(f"The key sheet of its backup is {demo_backup.sheet_in(folder)}; a real one is kept on paper alone.")
    _say(f"Look at it:  alongside --home {folder} serve   and open http://127.0.0.1:8080")


def _say(text: str) -> None:
    click.echo(text, err=True)
    sys.stderr.flush()


def _refuse_unless_ours(folder: Path) -> None:
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    if folder.is_dir() and (folder / FILE).is_file() and read_settings(folder).demo_today:
        _say(f"{folder} holds a demo; it is built anew.")
        return
    remedy = "Name a folder that does not exist yet, or one that holds a demo."
    raise BadInput(f"{folder} is not empty and holds no demo", remedy=remedy)


def _ids(seed: int) -> Callable[[], str]:
    dice = random.Random(seed)  # noqa: S311 - ids of invented people, the same each time
    return lambda: f"{dice.getrandbits(128):032x}"


def _fill(home: Path, shown_as: Path, today: date, seed: int, weeks: int) -> None:
    write_settings(home, demo_today=today)
    clock, builder = Clock(morning(today)), Actor.keyboard("the demo")
    house = House(read_settings(home), core_parts(), find_plugins(), clock=clock, ids=_ids(seed))
    try:
        _say(f"Building {shown_as} as it is on {today}.")
        prepare(house)
        demo = Demo(
            store=house.store,
            clock=clock,
            today=today,
            zone="Europe/London",
            examples=examples(),
            rows=demo_people.rows(examples()),
            say=_say,
            actor=builder,
            weeks=weeks,
            file_paper=partial(house.file_paper, builder),
        )
        demo_people.fill(demo)
        demo_work.fill(demo, WITH_A_ROTA)
        demo_notice.fill(demo, WITH_A_ROTA)
        for part in house.parts:
            if part.demo:
                _say(f"{part.title}:")
                part.demo.load(part.package)(demo)
        _say("Hours:")
        demo_hours.fill(demo)
        _say("Pay:")
        demo_pay.fill(demo)
        _say("Is this a job?")
        demo_status.fill(demo)
        _say("The daily round:")
        demo_messages.fill(house, demo)
        _say("Papers:")
        write_papers(house, demo)
        write_settings(home, demo_today=today, look_as=demo_people.look_as(demo))
        _say("Backup:")
        demo_backup.fill(house, demo)
    finally:
        house.close()
