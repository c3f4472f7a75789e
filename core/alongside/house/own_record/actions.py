"""Looking at one's own record, taking it along, and handing it over to whoever asked for hers by letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import attrs

from alongside.enterprise import offers as enterprise
from alongside.house.own_record.plain import Known, made_plain
from alongside.house.own_record.saying import Words
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.people.tables import PEOPLE
from alongside.refusal import NotAllowed
from alongside.store import Unit

KEPT = "person_exported"
"""What each part is asked for all that it keeps of a person."""

Ask = Callable[[Unit, str], Sequence[tuple[str, Any]]]
"""What is asked of which parts, about the person with an id."""


def _everywhere(unit: Unit, person: str) -> Sequence[tuple[str, Any]]:
    return unit.collect(KEPT, person=person)


@attrs.frozen(kw_only=True)
class Record:
    """All that is kept of a person: what each part answers, made plain, and what it calls its keys."""

    person: Person
    answers: tuple[tuple[str, dict[str, Any]], ...]
    words: dict[str, Words]
    zone: str


def whose(unit: Unit) -> Person:
    """Return who looks at what is kept of her: alone, as it is about pay, checks and what nobody else is told.

    Raises:
        NotWithAHelper: where somebody has come in with her.
        NotAllowed: for whoever is no person.
    """
    unit.need_alone()
    found = people.by_ids(unit, [unit.actor.id]).get(unit.actor.id)
    if found is None:
        raise NotAllowed(unit.actor.name, "record.see")
    return found


def look_at_own_record(unit: Unit, ask: Ask = _everywhere) -> Record:
    """Look at what is kept of oneself, by all parts or by those that ``ask`` asks.

    Raises:
        NotWithAHelper: where somebody has come in with her.
        NotAllowed: for whoever is no person.
    """
    return _record(unit, whose(unit), ask)


def take_along(unit: Unit, way: str) -> Record:
    """Take it along as a file of a kind; that she did stands in the trail, and nothing of what is in it."""
    record = look_at_own_record(unit)
    note_taking(unit, record, way)
    return record


def note_taking(unit: Unit, record: Record, way: str) -> None:
    """Note in the trail that a record leaves as a file of a kind."""
    unit.note_reading(PEOPLE, record.person, "own record", way)


def hand_over(unit: Unit, person: str, way: str) -> Record:
    """Hand a person's record over to her, who has asked for it; what she keeps for herself alone is not in it.

    Raises:
        NotFound: where there is no such person, or she was erased.
    """
    unit.need("record.hand_over")
    unit.need_alone()
    record = _record(unit, people.present(unit, person))
    note_taking(unit, record, way)
    return record


def _record(unit: Unit, person: Person, ask: Ask = _everywhere) -> Record:
    own = enterprise.the_enterprise(unit)
    known = Known(
        person=person.id,
        people={one.id: one.name for one in people.everybody(unit)},
        places={one.id: one.name for one in enterprise.all_businesses(unit)},
        zone=own.zone,
    )
    answers = ask(unit, person.id)
    return Record(
        person=person,
        answers=tuple((part, made_plain(answer, known)) for part, answer in answers),
        words=dict(unit.collect("kept_words")),
        zone=own.zone,
    )
