"""Making a pay run in three steps: read in one unit, work out with none open, keep the draft in a second."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import attrs

from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.pay import offers
from alongside.pay.advice import Advice, Run
from alongside.pay.facts import Days, Facts
from alongside.pay.working_out import advice_of
from alongside.refusal import BadInput, SomebodyWasFaster
from alongside.rulepacks.offers import day_in_words
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Ready:
    """What was read for a run: its days, everybody's facts, and the instant at which that was so."""

    days: Days
    facts: tuple[Facts, ...]
    read_at: datetime


@attrs.frozen(kw_only=True)
class Worked:
    """A run that is worked out and not kept yet."""

    days: Days
    advices: tuple[Advice, ...]
    read_at: datetime


def make_run(unit: Unit, day: date | None = None) -> Run:
    """Make the draft of the next run, in one unit; return it. A draft that was there before gives way to it."""
    return keep(unit, work_out(read(unit, day)))


def read(unit: Unit, day: date | None = None) -> Ready:
    """Read what the next run has to know; ``day`` may say which period is meant.

    Raises:
        BadInput: where the day is in another period than the next that is to be paid, or that has not begun.
    """
    unit.need("pay.run")
    days = next_days(unit, day)
    agreed = offers.agreed_runs(unit)
    before = agreed[-1].read_at if agreed else None
    return Ready(days=days, facts=tuple(offers.facts_of_all(unit, days, before)), read_at=unit.now)


def work_out(ready: Ready) -> Worked:
    """Work out everybody's pay; nothing is read or written."""
    advices = (advice_of(one, ready.days) for one in ready.facts)
    return Worked(days=ready.days, advices=tuple(one for one in advices if one.tells), read_at=ready.read_at)


def keep(unit: Unit, worked: Worked) -> Run:
    """Keep a run as the draft.

    Raises:
        SomebodyWasFaster: where a run was agreed meanwhile.
    """
    unit.need("pay.run")
    days = next_days(unit, worked.days.period.first)
    if days != worked.days:
        raise SomebodyWasFaster("pay run")
    run = Run(
        id=unit.new_id(),
        first_day=days.period.first,
        last_day=days.period.last,
        read_at=worked.read_at,
        made_by=person_acting(unit),
    )
    advices = (attrs.evolve(one, id=unit.new_id(), run=run.id) for one in worked.advices)
    return offers.keep_draft(unit, run, advices)


def throw_away(unit: Unit, run: str) -> None:
    """Throw a draft away.

    Raises:
        BadInput: for a run that is agreed.
    """
    unit.need("pay.run")
    found = offers.run(unit, run)
    if found.agreed:
        raise BadInput(
            "this pay run is agreed, and stays", remedy="What is not right is put right in the next run."
        )
    offers.take_out(unit, found)


def person_acting(unit: Unit) -> str | None:
    """Return the id of the person who acts, None for the keyboard."""
    return unit.actor.id if unit.actor.kind.value == "person" else None


def next_days(unit: Unit, day: date | None = None) -> Days:
    """Return the days of the run that comes next: right after the last one that was agreed.

    Raises:
        BadInput: where ``day`` is in another period, or the period has not begun.
    """
    setting, today = offers.setting(unit), enterprise.today(unit)
    agreed = [one.period for one in offers.agreed_runs(unit)]
    if agreed:
        period = setting.following(agreed[-1].last)
    else:
        period = setting.period_of(day or setting.period_of(today).first - timedelta(days=1))
    _refuse_other(period, agreed, day, today)
    return Days(
        period=period,
        leave_year=setting.leave_year_of(period.last),
        zone=enterprise.the_enterprise(unit).zone,
        since=agreed[0].first if agreed else period.first,
        earlier=tuple(agreed),
    )


def _refuse_other(period: Period, agreed: list[Period], day: date | None, today: date) -> None:
    if day is not None and any(one.first <= day <= one.last for one in agreed):
        found = f"the pay period with {day_in_words(day)} in it is paid already"
        raise BadInput(found, remedy="What is not right is put right in the next run.")
    if day is not None and not period.first <= day <= period.last:
        found = f"the next pay period is {day_in_words(period.first)} to {day_in_words(period.last)}"
        raise BadInput(found, remedy="Pay periods are paid one after the other, so that none is left out.")
    if period.first > today:
        found = f"the pay period that starts on {day_in_words(period.first)} has not begun"
        raise BadInput(found, remedy="Wait until then.")
