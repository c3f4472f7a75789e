"""Who teaches is working: for whom nothing new may be planned, no new session is planned either.

Somebody is held back until it is said whether her unpaid work is a job, or while something is missing that her job
role asks for (decision record 0030). Who has no work of her own in the business that teaches comes from where she
works: what holds her back there holds her back here. What is planned already stays. Who comes to learn is not
asked about: that is no work.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from alongside.api import people, placements
from alongside.api.store import Unit
from alongside.api.values import Period, Refusal, Worded, worded


class HeldBack(Refusal):
    """Nothing new may be planned for somebody who was to teach; each audience hears its own reason."""

    status = 409

    def __init__(self, who: Worded, why: Worded) -> None:
        super().__init__(who, why, worded("training", "Ask somebody else to teach."))


def must_not_be_held_back(
    unit: Unit, business: str, trainers: Collection[str], days: Iterable[date], *, instead_of: date | None = None
) -> None:
    """Refuse days on which one of those who shall teach is held back.

    ``instead_of`` is the day that a session is moved from: who was held back there too teaches as it was planned.

    Raises:
        HeldBack: naming the first of them and the day.
    """
    wanted = sorted(days)
    if not wanted or not trainers:
        return
    asked = [*wanted, *([instead_of] if instead_of else [])]
    period = Period(min(asked), max(asked))
    for person in sorted(trainers):
        for where, reason in _reasons(unit, business, person, period):
            day = next((one for one in wanted if reason.on(one)), None)
            if day is not None and not (instead_of and reason.on(instead_of)):
                raise HeldBack(_nobody_teaches(unit, person, day), _why(unit, where, person, reason))


def _reasons(unit: Unit, business: str, person: str, period: Period) -> Iterator[tuple[str, placements.Held]]:
    """Yield what holds somebody back and in which business: in this one, or in those that she comes from."""
    works = {one.business for one in placements.placements_in(unit, period) if one.person == person}
    for where in [business] if business in works else sorted({business, *works}):
        for reason in placements.held_back(unit, where, period).get(person, ()):
            yield where, reason


def _nobody_teaches(unit: Unit, person: str, day: date) -> Worded:
    name = people.names_of(unit, [person])[person]
    return worded("training", "{name} cannot be asked to teach on {day}.", name=name, day=day)


def _why(unit: Unit, business: str, person: str, reason: placements.Held) -> Worded:
    return reason.said.to(unit.audience(person, "training.plan", business))
