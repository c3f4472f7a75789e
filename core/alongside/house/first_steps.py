"""The first steps of a new enterprise: what is done and what is not, gathered from the house and every plugin."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

import attrs

from alongside.display import Said
from alongside.enterprise import offers as enterprise
from alongside.enterprise.step import Step
from alongside.instants import Period
from alongside.people import offers as people
from alongside.placements import offers as placements

if TYPE_CHECKING:
    from alongside.enterprise.business import Business
    from alongside.store import Unit

_COMING = timedelta(days=365)
HOUSE = "start"
"""The part whose catalogue words the steps of the house itself."""


_ = Said


@attrs.frozen
class Told:
    """A step, and the part whose catalogue words it."""

    part: str
    step: Step

    @property
    def words(self) -> Said:
        """The step's sentence with its facts."""
        return Said(self.step.key, **self.step.facts)


@attrs.frozen
class Steps:
    """Steps of one business, or (None) of the whole enterprise."""

    business: Business | None
    told: tuple[Told, ...]


def first_steps(unit: Unit) -> tuple[Steps, ...]:
    """Return the steps of the enterprise, then of each of its businesses."""
    unit.need("start.begin")
    businesses = enterprise.businesses(unit)
    own = Steps(None, tuple(Told(HOUSE, step) for step in _own(unit)))
    today = enterprise.today(unit)
    agreed = placements.placements_in(unit, Period(today, today + _COMING))
    at_work = {one.business for one in agreed}
    return (own, *(Steps(one, tuple(_of_business(unit, one, at_work))) for one in businesses))


def open_steps(unit: Unit) -> list[Told]:
    """Return the steps that are still to be done."""
    return [told for steps in first_steps(unit) for told in steps.told if not told.step.done]


def _own(unit: Unit) -> Sequence[Step]:
    there = len(people.for_counting(unit))
    return (
        _step(_("Bring in your people."), "/people/file", "people", done=there > 1),
        _step(_("Open a business."), "/enterprise#open-business", "shop", done=bool(enterprise.businesses(unit))),
    )


def _of_business(unit: Unit, business: Business, at_work: Container[str]) -> list[Told]:
    managers = enterprise.people_with(unit, "manager", business.id)
    agree = f"/placements/new?business={business.slug}"
    own = [
        _step(_("Say who works in {name}.", name=business.name), agree, "briefcase", done=business.id in at_work),
        _step(_("Say who manages {name}.", name=business.name), "/people", "key", done=bool(managers)),
    ]
    theirs = unit.collect("first_steps", business=business)
    found = [Told(part, step) for part, steps in theirs if part == business.kind for step in steps]
    return [*(Told(HOUSE, step) for step in own), *found]


def _step(words: Said, path: str, picture: str, *, done: bool) -> Step:
    return Step(key=words.key, facts=words.facts, path=path, picture=picture, done=done)
