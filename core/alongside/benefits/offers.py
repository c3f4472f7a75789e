"""What is kept about benefits, for this part alone: nothing of a person's choices is lent to any other."""

from __future__ import annotations

from alongside.benefits.adviser import Adviser
from alongside.benefits.own_choice import OwnChoice
from alongside.benefits.tables import ADVISERS, CHOICE, CHOICES
from alongside.store import Unit


def choice_of(unit: Unit, person: str) -> OwnChoice | None:
    """Return what a person has chosen for herself, None for nothing."""
    return next(iter(unit.find(CHOICES, CHOICE.c.person == person)), None)


def forget_choice(unit: Unit, person: str) -> None:
    """Take out what a person has chosen; nothing of it stays."""
    for one in unit.find(CHOICES, CHOICE.c.person == person):
        unit.remove(CHOICES, one)


def adviser(unit: Unit) -> Adviser | None:
    """Return the adviser whom the pages name, None while nobody has said one."""
    return next(iter(unit.find(ADVISERS)), None)
