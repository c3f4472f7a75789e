"""How much a report says of volunteers: the yearly income, and whether the enterprise is a charity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.rulepacks.offers import NoValue, UnknownRule, rule
from alongside.volunteering import actions, offers
from alongside.volunteering.tier import FROM, MOST, tier_of
from alongside.web import GoTo
from alongside.web.forms import Fields, Money, Number, OneOf

if TYPE_CHECKING:
    from alongside.rulepacks.offers import RuleValue
    from alongside.web import Visit

HERE = "/volunteers/report"


class YearlyIncome(Fields):
    """The income of a year, and of what form the enterprise is."""

    do = "income"
    charity = OneOf(
        _("What are you?"),
        (("yes", _("A charity")), ("no", _("A community interest company, or something else"))),
        missing=_("Please choose one."),
    )
    year = Number(_("Of which year is the income?"), least=2000, most=2199)
    income = Money(_("How much came in that year, before costs?"), most=MOST, hint=_("In pounds."))


def report(visit: Visit) -> View:
    """Show what is written down, and what it means."""
    found = offers.income(visit.unit)
    before = (
        {"charity": "yes" if found.charity else "no", "year": found.year, "income": found.pence} if found else {}
    )
    return _view(visit, YearlyIncome(visit, before))


def send_report(visit: Visit) -> GoTo | View:
    """Write the income down."""
    form = YearlyIncome(visit)
    if not form.valid():
        return _view(visit, form)
    actions.set_income(visit.unit, form.year.value, form.income.value, charity=form.charity.value == "yes")
    return GoTo(HERE, _("It is written down. The next report follows it."))


def _view(visit: Visit, form: YearlyIncome) -> View:
    found = offers.income(visit.unit)
    facts = {
        "form": form,
        "income": found,
        "tier": tier_of(found.pence, visit.today) if found else 1,
        "rules": [one for one in (_rule(name, visit) for name in FROM) if one],
    }
    return View("report.html", "How we report on volunteers", facts)


def _rule(name: str, visit: Visit) -> RuleValue | None:
    try:
        return rule(name, visit.today)
    except (UnknownRule, NoValue):
        return None
