"""Where the café keeps its pattern, availability and rota."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import UniqueConstraint, select

from alongside.api.store import Rows, Unit, table
from alongside.api.store import columns as c
from alongside.api.values import Period

from ..flag import Flag
from ..rota import KeptAssignment, KeptAvailability, KeptGap, KeptShift, PatternLine, Rota
from .bringing import APARTS, BESIDES, ROUTINES, SKILL_WISHES, WISHES
from .changes import CHANGES, REASONS_SAID, REQUESTS, SETTINGS, SWAPS
from .drafts import DRAFTS, PUBLICATIONS
from .house import HOUSE_RULES
from .needs import CLOSURES, ONE_OFFS
from .own_limits import OWN_LIMITS

__all__ = [
    "APARTS",
    "ASSIGNMENT",
    "ASSIGNMENTS",
    "AVAILABILITIES",
    "AVAILABILITY",
    "BESIDES",
    "CHANGES",
    "CLOSURES",
    "DRAFTS",
    "FLAG",
    "FLAGS",
    "GAP",
    "GAPS",
    "HOUSE_RULES",
    "ONE_OFFS",
    "OWN_LIMITS",
    "PUBLICATIONS",
    "REASONS_SAID",
    "REQUESTS",
    "ROUTINES",
    "SETTINGS",
    "SHIFT",
    "SHIFTS",
    "SKILL_WISHES",
    "SWAPS",
    "TEMPLATE",
    "TEMPLATES",
    "WISHES",
    "assignments_with_shifts",
    "availabilities",
    "availability_of",
    "breaks_at",
    "flags_of",
    "pattern_lines",
    "places_of",
    "rota_of",
    "rota_where",
]

TEMPLATE = table(
    "cafe_template",
    c.key(),
    c.business(),
    c.whole("weekday"),
    c.clock("starts"),
    c.clock("ends"),
    c.text("job"),
    c.json("places"),
    c.yes("key_holder"),
    c.json("learning"),
    c.whole("break_minutes"),
    c.version(),
)
TEMPLATES = Rows(PatternLine, TEMPLATE, called="shift of the week")

AVAILABILITY = table(
    "cafe_availability",
    c.key(),
    c.business(),
    c.person("person"),
    c.json("hours"),
    c.json("away"),
    c.json("on_days"),
    c.version(),
    UniqueConstraint("business", "person", name="cafe_availability_business_person_key"),
)
AVAILABILITIES = Rows(KeptAvailability, AVAILABILITY, called="availability", about="person")

SHIFT = table(
    "cafe_shift",
    c.key(),
    c.business(),
    c.text("called"),
    c.day("day"),
    c.text("job"),
    c.instant("starts"),
    c.instant("ends"),
    c.json("places"),
    c.yes("key_holder"),
    c.text("zone"),
    c.json("learning"),
    c.whole("break_minutes"),
    c.version(),
    # A fill in another process at the same moment must not make a shift twice.
    UniqueConstraint("business", "called", name="cafe_shift_business_called_key"),
)
SHIFTS = Rows(KeptShift, SHIFT, called="shift")

ASSIGNMENT = table(
    "cafe_assignment",
    c.key(),
    c.business(),
    c.reference("shift", "cafe_shift"),
    c.whole("place"),
    c.person("person"),
    c.reference("claim", "diary_claim"),
    c.yes("pinned"),
    c.version(),
    UniqueConstraint("shift", "place", name="cafe_assignment_shift_place_key"),
)
ASSIGNMENTS = Rows(KeptAssignment, ASSIGNMENT, called="place on a shift", about="person")

GAP = table(
    "cafe_gap",
    c.key(),
    c.business(),
    c.reference("shift", "cafe_shift"),
    c.whole("place", nullable=True),
    c.text("manager"),
    c.text("colleagues"),
    c.text("rule"),
    c.version(),
)
# Quiet: it says of people by id what keeps them from a place, and is about none of them alone.
GAPS = Rows(KeptGap, GAP, called="open place", quiet=True)

FLAG = table(
    "cafe_flag",
    c.key(),
    c.business(),
    c.reference("assignment", "cafe_assignment"),
    c.person("person"),
    c.text("kind"),
    c.text("certificate"),
    c.instant("since"),
    c.version(),
    UniqueConstraint("assignment", "kind", name="cafe_flag_assignment_kind_key"),
)
FLAGS = Rows(Flag, FLAG, called="place that waits for a certificate", about="person")


def pattern_lines(unit: Unit, business: str) -> list[PatternLine]:
    """Return a business's shifts of the week, in order."""
    order = (TEMPLATE.c.weekday, TEMPLATE.c.starts, TEMPLATE.c.job)
    return unit.find(TEMPLATES, TEMPLATE.c.business == business, order=order)


