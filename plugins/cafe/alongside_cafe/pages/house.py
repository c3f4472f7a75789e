"""“Rules of our house”: what a café sets for itself, within bounds, and by which the rota is filled next."""

from __future__ import annotations

from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.web import Fields, GoTo, Number, OneOf, Visit

from ..actions import house
from ..house_rules import BOUNDS, USUAL, Counts, HouseRules
from .saying_house import said_of_house

_ANSWERS = (
    (Counts.LESS.value, _("Less")),
    (Counts.USUAL.value, _("As usual")),
    (Counts.MORE.value, _("More")),
)


def _number(asks: _, field: str, usual: int) -> Number:
    least, most = BOUNDS[field]
    each = 60 if field == "margin_minutes" else 1
    return Number(asks, least=least // each, most=most // each, hint=_("Usual: {n}.", n=usual // each))


class Rules(Fields):
    """What may be set, with the usual figure beside each."""

    do = "keep"
    margin = _number(
        _("How many hours a week more than agreed, at the most?"), "margin_minutes", USUAL.margin_minutes
    )
    coached = _number(
        _("How many people does one job coach look after at once, at the most?"),
        "coached_at_once",
        USUAL.coached_at_once,
    )
    weeks = _number(_("Over how many weeks do we look at what is fair?"), "fairness_weeks", USUAL.fairness_weeks)
    stays = _number(_("How many days after today stay as they were told?"), "days_that_stay", USUAL.days_that_stay)
    wishes = OneOf(_("How much do people’s wishes count?"), _ANSWERS)
    usual_times = OneOf(_("How much do usual times and coaches count?"), _ANSWERS)
    saturdays = OneOf(_("How much does a fair share of Saturdays count?"), _ANSWERS)
    learning = OneOf(_("How much does a fair share of chances to learn count?"), _ANSWERS)

    def rules(self) -> HouseRules:
        """Return what was answered."""
        return HouseRules(
            margin_minutes=60 * self.margin.value,
            coached_at_once=self.coached.value,
            fairness_weeks=self.weeks.value,
            days_that_stay=self.stays.value,
            wishes=Counts(self.wishes.value),
            usual_times=Counts(self.usual_times.value),
            saturdays=Counts(self.saturdays.value),
            learning=Counts(self.learning.value),
        )


def house_rules(visit: Visit) -> View:
    """Show what the café has set for itself."""
    return _view(visit, Rules(visit, _before(house.look(visit.unit, _here(visit)))))


def send_house_rules(visit: Visit) -> GoTo | View:
    """Keep what was set, or go back to what is usual."""
    if visit.form.get("do") == "usual":
        house.set_rules(visit.unit, _here(visit), USUAL)
        return GoTo(visit.link("/house-rules"), _("All rules are the usual ones again."))
    form = Rules(visit)
    if not form.valid():
        return _view(visit, form)
    house.set_rules(visit.unit, _here(visit), form.rules())
    return GoTo(visit.link("/house-rules"), _("That is kept. The rota goes by it when it is filled next."))


def _before(rules: HouseRules) -> dict[str, Any]:
    return {
        "margin": rules.margin_minutes // 60,
        "coached": rules.coached_at_once,
        "weeks": rules.fairness_weeks,
        "stays": rules.days_that_stay,
        "wishes": rules.wishes.value,
        "usual_times": rules.usual_times.value,
        "saturdays": rules.saturdays.value,
        "learning": rules.learning.value,
    }


def _view(visit: Visit, form: Rules) -> View:
    own = said_of_house(house.look(visit.unit, _here(visit)))
    facts = {"form": form, "own": own, "back": visit.link("/rota")}
    return View("house_rules.html", "Rules of our house", facts)


def _here(visit: Visit) -> str:
    business: Any = visit.business
    return str(business.id)
