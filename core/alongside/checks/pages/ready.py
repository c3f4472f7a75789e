"""The pages of whoever runs a business: who is ready, and the induction of somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.checks import actions
from alongside.checks.pages.faces import shown_face
from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise.business import Business
from alongside.refusal import NotFound
from alongside.web import GoTo
from alongside.web.forms import Fields, FromList, ManyOf

if TYPE_CHECKING:
    from alongside.web import Visit


def team(visit: Visit) -> View:
    """Show of everybody who works in each business the visitor runs: ready or not yet ready, and nothing more."""
    ours = actions.businesses(visit.unit)
    if not ours:
        visit.unit.need("checks.ready")
    found = actions.teams(visit.unit, [one.id for one in ours])
    groups = [{"business": one, "people": _people(found[one.id])} for one in ours]
    return View("team_ready.html", "Who is ready", {"groups": [group for group in groups if group["people"]]})


def _people(team: list[actions.Colleague]) -> list[dict[str, Any]]:
    return [{"face": shown_face(one.face), "one": one} for one in team]


class Choose(Fields):
    """Which job role somebody does."""

    do = "role"
    role = FromList(_("Which job role?"))


class Show(Fields):
    """Which points were gone through together."""

    do = "shown"
    points = ManyOf(_("What have you gone through together today?"), needed=False)


def newcomer(visit: Visit) -> View:
    """Show the induction of one colleague, and ask which job role she does."""
    return _newcomer(visit, None, None)


def send_newcomer(visit: Visit) -> GoTo | View:
    """Keep the job role, or what was gone through."""
    business, who = _business(visit), visit.path["person"]
    found = actions.newcomer(visit.unit, business.id, who)
    choose, show = _choose(visit, found), _show(visit, found)
    if visit.form.get("do") == Show.do:
        if not show.valid():
            return _newcomer(visit, choose, show)
        points = [found.role.induction[int(one)] for one in show.points.value] if found.role else []
        new = actions.show_points(visit.unit, business.id, who, points)
        return GoTo(_path(business, who), _("Kept.") if new else _("Nothing has changed."))
    if not choose.valid():
        return _newcomer(visit, choose, show)
    actions.choose_role(visit.unit, business.id, who, choose.role.value)
    return GoTo(_path(business, who), _("The job role is kept."))


def _path(business: Business, who: str) -> str:
    return f"/checks/team/{business.slug}/{who}"


def _business(visit: Visit) -> Business:
    found = next((one for one in actions.businesses(visit.unit) if one.slug == visit.path["business"]), None)
    if found is None:
        raise NotFound("business that you run", visit.path["business"])
    return found


def _choose(visit: Visit, found: actions.Newcomer) -> Choose:
    form = Choose(visit, {"role": found.role.id if found.role else ""})
    form.role.offer((one.id, one.name) for one in actions.roles_to_choose(visit.unit, found.business.id))
    return form


def _show(visit: Visit, found: actions.Newcomer) -> Show:
    form = Show(visit)
    points = enumerate(found.role.induction if found.role else ())
    form.points.offer((str(n), one) for n, one in points if one not in found.shown)
    return form


def _newcomer(visit: Visit, choose: Choose | None, show: Show | None) -> View:
    found = actions.newcomer(visit.unit, _business(visit).id, visit.path["person"])
    points = found.role.induction if found.role else ()
    facts = {
        "face": shown_face(found.face),
        "business": found.business,
        "role": found.role,
        "shown": [found.shown[one] for one in points if one in found.shown],
        "left": [one for one in points if one not in found.shown],
        "choose": choose or _choose(visit, found),
        "show": show or _show(visit, found),
    }
    return View("newcomer.html", _("New at work: {name}", name=found.face.name), facts)
