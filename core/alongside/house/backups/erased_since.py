"""Who was erased after a copy was made: they are in it still, and are erased again when it is put back.

That is known from the folder that is replaced, if its database can be read, or else from the newest copy beside
the one that is put back. Nothing is kept for this: a list of the erased would be one more thing to lose.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from alongside.house.backups.content import Manifest, Rows, Torn, pieces
from alongside.house.backups.replaced import looked_up
from alongside.house.backups.sealed import heading_of, opened
from alongside.people import actions
from alongside.people.tables import PEOPLE
from alongside.refusal import Refusal
from alongside.store import Actor

if TYPE_CHECKING:
    from alongside.house.backups.key import OpeningKey
    from alongside.house.opening import House

_TABLE = PEOPLE.table
_ERASED = sa.select(_TABLE.c.id).where(_TABLE.c.erased_on.is_not(None))


def erased_since(file: Path, key: OpeningKey, replaced: Path | None) -> tuple[set[str], datetime]:
    """Return the ids of those known to be erased, and the instant until which that is known."""
    if replaced is not None:
        # It is replaced because it is broken, perhaps.
        with contextlib.suppress(Refusal, sa.exc.SQLAlchemyError, OSError):
            return looked_up(replaced, _ERASED), datetime.now(UTC)
    for copy in _later_copies(file):
        # One that another sheet opens, or that was cut, tells nothing; the next may.
        with contextlib.suppress(Refusal, Torn):
            return _erased_in_copy(copy, key), heading_of(copy).made
    return set(), heading_of(file).made


def erase_again(house: House, gone: set[str]) -> int:
    """Erase those of ``gone`` who are here; return how many they were."""
    with house.reading() as unit:
        here = [one.id for one in unit.find(PEOPLE, _TABLE.c.erased_on.is_(None)) if one.id in gone]
    for person in here:
        with house.store.unit(Actor.keyboard("the house")) as unit:
            done = actions.erase(unit, person)
            if done.photo:
                (house.home / "photos" / done.photo).unlink(missing_ok=True)
    if here:
        house.clean()
    return len(here)


def _later_copies(file: Path) -> Iterator[Path]:
    """The copies beside ``file`` that were made after it, the newest first."""
    found = []
    own = heading_of(file).made
    for path in file.parent.iterdir():
        with contextlib.suppress(Refusal, OSError):
            if path.is_file() and not path.name.startswith(".") and heading_of(path).made > own:
                found.append((heading_of(path).made, path))
    yield from (path for _, path in sorted(found, reverse=True))


def _erased_in_copy(file: Path, key: OpeningKey) -> set[str]:
    found: set[str] = set()
    names: list[str] = []
    for piece in pieces(opened(file, key)):
        if isinstance(piece, Manifest):
            shape = next(shape for shape in piece.shapes if shape.name == _TABLE.name)
            names = [column.name for column in shape.columns]
        elif isinstance(piece, Rows) and piece.table == _TABLE.name:
            rows = (dict(zip(names, row, strict=True)) for row in piece.rows)
            found |= {row["id"] for row in rows if row["erased_on"] is not None}
    return found
