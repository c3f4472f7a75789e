"""Half a year of pay on a database: hours noted late, put right, and rates raised; nothing lost, nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

import pytest

from alongside.diary import offers as diary
from alongside.instants import LONDON, Interval, Period
from alongside.money import Pence
from alongside.pay import actions
from alongside.pay.line import What
from alongside.pay.offers import owing
from alongside.pay.offers.ledger import paid_for_days
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import actions as placements
from alongside.placements import offers as agreed
from alongside.placements.attendance import latest
from alongside.placements.hours import calendar_month
from alongside.placements.placement import Placement
from alongside.store import Actor, Store

from .conftest import note
from .reference import minutes_of_days, pennies

NIA = Actor.person("nia", "Nia Castell")
MONTHS = tuple(calendar_month(date(2026, number, 1)) for number in range(2, 8))
YEAR = Period(date(2026, 2, 1), date(2026, 7, 31))

Story = Callable[[int], tuple[dict[tuple[str, date], int], dict[tuple[str, date], int], int, int]]


@pytest.fixture
def story(tideline: Store, keyboard: Actor, agree: Any, work: Any) -> Story:
    """Live through six months by a seed; return what is owed, what was paid, and both in pence."""

    def live(seed: int) -> tuple[dict[tuple[str, date], int], dict[tuple[str, date], int], int, int]:
        dice = Random(seed)
        tideline.rights = lambda unit: {None: frozenset({"pay.run"})} if unit.actor.id == "nia" else {}
        tideline.clock = lambda: datetime(2026, 1, 20, tzinfo=UTC)
        with tideline.unit(keyboard) as unit:
            people.add_person(unit, Person(id="nia", name="Nia Castell", joined=date(2026, 1, 5)))
            there = agree(unit, first_day=date(2026, 1, 5))
        days = [day for month in MONTHS for day in month.days() if dice.random() < 0.2 and day.day < 30]
        pence = sum(_month(tideline, keyboard, month, days, work, dice, there.id) for month in MONTHS)
        tideline.clock = lambda: datetime(2026, 9, 3, tzinfo=UTC)
        # Whatever was said last is paid by a run after everything; August itself has no work.
        pence += _run(tideline, date(2026, 8, 1))
        with tideline.unit(keyboard) as unit:
            owed = _owed(agreed.every_note(unit, "amy"))
            paid: dict[tuple[str, date], int] = {}
            for _who, one in paid_for_days(unit, YEAR):
                assert one.what is What.WORK
                paid[str(one.claim), one.day] = paid.get((str(one.claim), one.day), 0) + one.minutes
            rates = agreed.placements_of(unit, "amy")
        due = sum(_pence(day, minutes, rates) for (_, day), minutes in owed.items())
        return owed, {key: minutes for key, minutes in paid.items() if minutes}, due, pence

    return live


def _month(
    store: Store, keyboard: Actor, month: Period, days: list[date], work: Any, dice: Random, placement: str
) -> int:
    """Work a month, note most of it, put some of what was noted right, raise the rate once, and run its pay."""
    store.clock = lambda: datetime(month.last.year, month.last.month, month.last.day, 23, tzinfo=UTC)
    with store.unit(keyboard) as unit:
        for day in (day for day in days if month.first <= day <= month.last):
            starts = time(dice.randrange(24), dice.randrange(60))
            ends = (datetime.combine(day, starts) + timedelta(minutes=dice.randint(60, 500))).time()
            if not agreed.worked_by(unit, "amy", Period(day - timedelta(days=1), day)):
                claim = work(unit, "amy", day, starts, ends)
                if dice.random() < 0.7:
                    note(unit, claim, day, claim.interval)
        _put_right(unit, dice)
        if month == MONTHS[3]:
            placements.change_rate(unit, placement, Pence(1400), date(2026, 4, 15))
    after = month.last + timedelta(days=3)
    store.clock = lambda: datetime(after.year, after.month, after.day, tzinfo=UTC)
    return _run(store, month.first)


def _put_right(unit: Any, dice: Random) -> None:
    """Some notes of any month become others, some become none, and some hours are noted late."""
    for claim in _claims(unit):
        notes = agreed.notes_of(unit, claim.id)
        if dice.random() < 0.25:
            shorter = Interval(claim.starts, claim.starts + timedelta(minutes=dice.randint(1, 240)))
            there = None if notes and dice.random() < 0.3 else shorter
            note(unit, claim, claim.starts.astimezone(UTC).date(), there, len(notes) + 1)


def _claims(unit: Any) -> list[Any]:
    return diary.holds(unit, ["amy"], YEAR.interval(LONDON))


def _run(store: Store, first: date) -> int:
    with store.unit(NIA) as unit:
        run = actions.make_run(unit, first)
        seen = actions.look_at_run(unit, run.id)
        actions.agree(unit, run.id, run.version)
    return sum(one.advice.pence for one in seen.people)


def _owed(notes: list[Any]) -> dict[tuple[str, date], int]:
    found = {}
    for one in latest(notes).values():
        if one.time is not None:
            for day, minutes in minutes_of_days([(one.time.starts, one.time.ends)]).items():
                found[one.claim, day] = minutes
    return {key: minutes for key, minutes in found.items() if YEAR.first <= key[1] <= YEAR.last}


def _pence(day: date, minutes: int, rates: list[Placement]) -> int:
    return next(pennies(minutes, int(one.rate or 0)) for one in rates if one.runs_on(day))


@pytest.mark.parametrize("seed", range(5))
def test_half_a_year_with_corrections_pays_every_minute_once(story: Story, seed: int) -> None:
    owed, paid, due, pence = story(seed)
    assert len(owed) > 10
    assert paid == owed
    # Each line is rounded once, up: fewer lines than shifts, and at most a penny for each.
    assert abs(pence - due) <= len(owed) + 6 * len(MONTHS)


def test_control_a_run_that_looks_at_its_own_month_alone_loses_hours(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owing, "_again", lambda *_facts: set())
    owed, paid, _due, _pence = story(0)
    assert paid != owed
