"""Where is kept what people bring beside their hours: wishes, learning, and with whom they work."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint

from alongside.api.store import Rows, Unit, table
from alongside.api.store import columns as c

from ..company import Apart, Beside, Routine
from ..skill_wish import SkillWish
from ..wish import Wish

# All of them leave who and which day in the trail and never what: it is read by stewards, who plan nothing.
WISH = table(
    "cafe_wish",
    c.key(),
    c.business(),
    c.person("person"),
    c.text("kind"),
    c.whole("weekday", nullable=True),
    c.day("day", nullable=True),
    c.text("part"),
    c.version(),
)
WISHES = Rows(Wish, WISH, called="wish about times", about="person", quiet=True)

SKILL_WISH = table(
    "cafe_skill_wish",
    c.key(),
    c.business(),
    c.person("person"),
    c.text("skill"),
    c.text("side"),
    c.version(),
    UniqueConstraint("business", "person", "skill", name="cafe_skill_wish_business_person_skill_key"),
)
SKILL_WISHES = Rows(SkillWish, SKILL_WISH, called="wish about a skill", about="person", quiet=True)

BESIDE = table(
    "cafe_beside",
    c.key(),
    c.business(),
    c.person("person"),
    c.person("other"),
    c.version(),
    UniqueConstraint("business", "person", "other", name="cafe_beside_business_person_other_key"),
)
BESIDES = Rows(Beside, BESIDE, called="wish about company", about="person", quiet=True)

APART = table(
    "cafe_apart",
    c.key(),
    c.business(),
    c.person("person"),
    c.person("other"),
    c.text("by"),
    c.version(),
    UniqueConstraint("business", "person", "other", "by", name="cafe_apart_business_person_other_by_key"),
)
# Unsaid: even that there is one about somebody would tell whoever reads a trail more than was meant.
APARTS = Rows(Apart, APART, called="pair", about="person", unsaid=True)

ROUTINE = table(
    "cafe_routine",
    c.key(),
    c.business(),
    c.person("person"),
    c.version(),
    UniqueConstraint("business", "person", name="cafe_routine_business_person_key"),
)
ROUTINES = Rows(Routine, ROUTINE, called="wish for the same times", about="person", quiet=True)


def wishes_of(unit: Unit, person: str, business: str) -> list[Wish]:
    """Return what a person wishes of a café: of weekdays first, then of days."""
    hers = (WISH.c.person == person, WISH.c.business == business)
    return sorted(unit.find(WISHES, *hers), key=_in_order)


def _in_order(wish: Wish) -> tuple[str, int, str, str]:
    weekday = 7 if wish.weekday is None else wish.weekday
    return (wish.kind.value, weekday, str(wish.day or ""), wish.part.value)


def skill_wishes_of(unit: Unit, person: str, business: str) -> list[SkillWish]:
    """Return what a person wants to learn and to show in a café."""
    return unit.find(SKILL_WISHES, SKILL_WISH.c.person == person, SKILL_WISH.c.business == business)


def besides_of(unit: Unit, person: str, business: str) -> list[Beside]:
    """Return whom a person likes to work with in a café."""
    return unit.find(BESIDES, BESIDE.c.person == person, BESIDE.c.business == business)


def aparts_by(unit: Unit, by: str) -> list[Apart]:
    """Return the pairs that somebody has entered, in all cafés: for her eyes alone."""
    return unit.find(APARTS, APART.c.by == by)


def routine_of(unit: Unit, person: str, business: str) -> Routine | None:
    """Return whether the same times help a person."""
    hers = (ROUTINE.c.person == person, ROUTINE.c.business == business)
    return next(iter(unit.find(ROUTINES, *hers)), None)
