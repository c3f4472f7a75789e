"""Recording: what tellers do with a vote, on record with the reason, and read by everybody."""

from __future__ import annotations

from alongside.decisions.on_record import Done, OnRecord
from alongside.decisions.remark import MOST_WORDS, too_long
from alongside.decisions.tables import ON_RECORD
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
from alongside.store import ActorKind, Unit


def record(unit: Unit, proposal: str, what: Done, *, person: str | None = None, words: str = "") -> OnRecord:
    """Put on record what the one who acts has done; the caller asked whether she may."""
    if len(words) > MOST_WORDS:
        raise too_long(words)
    by = unit.actor.id if unit.actor.kind is ActorKind.PERSON else None
    new = OnRecord(
        id=unit.new_id(), proposal=proposal, what=what, person=person, by=by, words=words.strip(), at=unit.now
    )
    return unit.add(ON_RECORD, new)


def must_say_why(words: str) -> None:
    """Refuse an act without a reason: it stands on record, for everybody to read."""
    if not words.strip():
        raise BadInput(worded("decisions", "It was not said why. Write a sentence: everybody can read it."))


def recorded(unit: Unit, proposal: str, *what: Done) -> list[OnRecord]:
    """Return what was done with a vote, of these kinds or of all, the first first."""
    table = ON_RECORD.table
    wanted = [one.value for one in what or tuple(Done)]
    return unit.find(
        ON_RECORD, table.c.proposal == proposal, table.c.what.in_(wanted), order=(table.c.at, table.c.id)
    )


def recorded_since(unit: Unit, proposal: str, begun: Done, *what: Done) -> OnRecord | None:
    """Return the last of what was done, of these kinds, since a vote was last ``begun``; None for nothing."""
    before = recorded(unit, proposal, begun)
    since = [one for one in recorded(unit, proposal, *what) if not before or one.at > before[-1].at]
    return since[-1] if since else None


def names_in(unit: Unit, found: list[OnRecord]) -> dict[str, str]:
    """Return the names of those who did something and of those it was done to, by id."""
    return people.names_of(unit, [person for one in found for person in (one.by, one.person) if person])
