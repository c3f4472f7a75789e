"""Pay runs and their advices, as they are kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import sqlalchemy as sa

from alongside.pay.advice import Advice, Run
from alongside.pay.tables import ADVICE, ADVICES, LEDGER, LEDGER_ROWS, RUN, RUNS
from alongside.refusal import SomebodyWasFaster
from alongside.store import Guarded, Unit


def runs(unit: Unit) -> list[Run]:
    """Return every run, the newest first."""
    return unit.find(RUNS, order=(RUN.c.first_day.desc(),))


def run(unit: Unit, id: str) -> Run:  # noqa: A002 - what the column is called
    """Return a run by its id."""
    return unit.get(RUNS, id)


def agreed_runs(unit: Unit) -> list[Run]:
    """Return the runs that are agreed, the earliest first."""
    return unit.find(RUNS, RUN.c.agreed_at.is_not(None), order=(RUN.c.first_day,))


def draft(unit: Unit) -> Run | None:
    """Return the run that is not agreed yet; there is never more than one."""
    return next(iter(unit.find(RUNS, RUN.c.agreed_at.is_(None))), None)


def keep_draft(unit: Unit, new: Run, advices: Iterable[Advice]) -> Run:
    """Keep a draft and its advices in the place of the draft before.

    Raises:
        SomebodyWasFaster: where another unit keeps one at this moment.
    """
    for before in unit.find(RUNS, RUN.c.agreed_at.is_(None)):
        take_out(unit, before)
    try:
        kept = unit.add(RUNS, new)
    except Guarded as twice:
        raise SomebodyWasFaster(RUNS.called) from twice
    unit.add_all(ADVICES, list(advices))
    return kept


def take_out(unit: Unit, draft: Run) -> None:
    """Take a draft out, with its advices."""
    unit.remove_all(ADVICES, ADVICE.c.run == draft.id)
    unit.remove(RUNS, draft)


def advices_of(unit: Unit, run: str) -> list[Advice]:
    """Return the advices of a run."""
    return unit.find(ADVICES, ADVICE.c.run == run)


def advice(unit: Unit, id: str) -> Advice:  # noqa: A002 - what the column is called
    """Return an advice by its id."""
    return unit.get(ADVICES, id)


def advices_for(unit: Unit, person: str) -> list[tuple[Run, Advice]]:
    """Return the advices of a person that are agreed and pay something, the newest first."""
    known = {one.id: one for one in agreed_runs(unit)}
    found = unit.find(ADVICES, ADVICE.c.person == person)
    hers = [(known[one.run], one) for one in found if one.run in known and one.pays]
    return sorted(hers, key=lambda each: each[0].first_day, reverse=True)


def forget_draft(unit: Unit, person: str) -> None:
    """Take out a person's advice of a run that is not agreed, which nobody has to keep."""
    found = draft(unit)
    if found is not None:
        unit.remove_all(ADVICES, ADVICE.c.run == found.id, ADVICE.c.person == person)


def take_out_of(unit: Unit, run: Run, but: Collection[str]) -> int:
    """Take the advices of a run out, with their rows of the ledger, but for those of some people."""
    gone = [one for one in advices_of(unit, run.id) if one.person not in but]
    for one in gone:
        unit.remove_all(LEDGER_ROWS, LEDGER.c.advice == one.id)
        unit.remove(ADVICES, one)
    return len(gone)


def totals(unit: Unit) -> dict[str, tuple[int, int, int]]:
    """Return for each run how many people are paid, their minutes and their pence."""
    query = sa.select(
        ADVICE.c.run, sa.func.count(), sa.func.sum(ADVICE.c.minutes), sa.func.sum(ADVICE.c.pence)
    ).group_by(ADVICE.c.run)
    paid = query.where((ADVICE.c.pence != 0) | (ADVICE.c.minutes != 0))
    return {
        run: (people, int(minutes or 0), int(pence or 0)) for run, people, minutes, pence in unit.question(paid)
    }
