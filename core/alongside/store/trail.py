"""Reading the audit trail: what was done, page by page, the newest first. Only the store writes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

import attrs
import sqlalchemy as sa

from alongside.instants import Interval
from alongside.refusal import NotFound
from alongside.store.audit import ENTRIES

if TYPE_CHECKING:
    from alongside.store.unit import Unit

PAGE = 50
"""How many entries are read at a time."""


@attrs.frozen(kw_only=True)
class Entry:
    """One thing that was done: who did what to which row, and about whom that row is.

    ``words`` are the values, None once the person was forgotten. Of a ``quiet`` one there are none, and of its
    instant the day alone is known. ``sealed`` is true once it has its place in the chain.
    """

    number: int
    at: datetime
    actor_kind: str
    actor: str
    action: str
    kind: str
    row: str
    about: str | None
    words: Mapping[str, Any] | None
    sealed: bool

    @property
    def quiet(self) -> bool:
        """True if the trail keeps who and which day, and neither time nor value."""
        return self.words == {} and (self.at.hour, self.at.minute, self.at.second, self.at.microsecond) == (
            0,
            0,
            0,
            0,
        )


@attrs.frozen(kw_only=True)
class Wanted:
    """Which entries: of an interval, of a kind of row, done by or about a person; older than a number."""

    during: Interval | None = None
    kind: str = ""
    person: str = ""
    before: int | None = None


def entries(unit: Unit, wanted: Wanted, most: int = PAGE) -> list[Entry]:
    """Return the newest entries that are wanted."""
    query = sa.select(ENTRIES).where(*_where(wanted)).order_by(ENTRIES.c.number.desc()).limit(most)
    return [_entry(row) for row in unit.question(query)]


def entry(unit: Unit, number: int) -> Entry:
    """Return one entry by its number.

    Raises:
        NotFound: where there is none.
    """
    found = unit.question(sa.select(ENTRIES).where(ENTRIES.c.number == number))
    if not found:
        raise NotFound("entry of the audit trail", str(number))
    return _entry(found[0])


def _where(wanted: Wanted) -> list[Any]:
    found: list[Any] = []
    if wanted.during:
        found += [ENTRIES.c.at >= wanted.during.starts, ENTRIES.c.at < wanted.during.ends]
    if wanted.kind:
        found.append(ENTRIES.c.kind == wanted.kind)
    if wanted.person:
        found.append((ENTRIES.c.about == wanted.person) | (ENTRIES.c.actor == wanted.person))
    if wanted.before is not None:
        found.append(ENTRIES.c.number < wanted.before)
    return found


def _entry(row: Any) -> Entry:
    return Entry(
        number=row.number,
        at=row.at,
        actor_kind=row.actor_kind,
        actor=row.actor,
        action=row.action,
        kind=row.kind,
        row=row.row,
        about=row.about,
        words=json.loads(row.change) if row.change else None,
        sealed=row.position is not None,
    )
