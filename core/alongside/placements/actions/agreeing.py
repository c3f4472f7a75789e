"""Agreeing work: begin, change the rate, end; each is held to the pay floor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import attrs

from alongside.enterprise import offers as enterprise
from alongside.money import Pence
from alongside.people import offers as people
from alongside.placements import offers
from alongside.placements.hours import calendar_month, pay_periods
from alongside.placements.hours_plan import HoursStep, steps_after, with_steps
from alongside.placements.pay_floor import BackDated
from alongside.placements.placement import Placement, PlacementType
from alongside.placements.tables import PLACEMENTS
from alongside.refusal import BadInput
from alongside.store import ActorKind, Unit


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
        BackDated: for pay from before this pay period, from somebody who may not see dates of birth.
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
    _refuse_back_dated(unit, new)
    _check_pay(unit, new)
    offers.add_placement(unit, new)
    unit.tell("placement_started", placement=new)
    offers.look_at_status(unit, new)
    return new


def _refuse_strangers(unit: Unit, person: str, business: str, supporter: str | None) -> None:
    enterprise.business(unit, business)
    who = people.present(unit, person)
    if supporter is not None and people.present(unit, supporter).id == person:
        raise BadInput(f"{who.name} cannot be their own supporter", remedy="Name somebody else, or nobody.")


def _refuse_back_dated(unit: Unit, placement: Placement) -> None:
    """Let nobody find out a month of birth by trying rates of years ago; stewards read it on record anyway."""
    starts = calendar_month(enterprise.today(unit)).first
    if placement.paid and placement.first_day < starts and not unit.may("people.change"):
        raise BackDated(placement.first_day, starts)


def _check_pay(unit: Unit, placement: Placement) -> None:
    """Hold the rate to the floor of each pay period from the first day until now, as floors rise meanwhile."""
    if placement.rate is None:
        return
    for starts in pay_periods(placement.first_day, placement.last_day, enterprise.today(unit)):
        offers.check_floor(
            unit,
            placement.person,
            placement.rate,
            starts,
            apprentice_since=placement.apprentice_since,
            business=placement.business,
        )


def change_rate(unit: Unit, placement: str, rate: Pence, from_day: date) -> Placement:
    """Agree another rate from a day on: the placement ends the day before, and one with the new rate begins.

    Raises:
        PayTooLow: where the rate is under the floor in a pay period from that day until now.
        BackDated: for a day before this pay period, from somebody who may not see dates of birth.
        BadInput: where nothing is paid, or the placement does not run on that day.
    """
    old = offers.placement(unit, placement)
    unit.need("placements.change", old.business)
    if not old.paid:
        raise BadInput("this placement is unpaid", remedy="End it, then start a paid one.")
    if not old.runs_on(from_day):
        raise BadInput(f"the placement does not run on {from_day}", remedy="Give one of its days.")
    if from_day == old.first_day:
        _refuse_back_dated(unit, old)
        _check_pay(unit, attrs.evolve(old, rate=rate))
        return _changed(unit, unit.change(PLACEMENTS, old, rate=rate))
    new = attrs.evolve(
        old,
        id=unit.new_id(),
        rate=rate,
        first_day=from_day,
        agreed_minutes=old.minutes_on(from_day),
        plan=steps_after(old.plan, from_day),
        version=1,
    )
    _refuse_back_dated(unit, new)
    _check_pay(unit, new)
    unit.change(PLACEMENTS, old, last_day=from_day - timedelta(days=1))
    return _changed(unit, offers.add_placement(unit, new))


def _changed(unit: Unit, placement: Placement) -> Placement:
    """Let the record ask anew what a changed placement is."""
    offers.look_at_status(unit, placement)
    return placement


def agree_hours(unit: Unit, placement: str, coming: Sequence[tuple[date, int]]) -> Placement:
    """Agree the hours to come: pairs of a first day and the minutes a week from it on; what has begun stays.

    Raises:
        BadInput: for a day that has begun, twice the same day, or minutes that no week has.
    """
    old = offers.placement(unit, placement)
    unit.need("placements.change", old.business)
    today = enterprise.today(unit)
    by = unit.actor.id if unit.actor.kind is ActorKind.PERSON else None
    known = {(step.first_day, step.minutes): step for step in old.plan}
    # What stays as it was agreed keeps who agreed it, and when.
    steps = [
        known.get((day, minutes)) or HoursStep(first_day=day, minutes=minutes, agreed_by=by, agreed_on=today)
        for day, minutes in coming
    ]
    return _changed(unit, unit.change(PLACEMENTS, old, plan=with_steps(old.plan, steps, today)))


def agree_coach(unit: Unit, placement: str, *, beside: bool) -> Placement:
    """Agree that a job coach works each shift with the person, or that none has to any more."""
    old = offers.placement(unit, placement)
    unit.need("placements.change", old.business)
    return old if old.coach_beside is beside else unit.change(PLACEMENTS, old, coach_beside=beside)


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
    return _changed(unit, unit.change(PLACEMENTS, old, last_day=last_day))
