"""The ledger: what has been paid for by agreed runs, and what each leave year has brought."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

import attrs
import sqlalchemy as sa

from alongside.instants import Period
from alongside.money import Pence
from alongside.pay.advice import Advice
from alongside.pay.line import PaidTime, What
from alongside.pay.tables import ADVICE, LEDGER, LEDGER_ROWS, RUN, LedgerRow
from alongside.store import Unit

_AT_ONCE = 500
"""So many ids in one question: databases do not take any number."""


def write(unit: Unit, advices: Iterable[Advice]) -> None:
    """Write down what some advices pay for, once their run is agreed."""
    unit.add_all(
        LEDGER_ROWS,
        [
            LedgerRow(id=unit.new_id(), advice=advice.id, **attrs.asdict(time, recurse=False))
            for advice in advices
            for time in advice.times
        ],
    )


def paid_for_days(unit: Unit, days: Period) -> list[tuple[str, PaidTime]]:
    """Return whom the ledger has paid for these days, and what for."""
    return _paid(unit, LEDGER.c.day >= days.first, LEDGER.c.day <= days.last)


def paid_to(unit: Unit, people: Collection[str], days: Period) -> list[tuple[str, PaidTime]]:
    """Return what the ledger has paid some people for these days."""
    ids = sorted(people)
    during = LEDGER.c.day >= days.first, LEDGER.c.day <= days.last
    return [
        row
        for first in range(0, len(ids), _AT_ONCE)
        for row in _paid(unit, ADVICE.c.person.in_(ids[first : first + _AT_ONCE]), *during)
    ]


def paid_for_claims(unit: Unit, claims: Collection[str]) -> list[tuple[str, PaidTime]]:
    """Return whom the ledger has paid for these claims, and what for."""
    ids = sorted(claims)
    return [
        row
        for first in range(0, len(ids), _AT_ONCE)
        for row in _paid(unit, LEDGER.c.claim.in_(ids[first : first + _AT_ONCE]))
    ]


def _paid(unit: Unit, *where: sa.ColumnElement[bool]) -> list[tuple[str, PaidTime]]:
    columns = (LEDGER.c[one.name] for one in attrs.fields(PaidTime))
    query = sa.select(ADVICE.c.person, *columns).join(ADVICE, ADVICE.c.id == LEDGER.c.advice).where(*where)
    return [(person, _time(*values)) for person, *values in unit.question(query.order_by(LEDGER.c.id))]


def _time(
    what: str, day: object, claim: str, placement: str, rate: int | None, minutes: int, days: int
) -> PaidTime:
    return PaidTime(
        what=What(what),
        day=day,  # type: ignore[arg-type] # the column holds days
        claim=claim,
        placement=placement,
        rate=None if rate is None else Pence(rate),
        minutes=minutes,
        days=days,
    )


def holiday_of(unit: Unit, period: Period) -> tuple[int, int, int]:
    """Return how many people agreed runs of a period have told of holiday, and its minutes: earned, and taken."""
    told: tuple[Any, ...] = (
        sa.func.count(ADVICE.c.person.distinct()),
        sa.func.sum(ADVICE.c.earned),
        sa.func.sum(ADVICE.c.taken),
    )
    query = (
        sa.select(*told)
        .join(RUN, RUN.c.id == ADVICE.c.run)
        .where(RUN.c.agreed_at.is_not(None), RUN.c.first_day >= period.first, RUN.c.last_day <= period.last)
    )
    ((people, earned, taken),) = unit.question(query)
    # Where more is taken back than was earned, a report of a time can only say that nothing was.
    return people, max(0, int(earned or 0)), int(taken or 0)


def rolled_up(unit: Unit, since: date) -> dict[str, tuple[tuple[str, Period, bool], ...]]:
    """Return whether holiday was paid with the wages: by person, of each business and period that was paid for.

    Asked are agreed runs that end on a day or later. What was put right later follows what was paid at first.
    """
    query = (
        sa.select(ADVICE.c.person, ADVICE.c.lines, RUN.c.first_day, RUN.c.last_day)
        .join(RUN, RUN.c.id == ADVICE.c.run)
        .where(RUN.c.agreed_at.is_not(None), RUN.c.last_day >= since)
    )
    found: dict[str, dict[tuple[str, Period], bool]] = {}
    for person, lines, first, last in unit.question(query.order_by(RUN.c.first_day)):
        hers = found.setdefault(person, {})
        for key, rolled in _rolled(lines, Period(first, last)).items():
            hers.setdefault(key, rolled)
    return {person: tuple((*key, rolled) for key, rolled in hers.items()) for person, hers in found.items()}


def _rolled(lines: Iterable[Mapping[str, Any]], period: Period) -> dict[tuple[str, Period], bool]:
    found: dict[tuple[str, Period], bool] = {}
    for line in lines:
        if line["what"] in {What.WORK.value, What.ROLLED_UP.value}:
            about = _days(line["about"], line["until"]) if line["about"] else period
            key = line["business"], about
            found[key] = found.get(key, False) or line["what"] == What.ROLLED_UP.value
    return found


def _days(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def accrued(unit: Unit, leave_year: Period) -> dict[str, int]:
    """Return the minutes of holiday that differing hours have brought in agreed runs of a year, by person."""
    query = (
        sa.select(ADVICE.c.person, sa.func.sum(ADVICE.c.accrued))
        .join(RUN, RUN.c.id == ADVICE.c.run)
        .where(RUN.c.agreed_at.is_not(None), RUN.c.last_day >= leave_year.first, RUN.c.last_day <= leave_year.last)
        .group_by(ADVICE.c.person)
    )
    return {person: int(minutes or 0) for person, minutes in unit.question(query)}
