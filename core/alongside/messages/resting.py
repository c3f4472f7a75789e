"""Resting: which quiet hours people have, and choosing one's own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from alongside.messages.quiet_hours import QuietHours
from alongside.messages.tables import QUIET, QUIETS
from alongside.store import Unit


def quiet_of(unit: Unit, persons: Iterable[str]) -> dict[str, QuietHours]:
    """Return the quiet hours of each person, the usual ones of whoever has chosen none."""
    ids = sorted(set(persons))
    chosen = {one.person: one for one in unit.find(QUIETS, QUIET.c.person.in_(ids))} if ids else {}
    return {one: chosen.get(one) or QuietHours(person=one) for one in ids}


def choose_quiet(unit: Unit, person: str, since: time, until: time) -> QuietHours:
    """Choose the quiet hours of a person; saying the same again changes nothing."""
    old = quiet_of(unit, [person])[person]
    if not old.chosen:
        return unit.add(QUIETS, QuietHours(id=unit.new_id(), person=person, since=since, until=until))
    if (old.since, old.until) == (since, until):
        return old
    return unit.change(QUIETS, old, since=since, until=until)
