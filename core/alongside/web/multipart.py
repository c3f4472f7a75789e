"""A form with a file in it, taken apart: small and strict, for the few pages that ask for a file.

The whole of it was limited before (``LARGEST_FORM``), so nothing here writes to a disk. What no browser sends is
refused: another order of things, a part without a name, more parts than a form of ours has fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

import attrs

KIND = "multipart/form-data"
MOST_PARTS = 60

# RFC 2046, section 5.1.1; the quotation marks are optional there.
_BOUNDARY = re.compile(r"""boundary="?([0-9A-Za-z'()+_,./:=?-]{1,70})"?\s*(;|\Z)""")
_DISPOSITION = re.compile(
    r'content-disposition:\s*form-data;\s*name="([^"\r\n]*)"(?:;\s*filename="([^"\r\n]*)")?', re.I
)


@attrs.frozen
class Sent:
    """A file that was sent: the name it had there, and what is in it."""

    name: str
    content: bytes


@attrs.frozen
class Part:
    """One field of a form; ``file`` is the name of a file, None for a text."""

    name: str
    file: str | None
    content: bytes


def parts_of(content_type: str, body: bytes) -> Iterator[Part]:
    """Yield the fields of a form.

    Raises:
        ValueError: where it is not as browsers send it.
    """
    found = _BOUNDARY.search(content_type)
    if not found:
        raise ValueError("no boundary")
    mark = b"--" + found[1].encode("ascii")
    first, *pieces, last = (b"\r\n" + body).split(b"\r\n" + mark)
    if first or last.rstrip(b"\r\n") != b"--" or len(pieces) > MOST_PARTS:
        raise ValueError("not begun or ended as a form is, or of too many parts")
    yield from map(_part, pieces)


def _part(piece: bytes) -> Part:
    head, empty_line, content = piece.partition(b"\r\n\r\n")
    named = [found for line in head.decode("utf-8").split("\r\n") if (found := _DISPOSITION.match(line))]
    if not empty_line or len(named) != 1:
        raise ValueError("a part without a name")
    name, file = named[0].groups()
    return Part(unquote(name), None if file is None else unquote(file), content)
