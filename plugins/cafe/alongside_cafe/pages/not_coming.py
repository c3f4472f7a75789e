"""“I can’t come”: what happens then stands there first, and one press says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.values import Worded
from alongside.api.web import Fields, GoTo, OneOf, Visit

from ..actions import coming_back, not_coming
from ..cannot_come import ASKED, NO_COUNT, RING, TELL, Line
from ..change import Why

REASONS = (
    (Why.ILL.value, _("I am ill")),
    (Why.ACCESS.value, _("Something at work does not work for me")),
    (Why.OTHER.value, _("Something else")),
)


class Because(Fields):
    """Why, for whoever wants to say so."""

    why = OneOf(_("Do you want to say why?"), REASONS, needed=False)


def not_coming_page(visit: Visit) -> View:
    """Say what happens if she cannot come, or what has happened since she said so."""
    return _view(visit, Because(visit))


def _view(visit: Visit, form: Because) -> View:
    follows = not_coming.what_follows(visit.unit, _here(visit).id, visit.path["shift"])
    facts = {
        "follows": follows,
        "shift": follows.shift,
        "lines": [_line(one) for one in _before(follows)],
        "ring": _line(RING if follows.number else TELL),
        "no_count": _line(NO_COUNT),
        "form": form,
        "swap": visit.link(f"/swap/{follows.shift.id}"),
        "rota": visit.link(f"/rota?week={follows.shift.day}"),
    }
    return View("not_coming.html", "I can’t come", facts)


def _before(follows: not_coming.Follows) -> Iterator[Line]:
    """What she reads before she says it; where nobody could be rung, she is to tell somebody."""
    for one in follows.outcome.before:
        if one is RING and not follows.number:
            yield TELL
        elif follows.asked or one is not ASKED:
            yield one


def _line(line: Line) -> tuple[str, _]:
    picture, said = line
    return picture, _said(said)


def _said(said: Worded) -> _:
    return _(said.key, **said.facts).of(said.part)


def send_not_coming(visit: Visit) -> GoTo | View:
    """Note that she cannot come, or that she can after all."""
    shift, business = visit.path["shift"], _here(visit).id
    if "back" in visit.form:
        coming_back.can_come(visit.unit, business, shift, visit.actor.id)
        return GoTo("/week", _("Good. You come after all."))
    form = Because(visit)
    if not form.valid():
        return _view(visit, form)
    not_coming.cannot_come(visit.unit, business, shift, Why(form.why.value) if form.why.value else None)
    return GoTo(visit.link(f"/not-coming/{shift}"), _("You are off this shift."))


def _here(visit: Visit) -> Any:
    return visit.business
