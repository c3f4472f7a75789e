"""The demo's changes of shifts: in a business without a rota one was cancelled a day before, and one moved."""

from __future__ import annotations

from datetime import date, time, timedelta

from alongside.cli.demo import Demo
from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import Period, local
from alongside.store import Unit

CANCELLED, MOVED = 12, 6  # days ago


def fill(demo: Demo, with_a_rota: frozenset[str]) -> None:
    """Cancel a shift the evening before, and move another an hour later, two days before."""
    with demo.unit() as unit:
        business = next(one for one in enterprise.businesses(unit) if one.kind not in with_a_rota)
        cancelled = _next_shift(unit, business.id, demo.day(CANCELLED))
        moved = _next_shift(unit, business.id, demo.day(MOVED))
    with demo.unit(_day(cancelled) - timedelta(days=1), time(17)) as unit:
        diary.release(unit, cancelled.id)
    with demo.unit(_day(moved) - timedelta(days=2), time(9)) as unit:
        hour = timedelta(hours=1)
        diary.move(unit, moved, moved.starts + hour, moved.ends + hour)
    demo.did("One shift was cancelled the evening before, one was moved.", "Placements, How early people knew")


def _day(claim: diary.Claim) -> date:
    return local(claim.starts, claim.zone).date()


def _next_shift(unit: Unit, business: str, day: date) -> diary.Claim:
    zone = enterprise.the_enterprise(unit).zone
    week = Period(day, day + timedelta(days=6)).interval(zone)
    work = [one for one in diary.claims_of(unit, business, week) if one.purpose is diary.Purpose.WORK]
    return min(work, key=lambda one: (one.starts, one.id))
