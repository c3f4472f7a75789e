"""Makes a backup: one moment of the database and the folder's files, sealed, then opened again and compared.

It is written beside its place and moved there when it is known to be good, so a copy that was there stays until
then. While it is checked, its tables stand in a folder inside the enterprise's own, which is gone afterwards.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import attrs

from alongside import __version__
from alongside.decisions.actions.keys import check_apart_from
from alongside.house.backups.content import Manifest, Writing, files_of, pieces
from alongside.house.backups.notes import NOTES_FILE, keep_notes, key_of, notes_of
from alongside.house.backups.receiving import Received, Tell, receive
from alongside.house.backups.sealed import Sealing, heading_of, unsealed
from alongside.refusal import BadInput, Refusal
from alongside.store import Store
from alongside.store.migrate import steps
from alongside.store.snapshot import lines_of_table, shapes, snapshot

if TYPE_CHECKING:
    from datetime import datetime

    from alongside.house.opening import House

COPY = "alongside-"
"""How the name of a nightly copy begins."""

_CHECKING = ".checking-"


class BeingMade(Refusal):
    """Another copy of this enterprise is being made at this moment."""

    status = 409

    def __init__(self) -> None:
        super().__init__("A copy is being made at this moment. Wait until it is finished, then try again.")


@attrs.frozen(kw_only=True)
class Made:
    """A backup that is good: it was opened again, put into a database, and found the same."""

    path: Path
    made: datetime
    tables: int
    rows: int
    files: int
    bytes: int


def make(house: House, path: Path, tell: Tell = lambda _: None) -> Made:
    """Make a backup of an enterprise at ``path``, and note that it is good.

    Raises:
        NoKey: before a key sheet was made.
        BadInput: where something else than a backup stands at ``path``.
        BeingMade: while another one is.
    """
    key = key_of(house.home)
    check_apart_from(house.home)
    must_fit(path)
    with _alone(house.home), _unfinished(path) as (file, place):
        made = house.store.clock()
        sealing = Sealing(file, key.public, made)
        tell("Copying every table as it is at this moment, and the files.")
        _write(house, sealing)
        _settle(file)
        tell("Opening the copy again, and comparing it row by row.")
        checked = _check(house, place, sealing.content_key)
        size = place.stat().st_size
        place.replace(path)
        _settle_folder(path.parent)
        keep_notes(house.home, attrs.evolve(notes_of(house.home), good=made, rows=checked.rows, failed=""))
    return Made(
        path=path,
        made=made,
        tables=len(checked.manifest.shapes),
        rows=checked.rows,
        files=checked.files,
        bytes=size,
    )


def must_fit(path: Path) -> None:
    """Look whether a backup can stand at ``path``, before any work is done.

    Raises:
        BadInput: where its folder is missing, or something else than a backup stands there.
    """
    if not path.parent.is_dir():
        remedy = "Make it, or plug in the disk it is on, then try again."
        raise BadInput(f"there is no folder {path.parent}", remedy=remedy)
    if not path.exists():
        return
    try:
        heading_of(path)
    except Refusal as other:
        remedy = "Name a file that does not exist yet, or an older backup."
        raise BadInput(f"{path} is there already and is no backup", remedy=remedy) from other


def _write(house: House, sealing: Sealing) -> None:
    content = Writing(sealing.write)
    with snapshot(house.store.engine) as connection:
        every = shapes(connection)
        database = connection.dialect.name
        content.manifest(Manifest(version=__version__, database=database, steps=steps(connection), shapes=every))
        for shape in every:
            content.table(shape.name, lines_of_table(connection, shape))
    for path in files_of(house.home, _not_as_files(house)):
        content.file(str(path.relative_to(house.home)), path)
    content.end()
    sealing.close()


def _not_as_files(house: House) -> tuple[str, ...]:
    """The database goes by its tables; other copies, and the notes of how they went, stay where they are."""
    database = (
        house.settings.url.removeprefix("sqlite:///") if house.store.is_sqlite else house.home / "alongside.db"
    )
    return (str(database), str(house.home / NOTES_FILE), _other_copies(house))


def _other_copies(house: House) -> str:
    """How their paths begin. One that the enterprise's own folder lies in is not left out whole."""
    folder = house.settings.backups_folder
    return f"{house.home}{os.sep}{COPY}" if house.home.is_relative_to(folder) else f"{folder}{os.sep}"


def _check(house: House, place: Path, content_key: bytes) -> Received:
    with tempfile.TemporaryDirectory(prefix=_CHECKING, dir=house.home) as folder:
        store = Store(f"sqlite:///{folder}/check.db")
        try:
            return receive(pieces(unsealed(place, content_key)), store, house.lines, None)
        finally:
            store.close()


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Keep every other copy of the same enterprise waiting outside, and take away what a killed one has left."""
    with (home / ".backup.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            raise BeingMade from held
        for left in home.glob(_CHECKING + "*"):
            shutil.rmtree(left)
        yield


def take_away_left(home: Path) -> None:
    """Take away the tables in which a killed copy was checked; those of one going on are left alone."""
    with contextlib.suppress(BeingMade), _alone(home):
        pass


@contextmanager
def _unfinished(path: Path) -> Iterator[tuple[BinaryIO, Path]]:
    place = path.with_name(f".{path.name}.part")
    place.unlink(missing_ok=True)
    opened = os.open(place, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(opened, "wb") as file:
            yield file, place
    finally:
        place.unlink(missing_ok=True)


def _settle(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _settle_folder(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
