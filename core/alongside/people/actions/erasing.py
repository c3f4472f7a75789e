"""Erasing a person: what is kept, and that everybody forgets her."""

from __future__ import annotations

from alongside.enterprise import offers as enterprise
from alongside.people import offers
from alongside.people.erasure import Erasure
from alongside.people.kept import Kept
from alongside.people.tables import PEOPLE
from alongside.refusal import BadInput
from alongside.store import Unit


def what_is_kept(unit: Unit, person: str) -> tuple[tuple[str, Kept], ...]:
    """Look at what the law makes us keep of a person, with the part that keeps it."""
    unit.need("people.erase", own=person)
    answers = unit.collect("person_kept", person=person)
    return tuple((part, kept) for part, answer in answers for kept in answer)


def erase(unit: Unit, person: str) -> Erasure:
    """Erase a person: everybody forgets her, her row stays nameless so that others may refer to it.

    A plugin whose tables are here and that was not there to be told gets a duty, which it does when it comes back.

    Raises:
        BadInput: for the last steward.
    """
    unit.need("people.erase")
    # Held first: what others are writing of her at this moment is waited for, and then seen and taken out too.
    unit.lock(PEOPLE, [person])
    leaving = offers.present(unit, person)
    if enterprise.people_with(unit, "steward") == [person]:
        found = f"{leaving.name} is the last steward, so nobody could look after Alongside"
        raise BadInput(found, remedy="Make somebody else a steward first.")
    kept = what_is_kept(unit, person)
    waiting = _told(unit, person)
    papers = enterprise.mark_papers(unit, person)
    enterprise.remove_roles(unit, person)
    offers.remove_all_of(unit, person)
    offers.blank_person(unit, leaving)
    unit.named.discard(person)
    # Last, since everything above has left its own words in the trail.
    unit.forget(person)
    mentioned = unit.mentions(leaving.name, person)
    return Erasure(
        person=person,
        kept=kept,
        papers=tuple(papers),
        photo=leaving.photo,
        waiting=waiting,
        mentioned=mentioned,
    )


def _told(unit: Unit, person: str) -> tuple[str, ...]:
    told = set(unit.tell("person_erased", person=person))
    absent = tuple(row.name for row in enterprise.plugins(unit) if row.name not in told)
    for plugin in absent:
        enterprise.add_duty(unit, plugin, "person_erased", person)
    return absent
