"""The demo's hours: the last weeks are confirmed, the last days still wait, and one is asked about."""

from __future__ import annotations

from datetime import date, timedelta

from alongside.cli.demo import Demo
from alongside.enterprise import offers as enterprise
from alongside.instants import Interval, Period
from alongside.placements import actions
from alongside.placements.actions import Note
from alongside.placements.hours_question import NotRight
from alongside.store import Actor, Unit

CONFIRMED, WAITING = 95, 4  # days ago: the two months before this one are paid
ASKS = "Sam Whitlock"


def fill(demo: Demo) -> None:
    """Confirm what was worked but for the last days, and let one member ask about his."""
    looked_at = Period(demo.day(CONFIRMED), demo.day(WAITING))
    with demo.unit() as unit:
        for business in enterprise.businesses(unit):
            for day in sorted(actions.not_confirmed(unit, business.id, looked_at)):
                _confirm(unit, business.id, day)
    with demo.store.unit(Actor.person(demo.people[ASKS], ASKS)) as unit:
        _ask(unit)
    demo.did("The hours of three months are confirmed; the last days wait for it.", "Placements, Who was there")
    demo.did(f"{ASKS} asks about one of his days.", "Placements, Who was there")


def _confirm(unit: Unit, business: str, day: date) -> None:
    planned = [one for stretch in actions.over_on(unit, business, day) for one in stretch.people]
    notes = {one.claim.id: Note(time=one.claim.interval) for one in planned}
    # On a Friday the first of them leaves half an hour early, and somebody cannot come on a Saturday.
    first = planned[0].claim
    if day.weekday() == 4:
        notes[first.id] = Note(time=Interval(first.starts, first.ends - timedelta(minutes=30)))
    if day.weekday() == 5:
        notes[first.id] = Note(time=None)
    actions.confirm(unit, business, day, notes)


def _ask(unit: Unit) -> None:
    lately = next((one for one in actions.own_work(unit) if one.noted), None)
    if lately:
        actions.ask_about(unit, lately.claim.id, NotRight.LONGER, "I washed up until the end.")
