"""The unit of work: the one door for writing, with who acts, when, and what they may do.

Everything in one unit happens or nothing does. What it changes stands in the audit trail of the same
transaction. A unit is opened by an edge and handed to one action; actions never open another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Protocol, TypeVar

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from alongside.refusal import Audience, NotAllowed, NotFound, NotWithAHelper, SomebodyWasFaster
from alongside.store import audit
from alongside.store.actor import Actor
from alongside.store.engine import is_elsewhere
from alongside.store.mentions import mentions
from alongside.store.rows import Rows

T = TypeVar("T", bound=attrs.AttrsInstance)
A = TypeVar("A")

Rights = Mapping[str | None, frozenset[str]]
"""What an actor may do: permissions by business, those for the whole enterprise under ``None``."""


class Guarded(Exception):
    """The database itself would not have it: a guard or a constraint held. Offers turn this into words."""


class Dispatch(Protocol):
    """Brings an event to every part and plugin that reacts to it."""

    def tell(self, unit: Unit, event: str, facts: Mapping[str, Any]) -> tuple[str, ...]:
        """Let everybody react; return the names of those who were there to be told."""

    def collect(self, unit: Unit, event: str, facts: Mapping[str, Any]) -> list[tuple[str, Any]]:
        """Gather an answer from each, with the name of the one who gave it."""


class Unit:
    """One unit of work. ``actor`` is who acts, ``now`` the instant at which it all happens, in UTC."""

    def __init__(
        self,
        connection: Connection,
        actor: Actor,
        now: datetime,
        *,
        dispatch: Dispatch,
        ids: Callable[[], str],
        writing: bool,
    ) -> None:
        self.actor = actor
        self.now = now
        self.writing = writing
        self.named: set[str] = set()
        self._connection = connection
        self._dispatch = dispatch
        self._ids = ids
        self._rights: Rights = {}
        self._changes: list[audit.Change] = []
        self._asked: dict[str, Any] = {}

    @property
    def kept_elsewhere(self) -> bool:
        """True if the database runs on another machine, whose backups and eyes are not ours."""
        return is_elsewhere(self._connection.engine.url)

    # --- what the actor may do

    def learn_rights(self, rights: Rights) -> None:
        """Take the actor's rights, as read in this same transaction."""
        self._rights = rights

    def may(self, permission: str, business: str | None = None, *, own: str | None = None) -> bool:
        """True if the actor may: for the enterprise, for this business, or because the row is her ``own``."""
        if self.actor.trusted:
            return True
        if own is not None and own == self.actor.id:
            return True
        places = (None,) if business is None else (None, business)
        return any(permission in self._rights.get(place, frozenset()) for place in places)

    def may_somewhere(self, permission: str) -> bool:
        """True if the actor may for the enterprise or for any one business; the action then asks for which."""
        every = frozenset().union(*self._rights.values())
        return self.actor.trusted or permission in every

    def audience(self, about: str, permission: str, business: str | None = None) -> Audience:
        """Return who the actor is to a person: she herself, one who may what is named there, or a colleague.

        Whoever has come in with a helper reads what colleagues read: a helper need not know.
        """
        if self.actor.id == about:
            return Audience.PERSON if self.actor.helper is None else Audience.COLLEAGUES
        return Audience.MANAGER if self.may(permission, business) else Audience.COLLEAGUES

    def need(self, permission: str, business: str | None = None, *, own: str | None = None) -> None:
        """Refuse with ``NotAllowed`` unless the actor may."""
        if not self.may(permission, business, own=own):
            raise NotAllowed(self.actor.name, permission)

    def need_alone(self) -> None:
        """Refuse with ``NotWithAHelper`` where somebody has come in with the one who acts.

        For all by which somebody could come back without her: what she comes in by, and whom she lets in.
        """
        if self.actor.helper is not None:
            raise NotWithAHelper

    # --- reading

    def get(self, rows: Rows[T], row: str) -> T:
        """Return one value by its id, or refuse with ``NotFound``."""
        found = self.find(rows, rows.table.c.id == row)
        if not found:
            raise NotFound(rows.called, row)
        return found[0]

    def find(self, rows: Rows[T], *where: Any, order: Sequence[Any] = ()) -> list[T]:
        """Return the values for which all of ``where`` holds; in the order of ids where none is given."""
        query = sa.select(rows.table).where(*where).order_by(*(order or (rows.table.c.id,)))
        found = self._connection.execute(query)
        return rows.from_rows(tuple(found.keys()), found.all())

    def question(self, query: sa.Select[Any]) -> list[Any]:
        """Return the rows that a written-out query finds."""
        return list(self._connection.execute(query).all())

    def once(self, what: str, ask: Callable[[], A]) -> A:
        """Return what ``ask`` answers, and ask it only once while this unit reads.

        For what many ask for on the way to one page. As soon as the unit writes or locks something, all is asked
        for anew: it may be another by then.
        """
        if what not in self._asked:
            self._asked[what] = ask()
        answer: A = self._asked[what]
        return answer

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Keep what fails in here from spoiling the rest of the unit: PostgreSQL would answer nothing more.

        What was written in here is undone then, and the audit trail says nothing of it.
        """
        noted = list(self._changes)
        try:
            with self._connection.begin_nested():
                yield
        except BaseException:
            self._changes = noted
            self._asked.clear()
            raise

    # --- writing

    def add(self, rows: Rows[T], value: T) -> T:
        """Put a new value in its table."""
        row = rows.to_row(value)
        self._write(sa.insert(rows.table), row)
        self._note("added", rows, value, row)
        return value

    def add_all(self, rows: Rows[T], values: Sequence[T]) -> Sequence[T]:
        """Put many new values in their table at once, each with its entry in the trail."""
        found = [rows.to_row(one) for one in values]
        if found:
            self._write(sa.insert(rows.table), found)
        for value, row in zip(values, found, strict=True):
            self._note("added", rows, value, row)
        return values

    def change(self, rows: Rows[T], old: T, **changes: Any) -> T:
        """Put a changed value in the place of ``old``; refuse if somebody was faster."""
        new: T = attrs.evolve(old, **changes, version=_version(old) + 1)  # type: ignore[misc] # T is an attrs class by its bound
        before, after = rows.to_row(old), rows.to_row(new)
        self._same(rows, old, sa.update(rows.table), after)
        changed = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
        self._note("changed", rows, new, changed)
        return new

    def remove(self, rows: Rows[T], old: T) -> None:
        """Take a value out of its table; refuse if somebody was faster."""
        self._same(rows, old, sa.delete(rows.table))
        self._note("removed", rows, old, rows.to_row(old))

    def remove_all(self, rows: Rows[T], *where: Any) -> int:
        """Take all values for which ``where`` holds out of their table; return how many there were."""
        found = self.find(rows, *where)
        if found:
            self._write(sa.delete(rows.table).where(*where))
        for one in found:
            self._note("removed", rows, one, rows.to_row(one))
        return len(found)

    def note_reading(self, rows: Rows[T], value: T, *fields: str) -> None:
        """Note in the trail that the actor has read what is private of a value, and nothing of what it says."""
        about = getattr(value, rows.about) if rows.about else None
        self.note_reading_of(rows.table.name, str(value.id), about, fields=sorted(fields))  # type: ignore[attr-defined] # every stored value has an id

    def note_reading_of(self, kind: str, row: str, about: str | None, **words: Any) -> None:
        """Note that the actor has read something private, by the kind and id of its row and whose it is."""
        if not self.writing:
            raise RuntimeError("a reading is noted in a unit that writes; say so where the page is described")
        self._changes.append(audit.Change(action="read", kind=kind, row=row, about=about, words=words))

    def lock(self, rows: Rows[T], ids: Sequence[str]) -> None:
        """Hold rows until the unit ends, always in the order of their ids so that two units cannot wait in a ring.

        SQLite has one writer at a time, so there is nothing to hold there.
        """
        self._asked.clear()
        if self._connection.dialect.name == "postgresql":
            held = sa.select(rows.table.c.id).where(rows.table.c.id.in_(sorted(ids)))
            self._connection.execute(held.order_by(rows.table.c.id).with_for_update()).all()

    def _same(self, rows: Rows[T], old: T, statement: sa.Update | sa.Delete, *row: dict[str, Any]) -> None:
        table = rows.table
        this = statement.where(table.c.id == old.id, table.c.version == _version(old))  # type: ignore[attr-defined] # every stored value has an id
        if self._write(this, *row) != 1:
            raise SomebodyWasFaster(rows.called)

    def _write(self, statement: Any, *row: dict[str, Any] | list[dict[str, Any]]) -> int:
        if not self.writing:
            raise RuntimeError("this unit was opened for reading; open it with writing=True")
        self._asked.clear()
        try:
            # A row goes beside its statement: put into it, each of its columns was looked through every time.
            return self._connection.execute(statement, *row).rowcount
        except IntegrityError as held:
            # Not chained: PostgreSQL's own error spells the row out, and faults are logged.
            raise Guarded(_guard(held)) from None

    def _note(self, action: str, rows: Rows[T], value: T, words: dict[str, Any]) -> None:
        if rows.unsaid:
            return
        about = getattr(value, rows.about) if rows.about else None
        self._changes.append(
            audit.Change(
                action=action,
                kind=rows.table.name,
                row=f"{self.now:%Y-%m-%d}" if rows.quiet else str(value.id),  # type: ignore[attr-defined] # the same
                about=about,
                words=words,
                quiet=rows.quiet,
            )
        )

    # --- the rest

    def tell(self, event: str, **facts: Any) -> tuple[str, ...]:
        """Let parts and plugins react to what has happened; one that raises ends the unit and is named.

        Returns:
            The names of the parts and plugins that were there to be told.
        """
        return self._dispatch.tell(self, event, facts)

    def collect(self, event: str, **facts: Any) -> list[tuple[str, Any]]:
        """Gather ``(part or plugin, answer)`` from all who answer; ``None`` is no answer."""
        return self._dispatch.collect(self, event, facts)

    def forget(self, person: str) -> int:
        """Take the words about a person out of the audit trail; return how many entries there were."""
        self.save_trail()
        return audit.forget(self._connection, person)

    def mentions(self, name: str, person: str) -> dict[str, int]:
        """Return how many rows of each part say a name, leaving out those that are the person's own."""
        self.save_trail()
        return mentions(self._connection, name, person)

    def new_id(self) -> str:
        """Return a fresh opaque id, so that a value is whole before it is stored."""
        return self._ids()

    def save_trail(self) -> None:
        """Write what was changed so far to the audit trail; the store calls this before it commits."""
        audit.record(self._connection, self.actor, self.now, self._changes)
        self._changes = []


def _guard(held: IntegrityError) -> str:
    """What held, without the values it held against."""
    told = getattr(held.orig, "diag", None)
    return str(told.message_primary if told else held.orig)


def _version(value: Any) -> int:
    return int(value.version)
