"""The adviser whom the pages name: a steward writes down who it is, and how to reach her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.benefits import actions, offers
from alongside.benefits.adviser import LONGEST
from alongside.display import Said as _
from alongside.display import View
from alongside.web import GoTo
from alongside.web.forms import Fields, Line

if TYPE_CHECKING:
    from alongside.web import Visit

HERE = "/benefits-adviser"


class WhoAdvises(Fields):
    """A name and a telephone number."""

    do = "name"
    name = Line(_("Who advises people about benefits?"), longest=LONGEST, hint=_("A person, or an office."))
    phone = Line(_("Which telephone number?"), longest=LONGEST, keys="tel", needed=False)


def adviser(visit: Visit) -> View:
    """Show who is named."""
    return _view(visit, WhoAdvises(visit, offers.adviser(visit.unit)))


def send_adviser(visit: Visit) -> GoTo | View:
    """Name somebody, or nobody any more."""
    if visit.form.get("do") == "nobody":
        actions.no_adviser(visit.unit)
        return GoTo(HERE, _("Nobody is named any more."))
    form = WhoAdvises(visit)
    if not form.valid():
        return _view(visit, form)
    actions.name_adviser(visit.unit, form.name.value, form.phone.data or "")
    return GoTo(HERE, _("The adviser is named to everybody who looks."))


def _view(visit: Visit, form: WhoAdvises) -> View:
    return View(
        "adviser.html", "Benefits adviser", {"form": form, "named": offers.adviser(visit.unit) is not None}
    )
