"""What pay does when a person is asked about, erased or exported."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs

from alongside.display import Said
from alongside.money import pounds
from alongside.pay import offers
from alongside.pay.advice import Advice, Run
from alongside.pay.kept import kept_of
from alongside.pay.kept_words import WORDS
from alongside.people.kept import Kept
from alongside.placements.leave import HolidayLeft
from alongside.plugin import hook
from alongside.store import Unit


@hook
def paid_until(unit: Unit) -> date | None:
    """Say until which day the pay is agreed."""
    return max((one.last_day for one in offers.agreed_runs(unit)), default=None)


@hook
def person_kept(unit: Unit, person: str) -> tuple[Kept, ...]:
    """Name the pay advices of a person: they stay after erasing, for the years that the law asks for."""
    setting = offers.setting(unit)
    return tuple(kept_of(run.period, setting) for run, _ in offers.advices_for(unit, person))


@hook
def person_erased(unit: Unit, person: str) -> None:
    """Take out what is agreed of her pay, her days away and what is a draft; agreed advices stay, as numbers."""
    offers.forget_agreed(unit, person)
    offers.forget_away(unit, person)
    offers.forget_draft(unit, person)


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over a person's pay advices, the days that were noted of her, and what is agreed of her pay."""
    reference = offers.reference_of(unit, person)
    return {
        "pay_advices": [_plain(run, advice) for run, advice in offers.advices_for(unit, person)],
        "days_away": [attrs.asdict(one) for one in offers.away_of(unit, person)],
        "terms_of_pay": [attrs.asdict(one) for one in offers.terms_of(unit, person).values()],
        "agreed_runs": [
            {"first_day": one.first_day, "last_day": one.last_day, "agreed_at": one.agreed_at}
            for one in offers.agreed_runs(unit)
            if one.agreed_by == person
        ],
        "pay_reference": reference.reference if reference else None,
    }


@hook
def holiday_left(unit: Unit, person: str) -> HolidayLeft | None:
    """Say what her newest advice says of the holiday that is left."""
    known = [(run, one) for run, one in offers.advices_for(unit, person) if run.agreed and one.left is not None]
    if not known:
        return None
    run, newest = max(known, key=lambda each: each[0].last_day)
    return HolidayLeft(minutes=newest.left or 0, day=run.last_day)


def _plain(run: Run, advice: Advice) -> dict[str, Any]:
    return {
        "first_day": run.first_day.isoformat(),
        "last_day": run.last_day.isoformat(),
        "paid": pounds(advice.pence),
        "minutes": advice.minutes,
        "holiday_minutes_left": advice.left,
        "lines": [attrs.asdict(one) for one in advice.lines],
        "minutes_by_day": {one.day.isoformat(): one.minutes for one in advice.days},
    }


@hook
def kept_words() -> Mapping[str, Said]:
    """Say what the keys are called by which a person is handed what is kept of her."""
    return WORDS
