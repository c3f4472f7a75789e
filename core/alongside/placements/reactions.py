"""What placements do when a person is asked about, erased or exported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import attrs

from alongside.diary.claim import Claim, Purpose
from alongside.display import Said
from alongside.enterprise import offers as enterprise
from alongside.enterprise.shortfall import Shortfall
from alongside.instants import Period, local
from alongside.money import pounds
from alongside.people import offers as people
from alongside.people.kept import Kept
from alongside.placements import offers
from alongside.placements.actions.coaches import tell_of_ends
from alongside.placements.actions.outcomes import note_all_outcomes
from alongside.placements.actions.reviewing import remind_of_reviews
from alongside.placements.held import HeldBack
from alongside.placements.hours import calendar_month, minutes_by_month
from alongside.placements.kept import KeptRecord, kept_of
from alongside.placements.kept_words import WORDS
from alongside.placements.offers.handing_over import forget_the_way, of_the_way
from alongside.placements.placement import Placement
from alongside.placements.tables import KEPT, KEPT_RECORDS, PLACEMENT, PLACEMENTS
from alongside.plugin import hook
from alongside.refusal import worded
from alongside.rulepacks.offers import Promise
from alongside.store import Unit


@hook
def daily_round(unit: Unit, day: date) -> None:
    """Note paid work that has lasted, remind of talks and of choices that end, look whose work may be a job.

    What was asked of leave long ago is taken out.
    """
    note_all_outcomes(unit, day)
    remind_of_reviews(unit, day)
    tell_of_ends(unit, day)
    offers.forget_old_leave(unit, day)
    for one in offers.placements_on(unit, day):
        offers.look_at_status(unit, one)


@hook
def supporting(unit: Unit, person: str, claims: Sequence[Claim]) -> dict[str, str]:
    """Say who supports a person at her work, as it was agreed with the placement that runs on the day."""
    agreed = [one for one in offers.placements_of(unit, person) if one.supporter]
    found = {}
    for claim in claims if agreed else ():
        day = local(claim.starts, claim.zone).date()
        there = (one for one in agreed if one.business == claim.business and one.runs_on(day))
        placement = next(there, None)
        if placement and placement.supporter and claim.purpose is Purpose.WORK:
            found[claim.id] = placement.supporter
    return found


@hook
def under_promise(unit: Unit, promise: Promise) -> tuple[Shortfall, ...]:
    """Name the paid placements whose rate is under a promise, in its first pay period or in the one of today."""
    low = [one for one in offers.under(unit, promise) if unit.may("placements.see", one.business)]
    names = people.names_of(unit, {one.person for one in low})
    return tuple(
        Shortfall(
            said=worded(
                "placements",
                "{name} is paid {rate} an hour, which is less than was promised.",
                name=names[one.person],
                rate=pounds(one.rate or 0),
            ),
            path=f"/placements/{one.id}",
            picture="money",
        )
        for one in sorted(low, key=lambda one: (names[one.person], one.id))
    )


@hook
def time_moved(unit: Unit, before: Claim, claim: Claim) -> None:
    """Note how early somebody knew that her shift was moved."""
    offers.note_change(unit, before, claim)


@hook
def time_released(unit: Unit, claim: Claim) -> None:
    """Note how early somebody knew that her shift was cancelled."""
    offers.note_change(unit, claim, claim)


@hook
def held_back(unit: Unit, business: str, period: Period) -> HeldBack:
    """Hold back whose status nobody has answered for in time, and who is a worker without pay."""
    return offers.held_by_status(unit, business, period)


@hook
def person_kept(unit: Unit, person: str) -> tuple[Kept, ...]:
    """Name the pay records of a person: those that erasing would keep, and those that it has kept."""
    kept = unit.find(KEPT_RECORDS, KEPT.c.person == person)
    noted = {record.placement for record in kept}
    still = [record for record in _records(unit, person) if record.placement not in noted]
    return tuple(Kept(what=one.what, why=one.why, until=one.until, source=one.source) for one in (*kept, *still))


@hook
def person_erased(unit: Unit, person: str) -> None:
    """End what runs, keep paid placements with whose they were, take out the others and her support of others.

    It is told before the person's own row is emptied: the name is read here for the last time.
    """
    records = _records(unit, person)
    offers.forget_reasons(unit, person)
    offers.forget_questions(unit, person)
    offers.forget_changes(unit, person)
    forget_the_way(unit, person)
    offers.forget_status_reviews(unit, person)
    for one in unit.find(PLACEMENTS, PLACEMENT.c.supporter == person):
        unit.change(PLACEMENTS, one, supporter=None)
    for one in offers.placements_of(unit, person):
        if one.id in {record.placement for record in records}:
            _close(unit, one)
        else:
            unit.remove(PLACEMENTS, one)
    for record in records:
        unit.add(KEPT_RECORDS, record)


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over a person's placements, and the minutes worked in each calendar month."""
    return {
        "placements": [_plain(unit, one) for one in offers.placements_of(unit, person)],
        "minutes_worked": _minutes_by_month(unit, person),
        "is_it_a_job": [attrs.asdict(one) for one in offers.status_reviews_about(unit, person)],
        "questions_about_hours": [attrs.asdict(one) for one in offers.questions_of(unit, person)],
        "changed_shifts": [attrs.asdict(one) for one in offers.changes_of(unit, person)],
        "attendance": [attrs.asdict(one) for one in offers.every_note(unit, person)],
        **of_the_way(unit, person),
    }


def _records(unit: Unit, person: str) -> list[KeptRecord]:
    """What the law would keep of her, were she erased today. A placement that has not begun has no pay to show."""
    today, who = enterprise.today(unit), people.person(unit, person)
    begun = [one for one in offers.placements_of(unit, person) if one.first_day <= today]
    found = [
        kept_of(one, _last_pay_period(one, today), id=unit.new_id(), name=who.name, born=who.date_of_birth)
        for one in begun
    ]
    return [record for record in found if record is not None]


def _last_pay_period(placement: Placement, today: date) -> Period:
    return calendar_month(min(placement.last_day or today, today))


def _close(unit: Unit, placement: Placement) -> None:
    today = enterprise.today(unit)
    unit.change(PLACEMENTS, placement, last_day=min(placement.last_day or today, today), supporter=None)


def _plain(unit: Unit, placement: Placement) -> dict[str, Any]:
    return {
        "business": enterprise.business(unit, placement.business).name,
        "kind": placement.kind.value,
        "first_day": placement.first_day.isoformat(),
        "last_day": placement.last_day.isoformat() if placement.last_day else None,
        "agreed_minutes_a_week": placement.agreed_minutes,
        "hours_plan": [
            {"first_day": step.first_day.isoformat(), "minutes_a_week": step.minutes} for step in placement.plan
        ],
        "rate_an_hour": pounds(placement.rate) if placement.rate is not None else None,
        "apprentice_since": placement.apprentice_since.isoformat() if placement.apprentice_since else None,
    }


def _minutes_by_month(unit: Unit, person: str) -> dict[str, int]:
    today, zone = enterprise.today(unit), enterprise.the_enterprise(unit).zone
    begun = [one.first_day for one in offers.placements_of(unit, person) if one.first_day <= today]
    if not begun:
        return {}
    period = Period(min(begun), today)
    times = [one for place in offers.worked_by(unit, person, period).values() for one in place]
    months = minutes_by_month(times, period, zone)
    return {f"{month.first:%Y-%m}": minutes for month, minutes in months.items() if minutes}


@hook
def kept_words() -> Mapping[str, Said]:
    """Say what the keys are called by which a person is handed what is kept of her."""
    return WORDS
