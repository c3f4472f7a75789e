"""Opening a bundle that somebody handed us: its files alone, within bounds, and nothing of it is ever run."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from alongside.decisions.bundling.ballots_file import NAMES
from alongside.decisions.bundling.bundle import CLOSING, DIGESTS, MAIN, QUESTION, README, RECOUNT, RESULT
from alongside.refusal import BadInput, NotFound

ALWAYS = frozenset({CLOSING, DIGESTS, MAIN, QUESTION, README, RECOUNT, RESULT})
KNOWN = ALWAYS | frozenset(NAMES.values())
LARGEST = 64 << 20
"""Bytes of all files together, unpacked: some two million ballots. What is larger was not made to be read."""

Files = Mapping[str, bytes]


def opened(path: Path) -> Files:
    """Return the files of a bundle by name.

    Raises:
        NotFound: where there is no such file.
        BadInput: where it is no bundle, or holds what no bundle holds; one sentence says what.
    """
    try:
        with zipfile.ZipFile(path) as zipped:
            return _files(zipped, str(path))
    except FileNotFoundError:
        raise NotFound("file", str(path), "Look at the name, or give the whole path.") from None
    except OSError as trouble:
        raise BadInput(f"this cannot be read ({trouble.strerror or trouble})", where=str(path)) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        # What zipfile raises: RuntimeError for a locked file, NotImplementedError for a packing that it does
        # not know, ValueError for a name or a size that cannot be.
        raise BadInput("this is no .zip file that can be read", where=str(path), remedy=_AGAIN) from None


_AGAIN = "Ask for the bundle again."


def _files(zipped: zipfile.ZipFile, where: str) -> Files:
    entries = zipped.infolist()
    names = [entry.filename for entry in entries]
    # Known names alone, and none twice: so no path leads out, and no two programs read two different files.
    for name in names:
        if name not in KNOWN:
            raise BadInput(f"it holds “{_shown(name)}”, which no bundle holds", where=where, remedy=_AGAIN)
        if names.count(name) > 1:
            raise BadInput(f"it holds {name} twice", where=where, remedy=_AGAIN)
    if missing := sorted(ALWAYS.difference(names)):
        raise BadInput(f"{missing[0]} is missing", where=where, remedy=_AGAIN)
    found, left = dict[str, bytes](), LARGEST
    for entry in entries:
        # What an entry says of its own size may be a lie, so it is read up to the bound and no further.
        with zipped.open(entry) as file:
            found[entry.filename] = file.read(left + 1)
        left -= len(found[entry.filename])
        if left < 0:
            most = f"its files are larger than {LARGEST >> 20} MiB together"
            raise BadInput(most, where=where, remedy="A bundle of that size is not looked at.")
    return found


def facts(files: Files, name: str, where: str) -> dict[str, Any]:
    """Return what stands in a file of JSON.

    Raises:
        BadInput: where it is none.
    """
    try:
        found = json.loads(files[name].decode())
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise BadInput(f"{name} does not hold what it should", where=where, remedy=_AGAIN)
    return found


def _shown(name: str) -> str:
    """As much of a name as a sentence repeats, and nothing that a terminal would take for a command."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name[:60])
