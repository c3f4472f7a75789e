"""What is in a backup: first what to expect, then every table, then every file of the folder, then an end.

It is written as lines of JSON, packed. Each table and file is followed by its digest, as it was when it was read.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import cattrs

from alongside.store.portable import Digest, Row
from alongside.store.snapshot import Shape

_ROWS_AT_ONCE = 1000
_BYTES_AT_ONCE = 1 << 18


class Torn(ValueError):
    """The content ends early or says what cannot be; nobody but us could have sealed it so."""


@attrs.frozen(kw_only=True)
class Manifest:
    """What a backup holds: the version that made it, how far each table's line had come, and the tables."""

    version: str
    database: str
    steps: dict[str, str]
    shapes: tuple[Shape, ...]


@attrs.frozen
class Rows:
    """Some rows of a table."""

    table: str
    rows: list[Row]


@attrs.frozen
class Data:
    """Some bytes of a file, by its path in the folder."""

    file: str
    content: bytes


@attrs.frozen
class Ended:
    """A table or file is whole; ``digest`` is what it was when it was read."""

    name: str
    digest: str
    is_file: bool


Piece = Manifest | Rows | Data | Ended


def files_of(home: Path, leaving_out: Sequence[str]) -> list[Path]:
    """Return the files of an enterprise's folder that a backup takes along.

    Hidden ones are for the moment only; so is what begins like a path in ``leaving_out``, as the files of a
    database do.
    """
    return sorted(
        path
        for path in home.rglob("*")
        if path.is_file()
        and not path.is_symlink()
        and not any(part.startswith(".") for part in path.relative_to(home).parts)
        and not str(path).startswith(tuple(leaving_out))
    )


class Writing:
    """Packs a backup's content, line by line, into ``out``."""

    def __init__(self, out: Callable[[bytes], None]) -> None:
        self._out = out
        self._packer = zlib.compressobj(3)

    def manifest(self, manifest: Manifest) -> None:
        """Write what to expect."""
        self._line(json.dumps(cattrs.unstructure(manifest), ensure_ascii=False))

    def table(self, name: str, lines: Iterable[str]) -> str:
        """Write a table; return its digest."""
        digest = Digest()
        self._line(json.dumps({"table": name}))
        for line in lines:
            digest.add(line)
            self._line(line)
        self._line(json.dumps({"end": name, "digest": digest.hex}))
        return digest.hex

    def file(self, name: str, path: Path) -> None:
        """Write a file; one that was taken away meanwhile is left out."""
        try:
            opened = path.open("rb")
        except FileNotFoundError:
            return
        digest = hashlib.sha256()
        self._line(json.dumps({"file": name}, ensure_ascii=False))
        with opened:
            while content := opened.read(_BYTES_AT_ONCE):
                digest.update(content)
                self._line(json.dumps({"data": base64.b64encode(content).decode()}))
        self._line(json.dumps({"end": name, "digest": digest.hexdigest()}, ensure_ascii=False))

    def end(self) -> None:
        """Write the end."""
        self._line(json.dumps({"whole": True}))
        self._out(self._packer.flush())

    def _line(self, text: str) -> None:
        self._out(self._packer.compress(text.encode() + b"\n"))


def pieces(content: Iterable[bytes]) -> Iterator[Piece]:
    """Yield what a backup holds, in order.

    Raises:
        Torn: where it does not end as it should.
    """
    lines = _lines(content)
    yield cattrs.structure(json.loads(next(lines, b"null")), Manifest)
    for line in lines:
        facts = json.loads(line)
        if "table" in facts:
            yield from _table(facts["table"], lines)
        elif "file" in facts:
            yield from _file(facts["file"], lines)
        elif facts == {"whole": True}:
            return
    raise Torn("the end is missing")


def _table(name: str, lines: Iterator[bytes]) -> Iterator[Piece]:
    rows: list[Row] = []
    for line in lines:
        found: Any = json.loads(line)
        if isinstance(found, dict):
            yield Rows(name, rows)
            yield Ended(name, found["digest"], is_file=False)
            return
        rows.append(found)
        if len(rows) == _ROWS_AT_ONCE:
            yield Rows(name, rows)
            rows = []


def _file(name: str, lines: Iterator[bytes]) -> Iterator[Piece]:
    yield Data(name, b"")  # an empty file is a file
    for line in lines:
        found = json.loads(line)
        if "digest" in found:
            yield Ended(name, found["digest"], is_file=True)
            return
        yield Data(name, base64.b64decode(found["data"]))


def _lines(content: Iterable[bytes]) -> Iterator[bytes]:
    unpacker, rest = zlib.decompressobj(), b""
    for piece in content:
        *whole, rest = (rest + unpacker.decompress(piece)).split(b"\n")
        yield from whole
