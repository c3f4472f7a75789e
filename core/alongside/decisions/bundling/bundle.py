"""A bundle: a few files in one .zip, always the same bytes for the same count."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

import attrs

QUESTION, RESULT, CLOSING, DIGESTS = "question.json", "result.json", "closing.json", "digests.txt"
RECOUNT, MAIN, README = "recount.py", "__main__.py", "README.txt"

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a .zip can tell: none of ours changes with the clock."""

STARTING = '''"""Counts this bundle again: python3 BUNDLE.zip"""

import runpy

runpy.run_module("recount", run_name="__main__")
'''


@attrs.frozen
class Bundle:
    """The files of a bundle by name, without the list of their digests, which follows from them."""

    files: Mapping[str, bytes]

    @property
    def digests(self) -> bytes:
        """The list of SHA-256 digests, sorted by name, as ``sha256sum --check`` reads it."""
        return "".join(f"{sha256(self.files[name])}  {name}\n" for name in sorted(self.files)).encode()

    @property
    def digest(self) -> str:
        """One SHA-256 that any change of any file changes."""
        return sha256(self.digests)

    def zipped(self) -> bytes:
        """Return the bundle as one file."""
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as zipped:
            for name, content in sorted({**self.files, DIGESTS: self.digests}.items()):
                # Made by hand, for writestr would put the clock and this computer's file modes into it.
                entry = zipfile.ZipInfo(name, _BEGINNING)
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                zipped.writestr(entry, content)
        return held.getvalue()


def bundled(*, closing: str, script: str, readme: str, **parts: Any) -> Bundle:
    """Put a bundle together; ``parts`` are the question, the result and, where there are any, the ballots."""
    question, result = parts["question"], parts["result"]
    files = {
        CLOSING: closing,
        MAIN: STARTING,
        QUESTION: as_text(question),
        README: readme,
        RECOUNT: script,
        RESULT: as_text(result),
    }
    if "ballots" in parts:
        files[question["ballots"]] = parts["ballots"]
    return Bundle({name: text.encode() for name, text in files.items()})


def as_text(facts: Mapping[str, Any]) -> str:
    """Return facts as JSON that a person can read."""
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def sha256(content: bytes) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
