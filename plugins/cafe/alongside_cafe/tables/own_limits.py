"""Where the most that people want to earn in a week is kept."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import UniqueConstraint

from alongside.api.store import Rows, Unit, table
from alongside.api.store import columns as c

from ..own_limit import OwnLimit

OWN_LIMIT = table(
    "cafe_own_limit",
    c.key(),
    c.person("person"),
    c.whole("pence"),
    c.version(),
    UniqueConstraint("person", name="cafe_own_limit_person_key"),
)
# Unsaid: that somebody has set one at all is for nobody who reads the trail.
OWN_LIMITS = Rows(OwnLimit, OWN_LIMIT, called="own limit", about="person", unsaid=True)


def limit_of(unit: Unit, person: str) -> OwnLimit | None:
    """Return what one person has set, None for nothing."""
    return next(iter(unit.find(OWN_LIMITS, OWN_LIMIT.c.person == person)), None)


def own_limits(unit: Unit) -> Mapping[str, int]:
    """Return the pence a week of all who have set a limit: for the question of a rota, and for nobody's eyes."""
    return {one.person: one.pence for one in unit.find(OWN_LIMITS)}
