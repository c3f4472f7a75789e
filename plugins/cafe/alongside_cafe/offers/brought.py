"""What a person has brought to her cafés, handed over to her or forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from alongside.api import enterprise, people, placements
from alongside.api.store import Rows, Unit
from alongside.api.values import Period

from ..company import NOBODY, Apart
from ..house_rules import COMING
from ..skill_wish import Side
from ..tables.bringing import (
    APART,
    APARTS,
    BESIDE,
    BESIDES,
    ROUTINE,
    ROUTINES,
    SKILL_WISH,
    SKILL_WISHES,
    WISH,
    WISHES,
)
from ..tables.own_limits import OWN_LIMIT, OWN_LIMITS, limit_of
from ..wish import Wish


def handed_over(unit: Unit, person: str) -> dict[str, Any]:
    """Return as plain values what a person has said; of pairs, those that she has entered of herself."""
    skills = unit.find(SKILL_WISHES, SKILL_WISH.c.person == person)
    likes = [one.other for one in unit.find(BESIDES, BESIDE.c.person == person)]
    never = [one.other for one in unit.find(APARTS, APART.c.person == person, APART.c.by == person)]
    names = people.names_of(unit, {*likes, *never})
    return {
        "wishes": [_said(one) for one in unit.find(WISHES, WISH.c.person == person)],
        "wants_to_learn": sorted(one.skill for one in skills if one.side is Side.LEARN),
        "glad_to_show": sorted(one.skill for one in skills if one.side is Side.SHOW),
        "likes_to_work_with": sorted(names[one] for one in likes),
        "never_works_with": sorted(names[one] for one in never),
        "same_times_help": bool(unit.find(ROUTINES, ROUTINE.c.person == person)),
        "most_to_earn_a_week": _limit(unit, person),
    }


def _limit(unit: Unit, person: str) -> dict[str, int] | None:
    """What she has set, to herself alone: anybody else reads the same, whether something is kept or not."""
    alone = unit.actor.id == person and unit.actor.helper is None
    found = limit_of(unit, person) if alone else None
    return {"amount": found.pence} if found else None


def _said(one: Wish) -> dict[str, Any]:
    when = f"weekday {one.weekday}" if one.day is None else str(one.day)
    return {"wish": one.kind.value, "when": when, "part": one.part.value}


def end_pairs(unit: Unit, day: date) -> None:
    """Take out each pair of whom one works here no more; two who keep apart are a pair in any café they share.

    What somebody entered who plans here no more stays: it is about the two. Who plans after her keeps it or not.
    """
    here: dict[str, set[str]] = {one.id: set() for one in enterprise.all_businesses(unit) if one.kind == "cafe"}
    for one in placements.placements_in(unit, Period(day, day + COMING)):
        if one.paid and one.business in here:
            here[one.business].add(one.person)
    for apart in unit.find(APARTS):
        if not any(apart.pair <= there for there in here.values()):
            unit.remove(APARTS, apart)
    for beside in unit.find(BESIDES):
        if not {beside.person, beside.other} <= here.get(beside.business, set()):
            unit.remove(BESIDES, beside)


def left_behind(unit: Unit, business: str) -> list[Apart]:
    """Return the pairs that somebody entered of two others and that nobody who plans here now answers for."""
    plan = {*enterprise.people_with(unit, "manager", business), *enterprise.people_with(unit, "steward")}
    return [one for one in unit.find(APARTS, APART.c.business == business) if one.by not in one.pair | plan]


def forget(unit: Unit, person: str) -> None:
    """Take out everything that a person has said and every pair that she is one of, and her name from others."""
    for rows, one in _about(unit, person):
        unit.remove(rows, one)
    for apart in unit.find(APARTS, APART.c.by == person):
        nobodys = [other for other in unit.find(APARTS, APART.c.by == NOBODY) if _same(other, apart)]
        if nobodys:
            unit.remove(APARTS, apart)
        else:
            unit.change(APARTS, apart, by=NOBODY)


def _same(one: Apart, other: Apart) -> bool:
    return (one.business, one.pair) == (other.business, other.pair)


def _about(unit: Unit, person: str) -> Iterator[tuple[Rows[Any], Any]]:
    either = (APART.c.person == person) | (APART.c.other == person)
    yield from ((WISHES, one) for one in unit.find(WISHES, WISH.c.person == person))
    yield from ((SKILL_WISHES, one) for one in unit.find(SKILL_WISHES, SKILL_WISH.c.person == person))
    yield from ((APARTS, one) for one in unit.find(APARTS, either))
    theirs = (BESIDE.c.person == person) | (BESIDE.c.other == person)
    yield from ((BESIDES, one) for one in unit.find(BESIDES, theirs))
    yield from ((ROUTINES, one) for one in unit.find(ROUTINES, ROUTINE.c.person == person))
    yield from ((OWN_LIMITS, one) for one in unit.find(OWN_LIMITS, OWN_LIMIT.c.person == person))
