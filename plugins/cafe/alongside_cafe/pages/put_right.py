"""What of the published rota is to be put right, as its page tells whoever plans it."""

from __future__ import annotations

from datetime import date
from typing import Any

from alongside.api.web import Visit

from ..actions.closed_since import closed_since
from ..actions.keyless import without_a_key
from ..actions.left_work import left_work
from ..actions.looking import Week
from ..actions.looking_again import broken_now
from ..rota import KeptShift

NOTHING: dict[str, Any] = {"left": [], "still_on": [], "keyless": [], "broken": []}


def to_put_right(visit: Visit, week: Week, *, published: bool, draft: bool) -> dict[str, Any]:
    """Return the facts for whoever plans; while a draft is worked on, what it may mend is not told of it."""
    business: Any = visit.business
    found = dict(NOTHING)
    if published or not draft:
        found |= {
            "left": _left(visit, week),
            "still_on": _still_on(visit, week),
            "keyless": without_a_key(visit.unit, business.id, week.rota),
        }
    if not draft:
        found["broken"] = _broken(visit, week)
    return found


def _left(visit: Visit, week: Week) -> list[tuple[KeptShift, str]]:
    """The places to come whose people have no work here any more, with the name of each."""
    business: Any = visit.business
    return [(shift, week.names[who]) for shift, who in left_work(visit.unit, business.id, week.rota)]


def _still_on(visit: Visit, week: Week) -> list[date]:
    """The closed days to come on which people are still on the rota."""
    business: Any = visit.business
    return list(dict.fromkeys(one.day for one in closed_since(visit.unit, business.id, week.rota)))


def _broken(visit: Visit, week: Week) -> list[tuple[KeptShift, str, str]]:
    """Which rules the published rota breaks today, on shifts to come: each with the name and the sentence."""
    business: Any = visit.business
    found = broken_now(visit.unit, business.id, week.rota)
    return [(one.shift, week.names.get(one.person, ""), one.said) for one in found]
