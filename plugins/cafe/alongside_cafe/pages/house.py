"""“Rules of our house”: what a café sets for itself, within bounds, and by which the rota is filled next."""

from __future__ import annotations

from typing import Any

import attrs

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.values import BadInput
from alongside.api.web import Fields, FromList, GoTo, Number, OneOf, Visit

from ..actions import house, planning
from ..house_rules import BOUNDS, USUAL, Counts, HouseRules
from ..pattern import WEEKDAYS
from ..sharing import Shared
from ..wish import Part
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
    fairness = OneOf(_("How much does it count that we share out fairly?"), _ANSWERS)
    learning = OneOf(_("How much does a fair share of chances to learn count?"), _ANSWERS)

    def into(self, before: HouseRules) -> HouseRules:
        """Return the rules with what was answered here."""
        return attrs.evolve(
            before,
            margin_minutes=60 * self.margin.value,
            coached_at_once=self.coached.value,
            fairness_weeks=self.weeks.value,
            days_that_stay=self.stays.value,
            wishes=Counts(self.wishes.value),
            usual_times=Counts(self.usual_times.value),
            fairness=Counts(self.fairness.value),
            learning=Counts(self.learning.value),
        )


class Sharing(Fields):
    """One more kind of shifts that is shared out."""

    do = "share"
    day = OneOf(
        _("On which day?"),
        [("", _("Every day")), *((str(n), _(name)) for n, name in enumerate(WEEKDAYS))],
        needed=False,
    )
    hours = OneOf(
        _("When on the day?"),
        [
            ("all", _("All day")),
            ("morning", _("When work starts in the morning")),
            ("afternoon", _("When work starts after 12 o’clock")),
        ],
        missing=_("Please choose one."),
    )
    job = FromList(_("In which job?"), needed=False, none=_("Every job"))

    def kind(self) -> Shared:
        """Return what was chosen.

        Raises:
            BadInput: for every shift there is.
        """
        weekday = int(self.day.value) if self.day.value else None
        return Shared(weekday=weekday, part=Part(self.hours.value), job=self.job.value)


def house_rules(visit: Visit) -> View:
    """Show what the café has set for itself."""
    return _view(visit)


def send_house_rules(visit: Visit) -> GoTo | View:
    """Keep what was set, share out something more or less, or go back to what is usual."""
    what, _colon, called = visit.form.get("do", "").partition(":")
    if what == "usual":
        house.set_rules(visit.unit, _here(visit), USUAL)
        return GoTo(visit.link("/house-rules"), _("All rules are the usual ones again."))
    if what == "unshare":
        house.stop_sharing(visit.unit, _here(visit), called)
        return GoTo(visit.link("/house-rules"), _("This is shared out no more."))
    return _share(visit) if what == "share" else _keep(visit)


def _keep(visit: Visit) -> GoTo | View:
    form = Rules(visit)
    if not form.valid():
        return _view(visit, rules=form)
    house.set_rules(visit.unit, _here(visit), form.into(house.look(visit.unit, _here(visit))))
    return GoTo(visit.link("/house-rules"), _("That is kept. The rota goes by it when it is filled next."))


def _share(visit: Visit) -> GoTo | View:
    form = _sharing(visit)
    if not form.valid():
        return _view(visit, sharing=form)
    try:
        house.share(visit.unit, _here(visit), form.kind())
    except BadInput as wrong:
        form.refuse(form.day, wrong)
        return _view(visit, sharing=form)
    return GoTo(visit.link("/house-rules"), _("We share this out fairly from now on."))


def _sharing(visit: Visit, begin: dict[str, Any] | None = None) -> Sharing:
    form = Sharing(visit, begin)
    form.job.offer((job, job) for job in sorted({one.job for one in planning.pattern(visit.unit, _here(visit))}))
    return form


def _before(rules: HouseRules) -> dict[str, Any]:
    return {
        "margin": rules.margin_minutes // 60,
        "coached": rules.coached_at_once,
        "weeks": rules.fairness_weeks,
        "stays": rules.days_that_stay,
        "wishes": rules.wishes.value,
        "usual_times": rules.usual_times.value,
        "fairness": rules.fairness.value,
        "learning": rules.learning.value,
    }


def _view(visit: Visit, *, rules: Rules | None = None, sharing: Sharing | None = None) -> View:
    there = house.look(visit.unit, _here(visit))
    facts = {
        "form": rules or Rules(visit, _before(there)),
        "sharing": sharing or _sharing(visit, {"day": "", "hours": "all"}),
        "shared": there.shared,
        "weekdays": WEEKDAYS,
        "own": said_of_house(there),
        "back": visit.link("/rota"),
    }
    return View("house_rules.html", "Rules of our house", facts)


def _here(visit: Visit) -> str:
    business: Any = visit.business
    return str(business.id)
