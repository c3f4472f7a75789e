"""Noting who was ill or on leave, by whoever runs the business: the days and nothing else, and only for pay."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import attrs

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.enterprise.business import Business
from alongside.instants import Period, local
from alongside.pay import offers
from alongside.pay.actions.running import person_acting
from alongside.pay.away import Away, Because
from alongside.people import offers as people
from alongside.placements import offers as placements
from alongside.refusal import BadInput, NotAllowed
from alongside.store import Unit

LATELY = timedelta(weeks=8)
"""How far back days away are shown and asked for."""

A_MOMENT = timedelta(microseconds=1)


@attrs.frozen(kw_only=True)
class Whose:
    """A note of days away with the name of whose it is; or a day of which nobody has said anything."""

    person: str
    name: str
    day: date
    noted: Away | None = None


def may_note_in(unit: Unit) -> list[Business]:
    """Return the businesses for whose people the actor may say who was away, by name."""
    return [one for one in enterprise.businesses(unit) if unit.may("pay.away", one.id)]


def team(unit: Unit, business: str) -> dict[str, str]:
    """Return the people who are paid in a business lately, id -> name, by name."""
    unit.need("pay.away", business)
    today = enterprise.today(unit)
    there = placements.placements_in(unit, Period(today - LATELY, today), business)
    names = people.names_of(unit, {one.person for one in there if one.paid})
    return dict(sorted(names.items(), key=lambda each: (each[1].casefold(), each[0])))


def noted_lately(unit: Unit, business: str) -> list[Whose]:
    """Return what was noted of the people of a business lately, the newest first.

    Whoever runs the business sees what was noted there; those who work out pay see all. That it is read is noted
    about everybody who is shown.
    """
    names, today = team(unit, business), enterprise.today(unit)
    found = offers.away_in(unit, Period(today - LATELY, today))
    theirs = [
        Whose(person=person, name=names[person], day=one.first_day, noted=one)
        for person, several in found.items()
        if person in names
        for one in several
        if _may_see(unit, business, one)
    ]
    if unit.writing:
        for person in sorted({one.person for one in theirs}):
            unit.note_reading_of("pay_away", business, person)
    return sorted(theirs, key=lambda one: (one.day, one.name), reverse=True)


def _may_see(unit: Unit, business: str, noted: Away) -> bool:
    return noted.business == business or unit.may("pay.run")


def not_said(unit: Unit, business: str) -> list[Whose]:
    """Return the days on which somebody was not there and nobody has said whether she was ill or on leave.

    She was noted as not there, or she called her shift off herself, by telephone say. What she said to whoever
    plans her work is not asked for, and is not told here.
    """
    names, today = team(unit, business), enterprise.today(unit)
    lately = Period(today - LATELY, today)
    noted = placements.attendance_in(unit, business, lately).values()
    off = placements.called_off(unit, lately, business)
    missed = {(one.day, one.person) for one in noted if one.time is None} | {(one.day, one.person) for one in off}
    said = _said(unit, names, lately)
    return [
        Whose(person=person, name=names[person], day=day)
        for day, person in sorted(missed)
        if person in names and not any(one.first <= day <= one.last for one in said.get(person, ()))
    ]


def _said(unit: Unit, people: Iterable[str], days: Period) -> dict[str, list[Period]]:
    """The days of which it is known why somebody was not there: noted here, or leave in the diary."""
    zone = enterprise.the_enterprise(unit).zone
    said = {person: [one.days for one in several] for person, several in offers.away_in(unit, days).items()}
    for one in diary.holds(unit, sorted(people), days.interval(zone)):
        if one.purpose is diary.Purpose.LEAVE:
            there = Period(local(one.starts, zone).date(), local(one.ends - A_MOMENT, zone).date())
            said.setdefault(one.resource, []).append(there)
    return said


def note_days_away(
    unit: Unit, business: str, person: str, because: Because, first_day: date, last_day: date | None = None
) -> Away:
    """Note that somebody was ill, on leave, or away for something else, on some days.

    Raises:
        NotAllowed: for somebody who is not paid in that business.
        BadInput: for days to come, or of which something was noted before.
    """
    if person not in team(unit, business):
        raise NotAllowed(unit.actor.name, "pay.away")
    new = Away(
        id=unit.new_id(),
        person=person,
        business=business,
        because=because,
        first_day=first_day,
        last_day=last_day or first_day,
        noted_by=person_acting(unit),
        noted_at=unit.now,
    )
    if new.last_day > enterprise.today(unit):
        raise BadInput("these days are not over", remedy="Note them when they are.")
    _refuse_twice(unit, business, new)
    return offers.note_away(unit, new)


def _refuse_twice(unit: Unit, business: str, new: Away) -> None:
    met = [one for one in offers.away_of(unit, new.person) if one.meets(new.days)]
    if met:
        hers = all(_may_see(unit, business, one) for one in met)
        remedy = "Take that out first." if hers else "Ask those who work out the pay."
        raise BadInput("something is noted of one of these days already", remedy=remedy)


def take_back(unit: Unit, business: str, noted: str) -> None:
    """Take a note out again: it was not so.

    Raises:
        NotAllowed: where it is not about somebody who is paid in that business, or was not noted there.
    """
    found = offers.away(unit, noted)
    if found.person not in team(unit, business) or not _may_see(unit, business, found):
        raise NotAllowed(unit.actor.name, "pay.away")
    offers.take_back(unit, found)
