"""Seeing who has agreed what, who is off, and the hours that were worked."""

from __future__ import annotations

from datetime import date

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.enterprise.business import Business
from alongside.instants import LAST_YEAR, Interval, Period
from alongside.people import offers as people
from alongside.placements import offers
from alongside.placements.hours import minutes_by_person
from alongside.placements.pay_check import PayCheck
from alongside.placements.placement import Placement
from alongside.store import Unit


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
