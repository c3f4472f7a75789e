"""“Only for me”: which numbers somebody wants to see beside her work. Nobody else opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.benefits import actions
from alongside.benefits.own_choice import Question
from alongside.display import Said as _
from alongside.display import View
from alongside.placements.most_hours import hours_of, minutes_of_week
from alongside.web import GoTo
from alongside.web.forms import Fields, ManyOf, Read, Yes

if TYPE_CHECKING:
    from alongside.web import Visit

HERE = "/what-if/mine"


class Mine(Fields):
    """What she wants to see. Nothing ticked is nothing kept."""

    do = "keep"
    asks = ManyOf(
        _("Which numbers do you want to see?"),
        (
            (Question.PERMITTED_WORK.value, _("Permitted work (ESA)")),
            (Question.UC_WITH_HOUSING.value, _("Universal Credit, with help for housing")),
            (Question.UC_WITHOUT_HOUSING.value, _("Universal Credit, without help for housing")),
        ),
        needed=False,
        hint=_("Tick nothing, and we show no numbers."),
    )
    most = Read(
        _("Is there a most of hours a week for you?"),
        minutes_of_week,
        needed=False,
        writer=hours_of,
        hint=_("Such as: 15 or 15:59."),
    )
    with_helper = Yes(_("A supporter who comes in with me may see this."))


def mine(visit: Visit) -> View:
    """Show what the visitor has chosen for herself."""
    chosen = actions.look_at_choice(visit.unit)
    before = (
        {"asks": chosen.asks, "most": chosen.most_minutes, "with_helper": chosen.with_helper} if chosen else {}
    )
    return _view(visit, Mine(visit, before), kept=chosen is not None)


def send_mine(visit: Visit) -> GoTo | View:
    """Keep it, or take all of it away."""
    if visit.form.get("do") == "away":
        actions.take_away(visit.unit)
        return GoTo(HERE, _("It is gone. Nothing is kept."))
    form = Mine(visit)
    if not form.valid():
        return _view(visit, form, kept=actions.look_at_choice(visit.unit) is not None)
    asks = [Question(one) for one in form.asks.value]
    actions.choose(visit.unit, asks, form.most.data, with_helper=form.with_helper.data)
    return GoTo("/what-if", _("It is kept for you alone."))


def _view(visit: Visit, form: Mine, *, kept: bool) -> View:
    helped = visit.visitor.helper is not None
    return View("mine.html", "Only for me", {"form": form, "kept": kept, "helped": helped})