def availabilities(unit: Unit, business: str) -> dict[str, KeptAvailability]:
    """Return what the people of a business have said about when they can work."""
    return {one.person: one for one in unit.find(AVAILABILITIES, AVAILABILITY.c.business == business)}


def availability_of(unit: Unit, business: str, person: str) -> KeptAvailability | None:
    """Return what one person has said, None before she has said anything."""
    hers = (AVAILABILITY.c.business == business, AVAILABILITY.c.person == person)
    return next(iter(unit.find(AVAILABILITIES, *hers)), None)


def rota_where(unit: Unit, *where: Any) -> Rota:
    """Return the shifts for which ``where`` holds, with their assignments and gaps."""
    shifts = unit.find(SHIFTS, *where, order=(SHIFT.c.starts, SHIFT.c.job, SHIFT.c.id))
    ids = [shift.id for shift in shifts]
    return Rota(
        shifts=tuple(shifts),
        assignments=tuple(
            unit.find(ASSIGNMENTS, ASSIGNMENT.c.shift.in_(ids), order=(ASSIGNMENT.c.shift, ASSIGNMENT.c.place))
        ),
        gaps=tuple(unit.find(GAPS, GAP.c.shift.in_(ids), order=(GAP.c.shift, GAP.c.place, GAP.c.id))),
    )


def rota_of(unit: Unit, business: str, period: Period) -> Rota:
    """Return a business's rota for the days of a period."""
    return rota_where(unit, SHIFT.c.business == business, SHIFT.c.day.between(period.first, period.last))


def assignments_with_shifts(unit: Unit, person: str, *where: Any) -> Sequence[tuple[KeptAssignment, KeptShift]]:
    """Return everything a person is or was on in all cafés, with its shift, in order of time."""
    hers = {one.shift: one for one in unit.find(ASSIGNMENTS, ASSIGNMENT.c.person == person)}
    shifts = unit.find(SHIFTS, SHIFT.c.id.in_(list(hers)), *where, order=(SHIFT.c.starts, SHIFT.c.id))
    return [(hers[shift.id], shift) for shift in shifts]


def places_of(unit: Unit, business: str, people: Collection[str], days: Period) -> list[tuple[str, str, str]]:
    """Return what some people are on in a café on some days: the person, the shift's id, and what it is called."""
    if not people:
        return []
    query = (
        select(ASSIGNMENT.c.person, SHIFT.c.id, SHIFT.c.called)
        .join(SHIFT, ASSIGNMENT.c.shift == SHIFT.c.id)
        .where(ASSIGNMENT.c.person.in_(sorted(people)), SHIFT.c.business == business)
        .where(SHIFT.c.day.between(days.first, days.last))
    )
    return [(person, shift, called) for person, shift, called in unit.question(query)]


def breaks_at(unit: Unit, claims: Collection[str]) -> dict[str, int]:
    """Return the minutes of the break within each shift, of any café, that one of these claims goes with."""
    if not claims:
        return {}
    query = (
        select(ASSIGNMENT.c.claim, SHIFT.c.break_minutes)
        .join(SHIFT, ASSIGNMENT.c.shift == SHIFT.c.id)
        .where(ASSIGNMENT.c.claim.in_(sorted(claims)), SHIFT.c.break_minutes > 0)
    )
    return dict(tuple(row) for row in unit.question(query))


def flags_of(unit: Unit, rota: Rota) -> list[Flag]:
    """Return the flags on the places of a rota."""
    order = (FLAG.c.assignment, FLAG.c.kind)
    return unit.find(FLAGS, FLAG.c.assignment.in_([one.id for one in rota.assignments]), order=order)
