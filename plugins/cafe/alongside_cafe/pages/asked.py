"""What I am asked: shifts that are free and that I could take, and swaps; yes or no by one press."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.values import BadInput, worded
from alongside.api.web import GoTo, Visit

from ..actions import answering_swaps, standing_in, swapping
from ..swap import Stand

CAME_OF_IT = {
    Stand.DONE: _("It is done. You have swapped."),
    Stand.AGREED: _("You said yes. Who plans the rota looks at it now."),
    Stand.IMPOSSIBLE: _("The swap is not possible any more."),
}


def asked(visit: Visit) -> View:
    """Show what waits for an answer of hers, and what she waits for."""
    business, me = _here(visit).id, visit.actor.id
    swaps = swapping.waiting_of(visit.unit, business, me)
    facts = {
        "free": standing_in.asked_of(visit.unit, business, me),
        "of_me": [one for one in swaps if one.swap.other == me and one.swap.stand is Stand.ASKED],
        "mine": [one for one in swaps if one.swap.person == me or one.swap.stand is Stand.AGREED],
        "me": me,
        "what_if": "/what-if",
    }
    return View("asked.html", "What I am asked", facts)


def send_asked(visit: Visit) -> GoTo:
    """Keep her answer."""
    for name, do in _BUTTONS.items():
        if name in visit.form:
            return GoTo(visit.link("/asked"), do(visit, visit.form[name]))
    raise BadInput(worded("cafe", "No button was pressed. Open the page again."))


def _take(visit: Visit, request: str) -> _:
    standing_in.say_yes(visit.unit, _here(visit).id, request)
    return _("The shift is yours. Thank you.")


def _decline(visit: Visit, request: str) -> _:
    standing_in.say_no(visit.unit, _here(visit).id, request)
    return _("That is fine.")


def _swap(visit: Visit, swap: str) -> _:
    return CAME_OF_IT[answering_swaps.say_yes(visit.unit, _here(visit).id, swap).stand]


def _no_swap(visit: Visit, swap: str) -> _:
    answering_swaps.say_no(visit.unit, _here(visit).id, swap)
    return _("That is fine.")


def _back(visit: Visit, swap: str) -> _:
    answering_swaps.take_back(visit.unit, _here(visit).id, swap)
    return _("You have taken it back.")


_BUTTONS: Mapping[str, Callable[[Visit, str], _]] = {
    "take": _take,
    "decline": _decline,
    "swap": _swap,
    "no_swap": _no_swap,
    "back": _back,
}


def _here(visit: Visit) -> Any:
    return visit.business
