"""Who coaches somebody on the shifts that are published, by the claims on her time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alongside.api import diary, placements
from alongside.api.store import Unit
from alongside.api.values import Period

from ..coaching import matched
from ..rota import KeptShift, Rota
from ..tables import ASSIGNMENT, ASSIGNMENTS, SHIFT, rota_where
from ..tables.house import house_rules_of

Choices = Mapping[str, Sequence[placements.Coaching]]
"""By which choices people have a coach beside them, the oldest first."""


def coach_by_claim(unit: Unit, person: str, claims: Sequence[diary.Claim]) -> dict[str, str]:
    """Return the coach of a person on each of her published shifts on which one of hers is, by her claim on it."""
    claimed = {one.id for one in claims if one.purpose is diary.Purpose.WORK}
    mine = ASSIGNMENT.c.person == person
    hers = unit.find(ASSIGNMENTS, mine, ASSIGNMENT.c.claim.in_(claimed)) if claimed else []
    found: dict[str, str] = {}
    for cafe in sorted({one.business for one in hers}):
        by_shift = {one.shift: one.claim for one in hers if one.business == cafe}
        coaches = _coaches_of(unit, cafe, person, rota_where(unit, SHIFT.c.id.in_(by_shift)))
        found |= {by_shift[shift]: coach for shift, coach in coaches.items()}
    return found


def _coaches_of(unit: Unit, business: str, person: str, rota: Rota) -> dict[str, str]:
    days = [shift.day for shift in rota.shifts]
    choices = placements.coaches_beside(unit, Period(min(days), max(days)), business)
    if person not in choices:
        return {}
    places = house_rules_of(unit, business).coached_at_once
    found = {shift.id: _coach_on(person, _wished(rota, shift, choices), places) for shift in rota.shifts}
    return {shift: coach for shift, coach in found.items() if coach is not None}


def _wished(rota: Rota, shift: KeptShift, choices: Choices) -> dict[str, list[str]]:
    there = rota.people_on[shift.id]
    return {
        who: [one.coach for one in choices.get(who, ()) if one.coach in there - {who} and one.holds(shift.day)]
        for who in there
    }


def _coach_on(person: str, wished: Mapping[str, Sequence[str]], places: int) -> str | None:
    """Who coaches her; where the house let her coach look after more people than at once, the one who does."""
    return matched(wished, places).get(person) or next(iter(wished[person]), None)
