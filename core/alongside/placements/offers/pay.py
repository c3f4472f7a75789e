"""Whether the pay is right: one rate, and every paid placement."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from alongside.enterprise import offers as enterprise
from alongside.money import Pence
from alongside.people import offers as people
from alongside.placements.hours import calendar_month
from alongside.placements.offers.agreed import placements_on
from alongside.placements.pay_check import PayCheck, check_all
from alongside.placements.pay_floor import held_to_floor
from alongside.placements.placement import MOST_RATE, Placement
from alongside.refusal import BadInput
from alongside.rulepacks.offers import Promise, RuleValue
from alongside.store import Unit


def check_floor(
    unit: Unit,
    person: str,
    rate: Pence,
    pay_period_starts: date,
    *,
    apprentice_since: date | None = None,
    business: str | None = None,
) -> RuleValue:
    """Return the floor that a rate was held to, for a person and a pay period that starts on the day given.

    What the enterprise has promised counts, and with a ``business`` what its plugin holds to.

    Raises:
        PayTooLow: where the rate is under it.
        BadInput: where the person's date of birth is not known, or no floor is for that day or age. The sentence
            tells neither: whoever agrees a rate need not know how old somebody is.
    """
    who = people.person(unit, person)
    return held_to_floor(
        who.name,
        who.date_of_birth,
        rate,
        pay_period_starts,
        apprentice_since=apprentice_since,
        promises=enterprise.promises(unit, business),
    )


def under_floor(unit: Unit, placements: Collection[Placement], pay_period_starts: date) -> frozenset[str]:
    """Return the ids of those placements whose rate lies under the floor of a pay period, by its first day.

    What ``check_floor`` says of one, for many at once. Of whom no floor can be told, nothing is said.
    """
    born = {one.id: one.date_of_birth for one in people.for_counting(unit)}
    promised = {place: enterprise.promises(unit, place) for place in {one.business for one in placements}}
    return frozenset(one.id for one in check_all(placements, born, pay_period_starts, promised).low)


def floors(
    unit: Unit, placements: Sequence[Placement], pay_period_starts: date
) -> dict[str, RuleValue | BadInput]:
    """Return the floor of each paid placement by its id, or why nobody can tell; it tells no age."""
    born = {one.id: one.date_of_birth for one in people.for_counting(unit)}
    names = people.names_of(unit, {one.person for one in placements})
    promises = {place: enterprise.promises(unit, place) for place in {one.business for one in placements}}
    found: dict[str, RuleValue | BadInput] = {}
    for one in placements:
        try:
            found[one.id] = held_to_floor(
                names[one.person],
                born.get(one.person),
                MOST_RATE,  # no floor is above it
                pay_period_starts,
                apprentice_since=one.apprentice_since,
                promises=promises[one.business],
            )
        except BadInput as unknown:
            found[one.id] = unknown
    return found


def pay_check(unit: Unit, day: date) -> PayCheck:
    """Hold every paid placement that runs on a day to the pay floor of that day's pay period, and to promises."""
    running = placements_on(unit, day)
    born = {one.id: one.date_of_birth for one in people.for_counting(unit)}
    places = {one.business for one in running}
    return check_all(running, born, day, {place: enterprise.promises(unit, place) for place in places})


def under(unit: Unit, promise: Promise) -> list[Placement]:
    """Return the paid placements whose rate is under a promise about pay: in its first pay period, or today's.

    Those under the law itself are not among them; the pay check names them already.
    """
    starts = _first_of(promise.first_day, enterprise.today(unit))
    running = placements_on(unit, starts)
    born = {one.id: one.date_of_birth for one in people.for_counting(unit)}
    made = {one.business: (promise,) for one in running}
    lawful = {one.id for one in check_all(running, born, starts).sound}
    return [one for one in check_all(running, born, starts, made).low if one.id in lawful]


def _first_of(first_day: date, today: date) -> date:
    """The first day of the pay period to look at: today's, or the first that starts on or after ``first_day``."""
    month = calendar_month(max(first_day, today))
    return month.first if month.first >= first_day else month.last + timedelta(days=1)
