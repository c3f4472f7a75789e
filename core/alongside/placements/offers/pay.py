"""Whether the pay is right: one rate, and every paid placement."""

from __future__ import annotations

from datetime import date

from alongside.money import Pence
from alongside.people import offers as people
from alongside.placements.offers.agreed import placements_on
from alongside.placements.pay_check import PayCheck, check_all
from alongside.placements.pay_floor import held_to_floor
from alongside.rulepacks.offers import RuleValue
from alongside.store import Unit


def check_floor(
    unit: Unit, person: str, rate: Pence, pay_period_starts: date, *, apprentice_since: date | None = None
) -> RuleValue:
    """Return the floor that a rate was held to, for a person and a pay period that starts on the day given.

    Raises:
        PayTooLow: where the rate is under it.
        BadInput: where the person's date of birth is not known, or no floor is for that day or age. The sentence
            tells neither: whoever agrees a rate need not know how old somebody is.
    """
    who = people.person(unit, person)
    return held_to_floor(who.name, who.date_of_birth, rate, pay_period_starts, apprentice_since=apprentice_since)


def pay_check(unit: Unit, day: date) -> PayCheck:
    """Hold every paid placement that runs on a day to the pay floor of that day's pay period."""
    running = placements_on(unit, day)
    born = {one.id: one.date_of_birth for one in people.for_counting(unit)}
    return check_all(running, born, day)
