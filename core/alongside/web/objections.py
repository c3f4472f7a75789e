"""Why a request is turned away before any page sees it, each reason with its sentence.

Against other sites in the same browser: a name that was made to lead here, and forms sent from elsewhere.
Against a proxy that is set up by halves: headers that anybody could have written.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from alongside.web.arrival import Arrival, is_this_computer
from alongside.web.reached import Reached

NOT_THROUGH_THE_PROXY = (
    "Open Alongside at {address}. This came another way, or the reverse proxy did not send Host, "
    "X-Forwarded-For and “X-Forwarded-Proto: https”."
)
NOT_OUR_NAME = "Alongside answers under its own names only. Open it at one of these: {names}."
FROM_ELSEWHERE = (
    "This form was sent from another place. Nothing was changed. Open the page here and send it again."
)


@attrs.frozen
class Objection:
    """Turned away with this status and sentence; after ``wait`` seconds it may be welcome."""

    status: int
    sentence: str
    wait: int = 0


def objection(arrival: Arrival, reached: Reached) -> Objection | None:
    """Return the first reason against a request; ``None`` for a welcome one."""
    return next((found for rule in _RULES if (found := rule(arrival, reached))), None)


def _way(arrival: Arrival, reached: Reached) -> Objection | None:
    """Behind a proxy nothing counts that it did not hand on, with all that it has to say."""
    if not reached.behind_proxy:
        return None
    handed_on = is_this_computer(arrival.peer) and arrival.address != ""
    if handed_on and arrival.headers.get("x-forwarded-proto") == "https":
        return None
    return Objection(400, NOT_THROUGH_THE_PROXY.format(address=reached.address_at(_in_order(reached)[0])))


def _name(arrival: Arrival, reached: Reached) -> Objection | None:
    if reached.knows(arrival.host):
        return None
    return Objection(400, NOT_OUR_NAME.format(names=", ".join(_in_order(reached))))


def _in_order(reached: Reached) -> list[str]:
    """The names as people read them: words before numbers."""
    return sorted(reached.names, key=lambda name: (not name[:1].isalpha(), name))


def _form(arrival: Arrival, reached: Reached) -> Objection | None:
    """Take a form if the browser says that it stood on one of our own pages; saying nothing is not enough."""
    if arrival.reads:
        return None
    origin, site = arrival.headers.get("origin"), arrival.headers.get("sec-fetch-site")
    named = origin is not None and origin != "null"
    elsewhere = named and origin != reached.origin_of(arrival.host)
    if not elsewhere and (site == "same-origin" or (site is None and named)):
        return None
    return Objection(403, FROM_ELSEWHERE)


_RULES: tuple[Callable[[Arrival, Reached], Objection | None], ...] = (_way, _name, _form)
