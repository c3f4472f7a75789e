"""An erasure: what happened, and what is left to do outside the database."""

from __future__ import annotations

import attrs

from alongside.people.kept import Kept


@attrs.frozen(kw_only=True)
class Erasure:
    """What erasing a person did.

    ``kept`` is what the law makes us keep, with the part that keeps it. ``papers`` are file names to be taken
    away, ``photo`` one in the folder of photos. ``waiting`` plugins do their share when they come back.
    ``mentioned`` is how many sentences of others still say the name, by part.
    """

    person: str
    kept: tuple[tuple[str, Kept], ...]
    papers: tuple[str, ...]
    photo: str | None
    waiting: tuple[str, ...]
    mentioned: dict[str, int]
