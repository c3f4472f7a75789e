"""What came of one thing that the house did by itself: for the daily round, its command and its page."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Came:
    """Who did it, in words what was done, and whether it went well. No words name a person."""

    who: str
    words: str
    right: bool = True


def counted(many: int, one: str) -> str:
    """Return a number with the word for what there are so many of: “1 letter”, “3 letters”."""
    return f"{many:,} {one}" if many == 1 else f"{many:,} {one}s"
