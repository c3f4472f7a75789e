"""The audit trail: who changed what and when, sealed into a chain that outlives the words.

Each entry carries a seal, ``sha256(salt + change)``; the chain runs over the seals and the plain facts (who,
when, which row), not over the words. So a person can be forgotten (change and salt are emptied) and the chain
still verifies, while a changed word, a missing entry or a swapped pair is named by its position.

On SQLite entries are sealed in the writing transaction, as there is one writer. On PostgreSQL one sealer
takes them right after commit: in the transaction the chain would cost most of the throughput.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import datetime
from typing import Any

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from alongside.store import columns as c
from alongside.store.actor import Actor

ENTRIES = c.table(
    "store_audit",
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    # Looked for by day, and by who acted: a year holds hundreds of thousands.
    sa.Column("at", c.Instant, index=True, nullable=False),
    c.text("actor_kind"),
    sa.Column("actor", sa.Text, index=True, nullable=False),
    c.text("action"),
    c.text("kind"),
    c.text("row"),
    sa.Column("about", sa.Text, index=True, nullable=True),
    c.text("change"),
    c.text("salt"),
    c.text("seal"),
    sa.Column("position", sa.Integer, unique=True, nullable=True),
    c.text("chain", nullable=True),
)

START = hashlib.sha256(b"alongside").hexdigest()
_SEALER_LOCK = 4_158_263  # any number, as long as every sealer asks PostgreSQL for the same one


@attrs.frozen(kw_only=True)
class Change:
    """One change as the trail keeps it; ``words`` are the values, ``about`` the person whose row it is.

    Of a ``quiet`` one the trail keeps the day and neither the time nor any word.
    """

    action: str
    kind: str
    row: str
    about: str | None
    words: dict[str, Any]
    quiet: bool = False


@attrs.frozen
class Verdict:
    """What verifying the chain found: entries looked at, how many wait to be sealed, and each fault in words."""

    sealed: int
    waiting: int
    head: str
    faults: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """True if nothing was changed, lost or swapped."""
        return not self.faults


def sealed_words(salt: str, change: str) -> str:
    """Return the seal of a change."""
    return hashlib.sha256((salt + change).encode()).hexdigest()


def record(connection: Connection, actor: Actor, now: datetime, changes: list[Change]) -> None:
    """Write the unit's changes to the trail, in the unit's own transaction."""
    if changes:
        connection.execute(sa.insert(ENTRIES), [_entry(actor, now, change) for change in changes])


def _entry(actor: Actor, now: datetime, change: Change) -> dict[str, Any]:
    kept = {} if change.quiet else change.words
    words = json.dumps(kept, sort_keys=True, ensure_ascii=False, default=str)
    salt = secrets.token_hex(16)
    return {
        "at": now.replace(hour=0, minute=0, second=0, microsecond=0) if change.quiet else now,
        "actor_kind": actor.kind.value,
        "actor": actor.id,
        "action": change.action,
        "kind": change.kind,
        "row": change.row,
        "about": change.about,
        "change": words,
        "salt": salt,
        "seal": sealed_words(salt, words),
    }


def begun(connection: Connection) -> datetime | None:
    """Return the instant of the first entry, None while nothing was ever written."""
    return connection.execute(sa.select(ENTRIES.c.at).order_by(ENTRIES.c.number).limit(1)).scalar()


def seal(connection: Connection) -> None:
    """Join every entry that is not yet in the chain to its end."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_SEALER_LOCK)))
    position, chain = _head(connection)
    waiting = sa.select(ENTRIES).where(ENTRIES.c.position.is_(None)).order_by(ENTRIES.c.number)
    links = []
    for entry in connection.execute(waiting).mappings().all():
        position, chain = position + 1, _link(chain, entry)
        links.append({"entry": entry["number"], "at_position": position, "link": chain})
    if links:
        this = sa.update(ENTRIES).where(ENTRIES.c.number == sa.bindparam("entry"))
        place = this.values(position=sa.bindparam("at_position"), chain=sa.bindparam("link"))
        connection.execute(place, links)


def _head(connection: Connection) -> tuple[int, str]:
    query = sa.select(ENTRIES.c.position, ENTRIES.c.chain).where(ENTRIES.c.position.is_not(None))
    last = connection.execute(query.order_by(ENTRIES.c.position.desc()).limit(1)).first()
    return (last.position, last.chain) if last else (0, START)


def _link(before: str, entry: Any) -> str:
    facts = (
        before,
        entry["at"].isoformat(),
        entry["actor_kind"],
        entry["actor"],
        entry["action"],
        entry["kind"],
        entry["row"],
        entry["about"] or "",
        entry["seal"],
    )
    return hashlib.sha256("\x1f".join(facts).encode()).hexdigest()


def verify(connection: Connection, noted: str = "") -> Verdict:
    """Walk the chain from its start and name each entry that does not fit.

    ``noted`` is a head that was written down outside earlier: without one, a tail that was cut off leaves no
    trace.
    """
    before, place, faults, met = START, 0, [], noted in {"", START}
    sealed = sa.select(ENTRIES).where(ENTRIES.c.position.is_not(None)).order_by(ENTRIES.c.position)
    for entry in connection.execute(sealed).mappings():
        place += 1
        faults += _faults(entry, place, before)
        place, before = entry["position"], entry["chain"]
        met = met or before == noted
    if not met:
        faults.append("The head that was noted is not in the trail: its end was cut off or written anew.")
    open_entries = sa.select(sa.func.count()).where(ENTRIES.c.position.is_(None))
    return Verdict(place, connection.execute(open_entries).scalar_one(), before, tuple(faults))


def _faults(entry: Any, place: int, before: str) -> list[str]:
    where = f"entry {entry['position']} of {entry['at']:%d %B %Y} ({entry['kind']})"
    found = []
    if entry["position"] != place:
        found.append(f"Before {where} something was taken out: {place} was expected there.")
    if entry["chain"] != _link(before, entry):
        found.append(f"The facts of {where}, or their order, were changed afterwards.")
    if (entry["salt"] or entry["change"]) and entry["seal"] != sealed_words(entry["salt"], entry["change"]):
        found.append(f"The words of {where} were changed afterwards.")
    if not entry["salt"] and entry["about"] is None:
        found.append(f"The words of {where} were taken out, though they are about nobody.")
    return found


def forget(connection: Connection, person: str) -> int:
    """Empty the words of every entry about a person; return how many there were. The chain stays whole."""
    about = sa.update(ENTRIES).where(ENTRIES.c.about == person, ENTRIES.c.salt != "")
    return connection.execute(about.values(change="", salt="")).rowcount
