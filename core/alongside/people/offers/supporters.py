"""Supporters: whom people have chosen to be beside them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from alongside.enterprise import offers as enterprise
from alongside.people.offers.records import by_ids
from alongside.people.person import Person
from alongside.people.supporter import ChosenSupporter
from alongside.people.tables import SUPPORTER, SUPPORTERS
from alongside.store import Unit

ROLE = "supporter"


def supporters_of(unit: Unit, person: str, day: date | None = None) -> tuple[str, ...]:
    """Return the ids of those who support a person on a day (today), by her own choice, the longest first.

    Somebody who does not hold the role of a supporter any more supports nobody, whoever has chosen her.
    """
    chosen = choices_of(unit, person, day)
    able = set(enterprise.people_with(unit, ROLE)) if chosen else set()
    return tuple(one.supporter for one in chosen if one.supporter in able)


def choices_of(unit: Unit, person: str, day: date | None = None) -> list[ChosenSupporter]:
    """Return the choices of a person that hold on a day (today), the longest first."""
    whose = SUPPORTER.c.person == person
    return list(unit.once(f"people.choices.{person}.{day}", lambda: tuple(_holding(unit, day, whose))))


def supported_by(unit: Unit, supporter: str, day: date | None = None) -> tuple[str, ...]:
    """Return the ids of those who have chosen somebody as their supporter and are supported on a day (today)."""
    return tuple(one.person for one in choices_by_which(unit, supporter, day))


def choices_by_which(unit: Unit, supporter: str, day: date | None = None) -> list[ChosenSupporter]:
    """Return the choices by which somebody is a supporter on a day (today), the longest first."""
    return _holding(unit, day, SUPPORTER.c.supporter == supporter)


def _holding(unit: Unit, day: date | None, whose: object) -> list[ChosenSupporter]:
    on = day or enterprise.today(unit)
    holds = (SUPPORTER.c.first_day <= on, SUPPORTER.c.last_day >= on)
    return unit.find(SUPPORTERS, whose, *holds, order=(SUPPORTER.c.first_day, SUPPORTER.c.id))


def can_support(unit: Unit) -> list[Person]:
    """Return everybody who holds the role of a supporter today, by name: whom people can choose."""
    there = by_ids(unit, enterprise.people_with(unit, ROLE))
    return sorted(there.values(), key=lambda one: (one.name.casefold(), one.id))


def choose_supporter(
    unit: Unit, person: str, supporter: str, first_day: date, last_day: date, *, herself: bool = False
) -> ChosenSupporter:
    """Note whom a person has chosen; a choice of the same supporter that holds gets the new end.

    Made by ``herself`` it lets the supporter start visits, until she says otherwise.
    """
    for there in choices_of(unit, person, first_day):
        if there.supporter == supporter:
            return unit.change(SUPPORTERS, there, last_day=last_day, starts_visits=herself)
    new = ChosenSupporter(
        id=unit.new_id(),
        person=person,
        supporter=supporter,
        first_day=first_day,
        last_day=last_day,
        starts_visits=herself,
    )
    return unit.add(SUPPORTERS, new)


def let_start_visits(unit: Unit, choice: ChosenSupporter, *, may: bool) -> ChosenSupporter:
    """Note whether a supporter may start visits for the person who has chosen her."""
    return unit.change(SUPPORTERS, choice, starts_visits=may)


def end_support(unit: Unit, ending: ChosenSupporter, last_day: date) -> ChosenSupporter:
    """Set a choice's last day; a day before its first takes it back altogether."""
    return unit.change(SUPPORTERS, ending, last_day=last_day)


def ending_soon(unit: Unit, since: date, until: date) -> list[ChosenSupporter]:
    """Return the choices whose last day is one of these days."""
    return unit.find(SUPPORTERS, SUPPORTER.c.last_day.between(since, until))


def every_choice(unit: Unit, person: str) -> Iterable[ChosenSupporter]:
    """Return every choice a person has made, and every one by which she was chosen, those of the past too."""
    either = (SUPPORTER.c.person == person) | (SUPPORTER.c.supporter == person)
    return unit.find(SUPPORTERS, either, order=(SUPPORTER.c.first_day, SUPPORTER.c.id))
