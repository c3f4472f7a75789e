"""Agreeing work: begin, agree its hours and its coach, end; each is held to the pay floor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

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
    refuse_back_dated(unit, new)
    check_pay(unit, new)
    offers.add_placement(unit, new)
    unit.tell("placement_started", placement=new)
    offers.look_at_status(unit, new)
    return new


def _refuse_strangers(unit: Unit, person: str, business: str, supporter: str | None) -> None:
    enterprise.business(unit, business)
    who = people.present(unit, person)
    if supporter is not None and people.present(unit, supporter).id == person:
        raise BadInput(f"{who.name} cannot be their own supporter", remedy="Name somebody else, or nobody.")


def refuse_back_dated(unit: Unit, placement: Placement) -> None:
    """Let nobody find out a month of birth by trying rates of years ago; stewards read it on record anyway."""
    starts = calendar_month(enterprise.today(unit)).first
    if placement.paid and placement.first_day < starts and not unit.may("people.change"):
        raise BackDated(placement.first_day, starts)


def check_pay(unit: Unit, placement: Placement) -> None:
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


def looked_at(unit: Unit, placement: Placement) -> Placement:
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
    agreed = unit.change(PLACEMENTS, old, plan=with_steps(old.plan, steps, today))
    for later in offers.job_of(unit, agreed).after(agreed):
        # What goes on at another rate goes on with these hours.
        first = later.first_day
        unit.change(
            PLACEMENTS, later, agreed_minutes=agreed.minutes_on(first), plan=steps_after(agreed.plan, first)
        )
    return looked_at(unit, agreed)


def agree_coach(unit: Unit, placement: str, *, beside: bool) -> Placement:
    """Agree that a job coach works each shift with the person, or that none has to any more."""
    old = offers.placement(unit, placement)
    unit.need("placements.change", old.business)
    for later in offers.job_of(unit, old).after(old):
        unit.change(PLACEMENTS, later, coach_beside=beside)
    return old if old.coach_beside is beside else unit.change(PLACEMENTS, old, coach_beside=beside)


def end_placement(unit: Unit, placement: str, last_day: date) -> Placement:
    """Give a placement its last day, that day included; its record stays.

    Where it goes on at another rate that has not begun, it is the job that ends on that day.

    Raises:
        BadInput: for a day before its first, or one that reaches into another placement of the person there.
        PayTooLow: where it would run longer, and the rate is under the floor in one of its pay periods.
    """
    old = offers.placement(unit, placement)
    unit.need("placements.change", old.business)
    today = enterprise.today(unit)
    coming = [one for one in offers.job_of(unit, old).after(old) if one.first_day > today]
    old = next((one for one in reversed(coming) if one.first_day <= last_day), old)
    if old.last_day is not None and last_day > old.last_day:
        longer = attrs.evolve(old, last_day=last_day)
        offers.refuse_meeting(unit, longer)
        check_pay(unit, longer)
    ended = unit.change(PLACEMENTS, old, last_day=last_day)
    for one in coming:
        if one.first_day > last_day:
            offers.take_out_coming(unit, one, ended)
    return looked_at(unit, ended)
