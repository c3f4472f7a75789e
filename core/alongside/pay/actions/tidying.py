"""Keeping no longer than the law asks."""

from __future__ import annotations

from alongside.enterprise import offers as enterprise
from alongside.pay import offers
from alongside.pay.advice import Run
from alongside.pay.kept import kept_of
from alongside.people import offers as people
from alongside.store import Unit


def tidy(unit: Unit) -> int:
    """Take out the advices of erased people that need not be kept any longer; return how many there were."""
    unit.need("pay.run")
    here = {one.id for one in people.for_counting(unit)}
    due = [run for run in offers.agreed_runs(unit) if _over(unit, run)]
    return sum(offers.take_out_of(unit, run, here) for run in due)


def _over(unit: Unit, run: Run) -> bool:
    until = kept_of(run.period, offers.setting(unit)).until
    return until is not None and until < enterprise.today(unit)
