"""Takes in what a backup holds: tables into an empty database, files into a folder, and every digest compared."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

from alongside.house.backups.content import Data, Ended, Manifest, Piece, Rows, Torn
from alongside.store import Store
from alongside.store.filling import filling
from alongside.store.migrate import Line

Tell = Callable[[str], None]


@attrs.frozen(kw_only=True)
class Received:
    """What was taken in."""

    manifest: Manifest
    rows: int
    files: int


def receive(pieces: Iterator[Piece], store: Store, lines: list[Line], folder: Path | None) -> Received:
    """Take in a whole backup, or nothing of it; without a ``folder`` files are only looked at.

    Raises:
        NotTheSame: where a table is not what it was when it was copied.
        Torn: where a file is not, or the backup holds what it should not.
    """
    manifest = next(pieces)
    if not isinstance(manifest, Manifest):
        raise Torn("it does not say what it holds")
    digests: dict[str, str] = {}
    files, rows = _Files(folder), 0
    with filling(store, lines, manifest.shapes, manifest.steps) as database:
        for piece in pieces:
            if isinstance(piece, Rows):
                database.put(piece.table, piece.rows)
                rows += len(piece.rows)
            elif isinstance(piece, Data):
                files.take(piece)
            elif isinstance(piece, Ended) and piece.is_file:
                files.end(piece)
            elif isinstance(piece, Ended):
                digests[piece.name] = piece.digest
        database.compare(digests)
    return Received(manifest=manifest, rows=rows, files=files.count)


class _Files:
    """Files as they come in, one after the other."""

    def __init__(self, folder: Path | None) -> None:
        self.count = 0
        self._folder = folder
        self._digest = hashlib.sha256()

    def take(self, data: Data) -> None:
        self._digest.update(data.content)
        if self._folder is not None:
            path = _inside(self._folder, data.file)
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("ab") as file:
                file.write(data.content)

    def end(self, ended: Ended) -> None:
        if self._digest.hexdigest() != ended.digest:
            raise Torn(f"{ended.name} is not as it was")
        self.count += 1
        self._digest = hashlib.sha256()


def _inside(folder: Path, name: str) -> Path:
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()) or path == folder.resolve():
        raise Torn(f"{name} lies outside the folder")
    return path
