"""The demo's pay: two months that are agreed, and the draft of the one that runs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta

from alongside.cli.demo import Demo
from alongside.enterprise import offers as enterprise
from alongside.instants import at
from alongside.money import Pence
from alongside.pay import actions
from alongside.pay.away import Because
from alongside.pay.terms import HolidayBy
from alongside.placements import actions as work
from alongside.placements import offers as placements
from alongside.placements.hours import calendar_month
from alongside.store import Actor, Unit

RUNS = "Nia Castell"
WITHOUT_A_NUMBER = "Kwame Mensah"
RAISES, RAISED = "Beatriz Lopes", "Reuben Katz"
NEW_RATE = Pence(1420)
_TEN = time(10)
_LONGEST_DAY = 7 * 60
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def fill(demo: Demo) -> None:
    """Say how everybody is paid, note who was away, agree the pay of two months, and draft the third."""
    nia = Actor.person(demo.people[RUNS], RUNS)
    with demo.unit() as unit:
        for number, row in enumerate((row for row in demo.rows if row["rate"]), start=1):
            _terms(unit, demo, row)
            if row["name"] != WITHOUT_A_NUMBER:
                actions.set_reference(unit, demo.people[row["name"]], f"TT-{number:03}")
        _say_why(unit)
    this = calendar_month(demo.today)
    for first in (_month_before(_month_before(this.first)), _month_before(this.first)):
        month = calendar_month(first)
        demo.clock.moment = at(month.last + timedelta(days=1), _TEN, demo.zone)
        with demo.store.unit(nia) as unit:
            run = actions.make_run(unit, first)
            actions.agree(unit, run.id, run.version)
    with demo.unit() as unit:
        actions.make_run(unit)
    _raise(demo)
    demo.did(
        "One person’s pay goes up from January; nobody has to agree her work anew.", "Placements, New rates of pay"
    )
    demo.did("The pay of two months is agreed; this month is a draft with a list for a human.", "Pay, in the menu")


def _raise(demo: Demo) -> None:
    """Agree that one person gets more from January on, as her manager does it on the page."""
    january = date(demo.today.year + 1, 1, 1)
    with demo.store.unit(Actor.person(demo.people[RAISES], RAISES)) as unit:
        (there,) = placements.placements_of(unit, demo.people[RAISED])
        work.raise_rates(unit, january, {there.id: NEW_RATE})


def _month_before(first: date) -> date:
    return calendar_month(first - timedelta(days=1)).first


def _terms(unit: Unit, demo: Demo, row: Mapping[str, str]) -> None:
    days = [_WEEKDAYS.index(day) for day in row["available"].split()[:-1]]
    needed = min(len(days), -(-60 * int(row["hours_per_week"]) // _LONGEST_DAY))
    business = demo.businesses[row["business"]].id
    actions.set_terms(unit, demo.people[row["name"]], business, HolidayBy.REGULAR, days[:needed])


def _say_why(unit: Unit) -> None:
    """Of those who were not there, say of the earlier half whether it was illness; the others still wait."""
    for business in enterprise.businesses(unit):
        waiting = actions.not_said(unit, business.id)
        for one in waiting[: len(waiting) // 2]:
            actions.note_days_away(unit, business.id, one.person, Because.ILL, one.day)
