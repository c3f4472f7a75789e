"""Puts an enterprise back from a backup: built beside its place, looked through, and moved there when it is whole.

Whoever was erased after the copy was made is in it still. Where that can be known, from the folder that is
replaced or from a later copy that lies beside the first, they are erased again before anybody sees the folder.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from alongside.house.backups.content import Torn, pieces
from alongside.house.backups.erased_since import erase_again, erased_since
from alongside.house.backups.open_votes import keys_in, leave_keys_to_others
from alongside.house.backups.receiving import Received, Tell, receive
from alongside.house.backups.sealed import Damaged, OtherKey, heading_of, opened
from alongside.house.lines import lines
from alongside.house.messages.holding import hold_back
from alongside.house.opening import open_house
from alongside.house.settings import FILE, with_database
from alongside.refusal import BadInput
from alongside.store import Store

if TYPE_CHECKING:
    from alongside.house.backups.key import OpeningKey
    from alongside.house.finding import Found
    from alongside.plugin import Part
    from alongside.store.audit import Verdict
    from alongside.store.migrate import Line


@attrs.frozen(kw_only=True)
class PutRight:
    """What was done before anybody saw the folder, and whether its audit trail holds.

    ``held_back`` counts the messages that waited in the copy: they may have gone since, so they are not sent again
    by themselves. ``keys_left`` counts the open votes whose keys lie on this machine and are those of another
    folder, so that they cannot be counted in this one.
    """

    erased_again: int
    held_back: int
    keys_left: int
    verdict: Verdict


@attrs.frozen(kw_only=True)
class Restored(PutRight):
    """What was put back, and where what stood there before is now.

    ``known_until`` is the instant up to which later erasures are known: that of the copy itself where nothing
    newer was found.
    """

    received: Received
    made: datetime
    aside: Path | None
    known_until: datetime


def restore(
    file: Path,
    key: OpeningKey,
    home: Path,
    core: Sequence[Part],
    found: Found,
    *,
    database: str = "",
    move_aside: bool = False,
    tell: Tell = lambda _: None,
) -> Restored:
    """Put the enterprise in ``file`` into the folder ``home``, and its tables into ``database`` or the folder.

    Raises:
        BadInput: where the folder holds something and may not be moved aside, or the database does.
        Damaged, OtherKey, NotABackup: as the file deserves; nothing was touched then.
    """
    heading = heading_of(file)
    if heading.key != key.name:
        raise OtherKey(file, heading.key)
    home = home.absolute()  # one that was named “.” has no name that another could be made from
    replaced = _replaced(home, move_aside=move_aside)
    tell("Looking which people were erased since.")
    gone, known_until = erased_since(file, key, replaced)
    own_keys = keys_in(replaced)
    unfinished = home.with_name(f".{home.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700, parents=True)
    try:
        tell("Opening the copy, putting it back and comparing it row by row.")
        received = _put(file, key, unfinished, database, lines(core, found.plugins))
        tell("Bringing it up to date and verifying its audit trail.")
        right = _put_right(unfinished, core, found, gone, own_keys)
        aside = _take_place(unfinished, home)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    done = attrs.asdict(right, recurse=False)
    return Restored(**done, received=received, made=heading.made, aside=aside, known_until=known_until)


def _replaced(home: Path, *, move_aside: bool) -> Path | None:
    """Return the folder if it holds something that is to be moved aside."""
    if not home.exists() or not any(home.iterdir()):
        return None
    if not move_aside:
        remedy = "Name a new folder, or say --move-aside: what is in it now is kept beside it under another name."
        raise BadInput(f"{home} is not empty", remedy=remedy)
    return home


def _put(file: Path, key: OpeningKey, folder: Path, database: str, known: list[Line]) -> Received:
    store = Store(database or f"sqlite:///{folder / 'alongside.db'}")
    try:
        received = receive(pieces(opened(file, key)), store, known, folder)
    except Torn as torn:
        raise Damaged(file) from torn
    finally:
        store.close()
    settings = folder / FILE
    text = settings.read_text("utf-8") if settings.is_file() else ""
    settings.write_text(with_database(text, database), encoding="utf-8")
    return received


def _put_right(
    folder: Path, core: Sequence[Part], found: Found, gone: set[str], own_keys: set[str] | None
) -> PutRight:
    house = open_house(folder, core, found)
    try:
        erased, held = erase_again(house, gone), hold_back(house)
        left = leave_keys_to_others(house, own_keys)
        house.store.seal()
        return PutRight(erased_again=erased, held_back=held, keys_left=left, verdict=house.store.verify())
    finally:
        house.close()


def _take_place(unfinished: Path, home: Path) -> Path | None:
    """Move the folder to its place; what was there is kept beside it, by the moment at which it was replaced."""
    aside = None
    if home.exists() and any(home.iterdir()):
        aside = home.with_name(f"{home.name}-before-{datetime.now():%Y-%m-%d-%H%M%S}")  # noqa: DTZ005 - whoever looks for it has a clock on the wall
        home.rename(aside)
    elif home.exists():
        home.rmdir()
    unfinished.rename(home)
    return aside
