"""The nightly copy: one for each day, in a folder where the newest of seven days and four weeks are kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from alongside.faults import noted
from alongside.house.backups.making import COPY, BeingMade, Made, make
from alongside.house.backups.notes import Notes, find_key, keep_notes, notes_of
from alongside.instants import local
from alongside.refusal import Refusal

if TYPE_CHECKING:
    from alongside.house.opening import House

_NAME = re.compile(rf"{COPY}(\d{{4}}-\d{{2}}-\d{{2}})-\d{{6}}\.backup\Z")
OLD_AFTER = timedelta(days=2)


@attrs.frozen(order=True)
class Copy:
    """A copy in the folder: the day it is of, and where it is."""

    day: date
    path: Path

    @property
    def bytes(self) -> int:
        """How large it is."""
        return self.path.stat().st_size


@attrs.frozen
class Said:
    """What came of a night, in words."""

    text: str
    right: bool


def nightly(house: House, day: date) -> Said | None:
    """Make the copy of a day, unless there is a good one already or no key sheet yet; say what came of it.

    What goes wrong is noted too, for ``doctor`` and the stewards' page; the next round tries again.
    """
    notes = notes_of(house.home)
    if notes.night == day or find_key(house.home) is None:
        return None
    try:
        made = make_here(house)
    except BeingMade as busy:
        return Said(busy.sentence, right=True)
    except Exception as fault:  # the round that calls us has more to do
        noted(fault, "the nightly copy")
        words = in_words(fault)
        keep_notes(house.home, attrs.evolve(notes_of(house.home), failed=words))
        return Said(words, right=False)
    keep_notes(house.home, attrs.evolve(notes_of(house.home), night=day))
    return Said(f"the copy of today is good: {made.path.name}", right=True)


def in_words(fault: Exception) -> str:
    """Say for people why a copy could not be made."""
    if isinstance(fault, Refusal):
        return fault.sentence
    if isinstance(fault, OSError) and fault.strerror:
        return f"{fault.filename}: {fault.strerror}." if fault.filename else f"{fault.strerror}."
    return "Something is wrong in Alongside itself; the file for faults tells more."


def make_here(house: House) -> Made:
    """Make a copy in the folder for copies, and take away those that are no longer kept."""
    folder = house.settings.backups_folder
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    moment = local(house.store.clock(), house.zone())
    made = make(house, folder / f"{COPY}{moment:%Y-%m-%d-%H%M%S}.backup")
    for copy in superfluous(copies(folder), *house.settings.copies_kept):
        copy.path.unlink(missing_ok=True)
    return made


def copies(folder: Path) -> tuple[Copy, ...]:
    """Return the copies in a folder, the newest first; other files there are none of ours."""
    if not folder.is_dir():
        return ()
    found = ((_NAME.match(path.name), path) for path in folder.iterdir())
    every = [Copy(date.fromisoformat(named[1]), path) for named, path in found if named]
    return tuple(sorted(every, key=lambda copy: copy.path.name, reverse=True))


def superfluous(every: Sequence[Copy], daily: int, weekly: int) -> tuple[Copy, ...]:
    """Return the copies to take away: all but the newest of each of the last days and weeks that have one."""
    kept = {*_first_of(every, lambda copy: copy.day, daily), *_first_of(every, _week, weekly)}
    return tuple(copy for copy in every if copy not in kept)


def _week(copy: Copy) -> tuple[int, int]:
    return copy.day.isocalendar()[:2]


def _first_of(every: Iterable[Copy], of: Callable[[Copy], object], most: int) -> Iterator[Copy]:
    seen: set[object] = set()
    for copy in every:
        if of(copy) not in seen and len(seen) < most:
            seen.add(of(copy))
            yield copy


def is_old(notes: Notes, now: datetime) -> bool:
    """True if there is no good copy of the last two days."""
    return notes.good is None or now - notes.good > OLD_AFTER


def is_new(house: House) -> bool:
    """True in an enterprise's first two days, which it has for printing its key sheet and making a first copy."""
    begun = house.store.begun()
    return begun is None or house.store.clock() - begun <= OLD_AFTER


def worries(house: House) -> Iterator[str]:
    """Say in a sentence each what is wrong with the backups; nothing where all is well."""
    notes, key = notes_of(house.home), find_key(house.home)
    if key is None:
        yield "No key sheet was ever made, so there is no backup. Make one: alongside backup-key SHEET.pdf"
        return
    if notes.failed:
        yield f"The last nightly copy failed. {notes.failed}"
    if is_old(notes, house.store.clock()):
        last = f"The last good backup is of {_day(notes.good)}." if notes.good else "There is no good backup."
        yield f"{last} Make one: alongside backup FILE, or leave “alongside serve” running."


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"
