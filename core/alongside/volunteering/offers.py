"""What is known of volunteers: their roles, their expenses, and what a report says of them."""

from __future__ import annotations

from datetime import date

from alongside.instants import Period
from alongside.placements import offers as placements
from alongside.placements.placement import Placement, PlacementType
from alongside.store import Unit
from alongside.volunteering.expense import Expense, State
from alongside.volunteering.role import NamedThanks, VolunteerRole
from alongside.volunteering.tables import (
    EXPENSE,
    EXPENSES,
    INCOMES,
    ROLE,
    ROLES,
    THANK,
    THANKS,
)
from alongside.volunteering.tier import Income


def volunteering_of(unit: Unit, person: str) -> list[Placement]:
    """Return every volunteering that was ever agreed with a person, the oldest first."""
    return [one for one in placements.placements_of(unit, person) if one.kind is PlacementType.VOLUNTEERING]


def volunteers_on(unit: Unit, day: date, business: str) -> list[Placement]:
    """Return the volunteering that runs in a business on a day."""
    return [one for one in placements.placements_on(unit, day, business) if one.kind is PlacementType.VOLUNTEERING]


def role_of(unit: Unit, placement: str) -> VolunteerRole | None:
    """Return what somebody does under a placement, None while nobody has said it."""
    return next(iter(unit.find(ROLES, ROLE.c.placement == placement)), None)


def roles(unit: Unit) -> list[VolunteerRole]:
    """Return what all volunteers do, or did."""
    return unit.find(ROLES)


def expenses_of(unit: Unit, person: str) -> list[Expense]:
    """Return every expense a person has asked for, the newest first."""
    return unit.find(EXPENSES, EXPENSE.c.person == person, order=(EXPENSE.c.day.desc(), EXPENSE.c.id))


def expenses_in(unit: Unit, business: str, *states: State) -> list[Expense]:
    """Return the expenses of a business that stand in one of some states (any), the oldest first."""
    order = (EXPENSE.c.day, EXPENSE.c.id)
    every = unit.once("volunteering.expenses", lambda: tuple(unit.find(EXPENSES, order=order)))
    return [one for one in every if one.business == business and (not states or one.state in states)]


def paid_back(unit: Unit, period: Period) -> list[Expense]:
    """Return the expenses that people got back in a period."""
    return unit.find(EXPENSES, EXPENSE.c.paid_on.between(period.first, period.last))


def thanked(unit: Unit) -> list[NamedThanks]:
    """Return everybody who has chosen to be thanked by name."""
    return unit.find(THANKS, order=(THANK.c.since, THANK.c.id))


def wants_thanks(unit: Unit, person: str) -> NamedThanks | None:
    """Return a person’s choice to be thanked by name, None where she has not made it."""
    return next(iter(unit.find(THANKS, THANK.c.person == person)), None)


def income(unit: Unit) -> Income | None:
    """Return the yearly income that was written down last, None for none."""
    return next(iter(unit.find(INCOMES)), None)


def forget(unit: Unit, person: str) -> None:
    """Take out roles, thanks and what is not settled; of what was paid, the amount stays without words.

    It is in the accounts, for the years that ``kept`` says. The row holds an id and no name.
    """
    for role in unit.find(ROLES, ROLE.c.person == person):
        unit.remove(ROLES, role)
    for thanks in unit.find(THANKS, THANK.c.person == person):
        unit.remove(THANKS, thanks)
    for one in expenses_of(unit, person):
        if one.state is State.PAID:
            unit.change(EXPENSES, one, words=_GONE if one.words else "", answer="")
        else:
            unit.remove(EXPENSES, one)


_GONE = "–"
"""Stands for words that were taken out: other things cannot be without any."""
