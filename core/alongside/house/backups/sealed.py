"""The sealed file: a heading in the clear, then chunks that can only be opened whole, in order and to the end.

libsodium's secretstream (XChaCha20-Poly1305) seals the chunks with a key that is made for this one file; that key
stands in the heading, sealed for the opening key on paper. The heading says when the file was made and which
sheet opens it, and nothing of whose it is.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import attrs
from nacl import bindings
from nacl.exceptions import CryptoError

from alongside.house.backups.key import OpeningKey, name_of, seal_for
from alongside.refusal import Refusal

_MARK = b"alongside backup 1\n"
_CHUNK = 1 << 20
_LONGEST_HEADING = 4096
_MESSAGE = bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_FINAL = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
_MORE = bindings.crypto_secretstream_xchacha20poly1305_ABYTES


class NotABackup(Refusal):
    """The file is none of ours."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is not a backup of this version of Alongside. Name one that is, or an older version."
        )


class Damaged(Refusal):
    """The file was changed or cut since it was sealed."""

    status = 409

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} was changed or cut short since it was made, so nothing of it is used. Take another copy."
        )


class OtherKey(Refusal):
    """The key is not the one that opens this file."""

    status = 409

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(
            f"{path} opens only with the key on the sheet called {name}. "
            "If that sheet is lost, nobody can open this copy."
        )


@attrs.frozen
class Heading:
    """What stands in the clear: when the file was made, the name of its key, and the sealed key of its chunks."""

    made: datetime
    key: str
    sealed: bytes
    stream: bytes

    def line(self) -> bytes:
        """Return the heading as it is written."""
        facts = {
            "made": self.made.isoformat(),
            "key": self.key,
            "sealed": base64.b64encode(self.sealed).decode(),
            "stream": base64.b64encode(self.stream).decode(),
        }
        return json.dumps(facts).encode() + b"\n"


class Sealing:
    """Seals what is written into a file; ``content_key`` opens it once more while it is remembered."""

    def __init__(self, file: BinaryIO, public: bytes, made: datetime) -> None:
        self.content_key = bindings.crypto_secretstream_xchacha20poly1305_keygen()
        self._file = file
        self._state = bindings.crypto_secretstream_xchacha20poly1305_state()
        stream = bindings.crypto_secretstream_xchacha20poly1305_init_push(self._state, self.content_key)
        line = Heading(made, name_of(public), seal_for(public, self.content_key), stream).line()
        self._beside: bytes | None = line  # sealed with the first chunk, so the heading cannot be changed either
        self._waiting = bytearray()
        file.write(_MARK + line)

    def write(self, content: bytes) -> None:
        """Seal a piece of what is to be kept."""
        self._waiting += content
        while len(self._waiting) > _CHUNK:
            self._push(bytes(self._waiting[:_CHUNK]), _MESSAGE)
            del self._waiting[:_CHUNK]

    def close(self) -> None:
        """Seal the end: a file without one was cut."""
        self._push(bytes(self._waiting), _FINAL)

    def _push(self, content: bytes, tag: int) -> None:
        chunk = bindings.crypto_secretstream_xchacha20poly1305_push(self._state, content, self._beside, tag)
        self._beside = None
        self._file.write(len(chunk).to_bytes(4) + chunk)


def heading_of(path: Path) -> Heading:
    """Return what a file says in the clear.

    Raises:
        NotABackup: where it is no backup.
    """
    with path.open("rb") as file:
        return _heading(file, path)[0]


def _heading(file: BinaryIO, path: Path) -> tuple[Heading, bytes]:
    if file.read(len(_MARK)) != _MARK:
        raise NotABackup(path)
    line = file.readline(_LONGEST_HEADING)
    try:
        facts = json.loads(line)
        sealed, stream = (base64.b64decode(facts[name], validate=True) for name in ("sealed", "stream"))
        return Heading(datetime.fromisoformat(facts["made"]), str(facts["key"]), sealed, stream), line
    except (ValueError, TypeError, KeyError) as wrong:
        raise Damaged(path) from wrong


def opened(path: Path, key: OpeningKey) -> Iterator[bytes]:
    """Yield what was sealed in a file, piece by piece.

    Raises:
        NotABackup: where it is no backup.
        OtherKey: where another sheet opens it.
        Damaged: as soon as a piece is not as it was sealed, or the end is not the end.
    """
    heading = heading_of(path)
    if heading.key != key.name:
        raise OtherKey(path, heading.key)
    try:
        content_key = key.open(heading.sealed)
    except CryptoError as wrong:
        raise Damaged(path) from wrong
    yield from unsealed(path, content_key)


def unsealed(path: Path, content_key: bytes) -> Iterator[bytes]:
    """Yield what was sealed in a file with a key for its chunks; refuses as ``opened`` does."""
    with path.open("rb") as file:
        heading, line = _heading(file, path)
        state = bindings.crypto_secretstream_xchacha20poly1305_state()
        beside: bytes | None = line
        tag = _MESSAGE
        try:
            bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, heading.stream, content_key)
            while tag != _FINAL:
                chunk = _next_chunk(file)
                content, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, chunk, beside)
                beside = None
                yield content
            if file.read(1):
                raise Damaged(path)
        except (CryptoError, ValueError, RuntimeError) as wrong:
            raise Damaged(path) from wrong


def _next_chunk(file: BinaryIO) -> bytes:
    size = int.from_bytes(file.read(4))
    if not _MORE <= size <= _CHUNK + _MORE:
        raise ValueError("no chunk is of this size")
    chunk = file.read(size)
    if len(chunk) != size:
        raise ValueError("the file ends inside a chunk")
    return chunk
