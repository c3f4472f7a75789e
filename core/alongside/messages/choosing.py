"""Choosing: what a person wants to be told, kept until she says otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.messages.choice import Choice
from alongside.messages.tables import CHOICE, CHOICES
from alongside.store import Unit


def choices_of(unit: Unit, person: str) -> dict[str, bool]:
    """Return what a person has chosen, by what it is about; nothing of what she never said anything of."""
    return {one.what: one.wanted for one in unit.find(CHOICES, CHOICE.c.person == person)}


def wants_reminder(unit: Unit, person: str, what: str) -> bool:
    """True unless the person has said that she wants no reminder of this kind."""
    return choices_of(unit, person).get(what, True)


def who_asked_for(unit: Unit, what: str) -> list[str]:
    """Return the ids of those who have asked for it."""
    return [one.person for one in unit.find(CHOICES, CHOICE.c.what == what, CHOICE.c.wanted.is_(True))]


def choose(unit: Unit, person: str, what: str, *, wanted: bool) -> None:
    """Note what a person wants; saying the same again changes nothing."""
    for old in unit.find(CHOICES, CHOICE.c.person == person, CHOICE.c.what == what):
        if old.wanted != wanted:
            unit.change(CHOICES, old, wanted=wanted)
        return
    unit.add(CHOICES, Choice(id=unit.new_id(), person=person, what=what, wanted=wanted))


def choose_all(unit: Unit, person: str, offered: Iterable[str], wanted: Iterable[str]) -> None:
    """Note for each of what is offered whether it is among what a person wants."""
    ticked = set(wanted)
    for what in offered:
        choose(unit, person, what, wanted=what in ticked)
