"""What people may do with placements, and see of them."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.enterprise.business import Business
from alongside.instants import LAST_YEAR, Interval, Period
from alongside.money import Pence
from alongside.people import offers as people
from alongside.placements import offers
from alongside.placements.hours import minutes_by_person, pay_periods
from alongside.placements.kept import KeptRecord
from alongside.placements.pay_check import PayCheck
from alongside.placements.placement import Placement, PlacementType
from alongside.placements.tables import KEPT, KEPT_RECORDS, PLACEMENTS
from alongside.refusal import BadInput
from alongside.store import Unit

# --- agreeing


def start_placement(
    unit: Unit,
    *,
    person: str,
    business: str,
    kind: PlacementType,
    first_day: date,
    agreed_minutes: int,
    rate: Pence | None = None,
    last_day: date | None = None,
    supporter: str | None = None,
    apprentice_since: date | None = None,
) -> Placement:
    """Agree work with a person, and let everybody react to it.

    ``agreed_minutes`` are minutes a week, ``rate`` is pence an hour.

    Raises:
        PayTooLow: where the rate is under the floor in a pay period from the first day until now.
        BadInput: where the terms do not fit each other, or the person's other placement there.
    """
    unit.need("placements.change", business)
    _refuse_strangers(unit, person, business, supporter)
    new = Placement(
        id=unit.new_id(),
        person=person,
        business=business,
        kind=kind,
        first_day=first_day,
        last_day=last_day,
        agreed_minutes=agreed_minutes,
        rate=rate,
        supporter=supporter,
        apprentice_since=apprentice_since,
    )
    _check_pay(unit, new)
    offers.add_placement(unit, new)
    unit.tell("placement_started", placement=new)
    return new


def _refuse_strangers(unit: Unit, person: str, business: str, supporter: str | None) -> None:
    enterprise.business(unit, business)
    who = people.present(unit, person)
    if supporter is not None and people.present(unit, supporter).id == person:
        raise BadInput(f"{who.name} cannot be their own supporter", remedy="Name somebody else, or nobody.")


def _check_pay(unit: Unit, placement: Placement) -> None:
    """Hold the rate to the floor of each pay period from the first day until now, as floors rise meanwhile."""
    if placement.rate is None:
        return
    for starts in pay_periods(placement.first_day, placement.last_day, enterprise.today(unit)):
        offers.check_floor(
            unit, placement.person, placement.rate, starts, apprentice_since=placement.apprentice_since
        )


def change_rate(unit: Unit, placement: str, rate: Pence, from_day: date) -> Placement:
    """Agree another rate from a day on: the placement ends the day before, and one with the new rate begins.

    Raises:
        PayTooLow: where the rate is under the floor in a pay period from that day until now.
        BadInput: where nothing is paid, or the placement does not run on that day.
    """
    old = offers.placement(unit, placement)
    unit.need("placements.change", old.business)
    if not old.paid:
        raise BadInput("this placement is unpaid", remedy="End it, then start a paid one.")
    if not old.runs_on(from_day):
        raise BadInput(f"the placement does not run on {from_day}", remedy="Give one of its days.")
    if from_day == old.first_day:
        _check_pay(unit, attrs.evolve(old, rate=rate))
        return unit.change(PLACEMENTS, old, rate=rate)
    new = attrs.evolve(old, id=unit.new_id(), rate=rate, first_day=from_day, version=1)
    _check_pay(unit, new)
    unit.change(PLACEMENTS, old, last_day=from_day - timedelta(days=1))
    return offers.add_placement(unit, new)


def end_placement(unit: Unit, placement: str, last_day: date) -> Placement:
    """Give a placement its last day, that day included; its record stays.

    Raises:
        BadInput: for a day before its first, or one that reaches into another placement of the person there.
        PayTooLow: where it would run longer, and the rate is under the floor in one of its pay periods.
    """
    old = offers.placement(unit, placement)
    unit.need("placements.change", old.business)
    if old.last_day is not None and last_day > old.last_day:
        longer = attrs.evolve(old, last_day=last_day)
        offers.refuse_meeting(unit, longer)
        _check_pay(unit, longer)
    return unit.change(PLACEMENTS, old, last_day=last_day)


# --- seeing


def placements_now(unit: Unit, business: str | None = None) -> list[Placement]:
    """Return the placements that run today: those of one business, or of every business she may see.

    Raises:
        NotAllowed: where there is none that she may see.
    """
    if business is not None or not unit.may_somewhere("placements.see"):
        unit.need("placements.see", business)
    running = offers.placements_on(unit, enterprise.today(unit), business)
    return [one for one in running if unit.may("placements.see", one.business)]


def placements_from_now(unit: Unit) -> list[Placement]:
    """Return the placements that run today or begin later, of every business she may see.

    Raises:
        NotAllowed: where there is none that she may see.
    """
    if not unit.may_somewhere("placements.see"):
        unit.need("placements.see")
    agreed = offers.placements_in(unit, Period(enterprise.today(unit), date(LAST_YEAR, 12, 31)))
    return [one for one in agreed if unit.may("placements.see", one.business)]


def look_at_placement(unit: Unit, placement: str) -> Placement:
    """Look at one placement, of a business she may see."""
    found = offers.placement(unit, placement)
    unit.need("placements.see", found.business)
    return found


def may_agree_in(unit: Unit) -> list[Business]:
    """Return the businesses in which the actor may agree work, by name."""
    return [one for one in enterprise.businesses(unit) if unit.may("placements.change", one.id)]


def my_hours(unit: Unit, person: str, period: Period) -> dict[str, int]:
    """Return the minutes a person worked in a period, by business: one's own, or another's with the right."""
    unit.need("placements.see", own=person)
    zone = enterprise.the_enterprise(unit).zone
    by_business = offers.worked_by(unit, person, period)
    minutes = {place: minutes_by_person(times, period, zone) for place, times in by_business.items()}
    return {place: found[person] for place, found in minutes.items() if person in found}


def hours_of(unit: Unit, period: Period, business: str | None = None) -> dict[str, int]:
    """Return the minutes each person worked in a period, in all businesses or in one."""
    unit.need("placements.see", business)
    return offers.minutes_worked(unit, period, business)


def team_of(unit: Unit, business: str) -> list[Placement]:
    """Return the placements that run in a business today; who works where is open to all who have a seat here."""
    return offers.placements_on(unit, enterprise.today(unit), business)


def week_of(unit: Unit, business: str, interval: Interval) -> list[diary.Claim]:
    """Return what is on in a business, as on the wall: who works when and what is booked, never who is away."""
    told = {diary.Purpose.WORK, diary.Purpose.BOOKING, diary.Purpose.SESSION, diary.Purpose.CLOSURE}
    return [one for one in diary.claims_of(unit, business, interval) if one.purpose in told]


def who_is_off(unit: Unit, day: date, zone: str) -> list[people.Face]:
    """Return those on leave on a day of all who work where she may see placements, by name; never why.

    Raises:
        NotAllowed: where there is no business whose placements she may see.
    """
    there = {one.person for one in placements_now(unit)}
    held = diary.holds(unit, sorted(there), Period(day, day).interval(zone))
    off = {one.resource for one in held if one.purpose is diary.Purpose.LEAVE}
    faces = people.faces_of(unit, off).values()
    return sorted(faces, key=lambda one: (one.name.casefold(), one.person))


def pay_check(unit: Unit, day: date) -> PayCheck:
    """Hold every paid placement that runs on a day to the pay floor of that day's pay period."""
    unit.need("placements.see")
    return offers.pay_check(unit, day)


# --- keeping no longer than the law asks


def tidy(unit: Unit) -> list[KeptRecord]:
    """Take out the pay records of erased people whose last day has passed; return what was taken out."""
    unit.need("placements.change")
    due = unit.find(KEPT_RECORDS, KEPT.c.until < enterprise.today(unit))
    for record in due:
        unit.remove(KEPT_RECORDS, record)
        unit.remove(PLACEMENTS, offers.placement(unit, record.placement))
        # The trail has just noted the name that was taken out.
        unit.forget(record.person)
    return due
