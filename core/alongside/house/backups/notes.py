"""What this machine knows of its backups: the public half of the key, and how the last copies went.

Both are small files in the enterprise's folder. The key goes into every backup, so that a folder that was put
back goes on making copies for the same sheet; the notes are of this machine and stay.
"""

from __future__ import annotations

import json
import os
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import attrs
from cattrs.preconf.json import make_converter

from alongside.refusal import BadInput, Refusal

KEY_FILE = "backup-key.json"
NOTES_FILE = "backup-notes.json"

T = TypeVar("T", bound=attrs.AttrsInstance)
_files = make_converter()
_files.register_unstructure_hook(bytes, bytes.hex)
_files.register_structure_hook(bytes, lambda text, _: bytes.fromhex(text))


class NoKey(Refusal):
    """There is no key sheet yet, so nothing could be sealed."""

    status = 409

    def __init__(self) -> None:
        super().__init__("There is no key sheet yet. Make one and print it first: alongside backup-key SHEET.pdf")


@attrs.frozen(kw_only=True)
class SealingKey:
    """The public half of the key, the name of its sheet, and the days it was made and last tried."""

    name: str
    public: bytes
    made: date
    tried: date | None = None


@attrs.frozen(kw_only=True)
class Notes:
    """How copies went: the last ``good`` one, the last ``night`` that has one, and what ``failed`` since."""

    good: datetime | None = None
    rows: int = 0
    night: date | None = None
    failed: str = ""


def find_key(home: Path) -> SealingKey | None:
    """Return the key that seals, or ``None`` where there is no sheet yet."""
    return _read(home / KEY_FILE, SealingKey)


def key_of(home: Path) -> SealingKey:
    """Return the key that seals, or refuse with ``NoKey``."""
    found = find_key(home)
    if found is None:
        raise NoKey
    return found


def keep_key(home: Path, key: SealingKey) -> None:
    """Keep the public half; from now on copies are sealed for it."""
    _write(home / KEY_FILE, key)


def notes_of(home: Path) -> Notes:
    """Return how copies went so far."""
    return _read(home / NOTES_FILE, Notes) or Notes()


def keep_notes(home: Path, notes: Notes) -> None:
    """Note how a copy went."""
    _write(home / NOTES_FILE, notes)


def _read(file: Path, kind: type[T]) -> T | None:
    try:
        return _files.structure(json.loads(file.read_text("utf-8")), kind)
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, KeyError, ExceptionGroup) as wrong:
        remedy = "Take it away; a key sheet is then made anew, and older copies still open with the older sheet."
        raise BadInput("this file cannot be read", where=str(file), remedy=remedy) from wrong


def _write(file: Path, value: attrs.AttrsInstance) -> None:
    """Write a small file whole or not at all, for nobody else to read."""
    unfinished = file.with_name(f".{file.name}.part")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened:
        opened.write(_files.dumps(value))
        opened.flush()
        os.fsync(opened.fileno())
    unfinished.replace(file)
