"""Who may see a person's way to work, and who may write in it: rights that come from being with her."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.placements import offers
from alongside.placements.job import jobs_of
from alongside.placements.outcome import Outcome
from alongside.placements.placement import Placement
from alongside.refusal import NotAllowed
from alongside.store import Unit


def may_see_way(unit: Unit, person: str) -> bool:
    """True for the person herself, her job coach, and whoever sees placements where she has one."""
    return unit.actor.id == person or _coaches(unit, person) or _runs(unit, person, "placements.see")


def may_write_way(unit: Unit, person: str) -> bool:
    """True for her job coach, and for whoever may agree work where she has some; never for herself alone."""
    if unit.actor.id == person:
        return False
    return _coaches(unit, person) or _runs(unit, person, "placements.change")


def need_way(unit: Unit, person: str) -> None:
    """Refuse with ``NotAllowed`` unless the actor may see a person's way to work."""
    if not may_see_way(unit, person):
        unit.need("placements.see")


def need_to_write_way(unit: Unit, person: str) -> None:
    """Refuse with ``NotAllowed`` unless the actor may write in a person's way to work."""
    if not may_write_way(unit, person):
        raise NotAllowed(unit.actor.name, "placements.change")


def reads_own_words(unit: Unit, person: str) -> bool:
    """True for the person herself, and for the job coach whom she has chosen for all her work."""
    return unit.actor.trusted or unit.actor.id == person or None in _chosen_for(unit, person)


def placements_seen(unit: Unit, person: str) -> list[Placement]:
    """Return those of a person's placements that the actor may see: her own, coached by her, or of her business.

    A coach chosen for one placement sees the whole job that it belongs to, and no other.
    """
    every = offers.placements_of(unit, person)
    if reads_own_words(unit, person) or unit.may("placements.see"):
        return every
    chosen = _chosen_for(unit, person)
    coached = {one.id for job in jobs_of(every) if _ids(job.placements) & chosen for one in job.placements}
    return [one for one in every if one.id in coached or unit.may("placements.see", one.business)]


def outcomes_told(unit: Unit, person: str) -> list[Outcome]:
    """Return those of a person's outcomes that rest on nothing but placements which the actor may see."""
    hidden = _ids(offers.placements_of(unit, person)) - _ids(placements_seen(unit, person))
    paid = [one for one in offers.placements_of(unit, person) if one.paid and one.id in hidden]
    return [
        one
        for one in offers.outcomes_of(unit, person)
        if not any(
            each.first_day <= one.day and (each.last_day is None or each.last_day >= one.run_began)
            for each in paid
        )
    ]


def _chosen_for(unit: Unit, person: str) -> set[str | None]:
    """The placements for which the actor coaches a person; None among them for all her work."""
    return {one.placement for one in offers.coachings_of(unit, person) if one.coach == unit.actor.id}


def _ids(placements: Iterable[Placement]) -> set[str | None]:
    return {one.id for one in placements}


def may_follow(unit: Unit, placement: Placement) -> bool:
    """True for whoever may change a placement, and for the job coach of it."""
    coach = offers.is_coach_of(unit, unit.actor.id, placement.person, placement.id)
    return coach or unit.may("placements.change", placement.business)


def need_to_follow(unit: Unit, placement: Placement) -> None:
    """Refuse with ``NotAllowed`` unless the actor may change a placement or coaches its person at it."""
    if not may_follow(unit, placement):
        unit.need("placements.change", placement.business)


def _coaches(unit: Unit, person: str) -> bool:
    return offers.is_coach_of(unit, unit.actor.id, person)


def _runs(unit: Unit, person: str, permission: str) -> bool:
    if unit.may(permission):
        return True
    # What somebody did somewhere years ago gives nobody there a look at her way of today.
    here = [one for one in offers.placements_of(unit, person) if offers.still_counts(unit, one)]
    return any(unit.may(permission, one.business) for one in here)
