"""A paper: a file that was made, and whose names stand in it, so that erasing a person finds it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import attrs

from alongside.refusal import BadInput


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


@attrs.frozen(kw_only=True)
class Paper:
    """A file in the folder of papers.

    ``digest`` is the SHA-256 of its bytes, ``names`` the ids of people whose names stand in it. ``to_remove``
    is set by erasing one of them. A file's own name never holds a person's: it outlives the paper in the trail.
    """

    id: str
    file: str = attrs.field()
    digest: str
    made_at: datetime
    names: tuple[str, ...] = attrs.field(default=(), converter=_each_once)
    to_remove: bool = False
    version: int = 1

    @file.validator
    def _stays_in_its_folder(self, _: object, file: str) -> None:
        if not file or "/" in file or "\\" in file or file.startswith("."):
            raise BadInput(f"“{file}” is no name for a paper", remedy="Give a file name without a folder.")
