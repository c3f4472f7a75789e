"""Playing: a sound goes out whole, or the part of it that a player asks for (RFC 9110, section 14).

Players on iPhones ask for two bytes first, and play nothing where they are sent all of it. Who asks is looked at
for each part as for the whole.
"""

from __future__ import annotations

import re

import attrs
from litestar import Response

from alongside.web import answers
from alongside.web.asked import Asked
from alongside.web.outcomes import PdfAnswer

# More digits than any file has bytes are nonsense, and Python reads no number of thousands of them.
_ONE_PART = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*", re.IGNORECASE | re.ASCII)


@attrs.frozen
class PlayedAnswer(PdfAnswer):
    """A sound, answered as a paper is; a browser plays it. ``kind`` is what it is, as browsers are told."""

    kind: str = attrs.field(kw_only=True)

    @property
    def media(self) -> str:
        """What kind of file it is."""
        return self.kind


def part_asked_for(header: str, length: int) -> range | None:
    """Return the places of the bytes that a header ``Range`` asks for, of a file of ``length`` bytes.

    None where the whole file is to be sent: several parts, another unit, a part that ends before it begins, or
    nonsense. No places where the part lies beyond the end.
    """
    found = _ONE_PART.fullmatch(header)
    first, last = found.groups() if found else ("", "")
    if not first and not last:
        return None
    if not first:
        return range(max(0, length - int(last)), length)
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last) + 1, length) if last else length)


def played(sound: PlayedAnswer, asked: Asked) -> Response[bytes]:
    """Answer with a sound or with a part of it."""
    whole = answers.pdf(sound)
    whole.headers["accept-ranges"] = "bytes"
    length = len(sound.content)
    # A part that may only be sent of the same file as before: nothing here tells a player which that was.
    part = None if asked.same_as else part_asked_for(asked.part, length)
    if part is None:
        return whole
    content, status = (sound.content[part.start : part.stop], 206) if part else (b"", 416)
    places = f"{part.start}-{part.stop - 1}" if part else "*"
    headers = {**whole.headers, "content-range": f"bytes {places}/{length}"}
    return Response(content, status_code=status, media_type=whole.media_type, headers=headers)
