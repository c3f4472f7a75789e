"""What placements lend to other parts inside their unit: who has agreed what, and the hours worked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

import sqlalchemy as sa

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import Interval, Period
from alongside.money import Pence
from alongside.people import offers as people
from alongside.placements.hours import Worked, minutes_by_person
from alongside.placements.pay_check import PayCheck, check_all
from alongside.placements.pay_floor import held_to_floor
from alongside.placements.placement import AlreadyThere, Placement
from alongside.placements.tables import PLACEMENT, PLACEMENTS
from alongside.placements.wages import Account, account_of
from alongside.rulepacks.offers import RuleValue
from alongside.store import Unit

# --- what is agreed


def placement(unit: Unit, id: str) -> Placement:  # noqa: A002 - what the column is called
    """Return a placement by its id."""
    return unit.get(PLACEMENTS, id)


def placements_on(unit: Unit, day: date, business: str | None = None) -> list[Placement]:
    """Return the placements that run on a day, in all businesses or in one."""
    return placements_in(unit, Period(day, day), business)


def placements_in(unit: Unit, period: Period, business: str | None = None) -> list[Placement]:
    """Return the placements that run on any day of a period, the oldest first."""
    there = () if business is None else (PLACEMENT.c.business == business,)
    return unit.find(
        PLACEMENTS,
        PLACEMENT.c.first_day <= period.last,
        sa.or_(PLACEMENT.c.last_day.is_(None), PLACEMENT.c.last_day >= period.first),
        *there,
        order=(PLACEMENT.c.first_day, PLACEMENT.c.id),
    )


def placements_of(unit: Unit, person: str) -> list[Placement]:
    """Return every placement a person has had, the oldest first."""
    return unit.find(PLACEMENTS, PLACEMENT.c.person == person, order=(PLACEMENT.c.first_day, PLACEMENT.c.id))


def agreed_minutes(unit: Unit, people: Collection[str], day: date) -> dict[str, int]:
    """Return the minutes a week agreed with each of the people on a day, in all businesses; 0 for none."""
    agreed = dict.fromkeys(people, 0)
    for one in placements_on(unit, day):
        if one.person in agreed:
            agreed[one.person] += one.agreed_minutes
    return agreed


def add_placement(unit: Unit, placement: Placement) -> Placement:
    """Put a placement on record, after the caller has checked its pay.

    Raises:
        AlreadyThere: where the person has another one there on one of its days: an hour could then have two rates.
    """
    refuse_meeting(unit, placement)
    return unit.add(PLACEMENTS, placement)


def refuse_meeting(unit: Unit, placement: Placement) -> None:
    """Refuse a placement that shares a day with another of the person's in that business."""
    for other in placements_of(unit, placement.person):
        if other.id != placement.id and other.meets(placement):
            name = people.names_of(unit, [placement.person])[placement.person]
            until = f"until {other.last_day}" if other.last_day else "with no last day"
            found = f"{name} has a placement there already, from {other.first_day} {until}"
            raise AlreadyThere(found, remedy="End that one first, or give other days.")


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


# --- what was worked


def worked(unit: Unit, period: Period, business: str) -> list[Worked]:
    """Return the stretches that people have worked in a business and that share time with a period.

    They are the diary's: active claims for work on a person's time that are over by now.
    """
    others = {resource.id for resource in diary.resources(unit)}
    claims = diary.claims_of(unit, business, _interval(unit, period))
    return [Worked(one.resource, one.interval) for one in _done(unit, claims) if one.resource not in others]


def worked_by(unit: Unit, person: str, period: Period) -> dict[str, list[Worked]]:
    """Return the stretches that a person has worked and that share time with a period, by business."""
    found: dict[str, list[Worked]] = {}
    for one in _done(unit, diary.holds(unit, [person], _interval(unit, period))):
        if one.business is not None:
            found.setdefault(one.business, []).append(Worked(person, one.interval))
    return found


def _interval(unit: Unit, period: Period) -> Interval:
    return period.interval(enterprise.the_enterprise(unit).zone)


def _done(unit: Unit, claims: Iterable[diary.Claim]) -> list[diary.Claim]:
    return [one for one in claims if one.purpose is diary.Purpose.WORK and one.ends <= unit.now]


def minutes_worked(unit: Unit, period: Period, business: str | None = None) -> dict[str, int]:
    """Return the minutes each person worked in a period, in all businesses or in one; nobody with none.

    A shift over midnight is split at it, and one over a clock change counts the minutes that really passed.
    """
    zone = enterprise.the_enterprise(unit).zone
    found = [one for place in _places(unit, business) for one in worked(unit, period, place)]
    return minutes_by_person(found, period, zone)


def accounts(unit: Unit, period: Period, business: str | None = None) -> list[Account]:
    """Return minutes and wages of every placement that ran in a period, by business, the oldest first."""
    zone = enterprise.the_enterprise(unit).zone
    found = []
    for place in _places(unit, business):
        times = worked(unit, period, place)
        found += [account_of(one, times, period, zone) for one in placements_in(unit, period, place)]
    return found


def _places(unit: Unit, business: str | None) -> Iterable[str]:
    # Businesses that have closed since count for the days on which they were open.
    return [one.id for one in enterprise.all_businesses(unit)] if business is None else [business]


# --- whether the pay is right


def pay_check(unit: Unit, day: date) -> PayCheck:
    """Hold every paid placement that runs on a day to the pay floor of that day's pay period."""
    running = placements_on(unit, day)
    born = {one.id: one.date_of_birth for one in people.for_counting(unit)}
    return check_all(running, born, day)
