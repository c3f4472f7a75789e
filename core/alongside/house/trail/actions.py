"""Reading the audit trail; whoever opens the words of an entry leaves one of her own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from alongside.people import offers as people
from alongside.store import ActorKind, Unit, trail


@attrs.frozen(kw_only=True)
class Seen:
    """Some entries with the names of people in them, and whether there are older ones."""

    entries: tuple[trail.Entry, ...]
    names: Mapping[str, str]
    more: bool


def look(unit: Unit, wanted: trail.Wanted) -> Seen:
    """Look at the newest entries that are wanted, without their words."""
    unit.need("trail.see")
    found = trail.entries(unit, wanted, trail.PAGE + 1)
    shown = tuple(attrs.evolve(one, words={} if one.quiet else None) for one in found[: trail.PAGE])
    return Seen(entries=shown, names=_names(unit, shown), more=len(found) > len(shown))


def open_entry(unit: Unit, number: int) -> Seen:
    """Read the words of one entry. That they were read is noted, as they may say what is private."""
    unit.need("trail.words")
    found = trail.entry(unit, number)
    unit.note_reading_of(found.kind, found.row, found.about, entry=found.number)
    return Seen(entries=(found,), names=_names(unit, [found]), more=False)


def _names(unit: Unit, entries: Sequence[trail.Entry]) -> dict[str, str]:
    acting = {one.actor for one in entries if one.actor_kind == ActorKind.PERSON.value}
    return people.names_of(unit, acting | {one.about for one in entries if one.about})
