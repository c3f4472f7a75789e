"""The stewards' pages of job roles: what each may ask for, and who needs what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.checks import actions
from alongside.checks.job_role import (
    LONGEST_NAME,
    LONGEST_POINT,
    MOST_POINTS,
    Eligible,
    JobRole,
    Level,
    NotEligible,
    Scheme,
    points_of,
)
from alongside.checks.pages.faces import shown_face
from alongside.display import Said as _
from alongside.display import View
from alongside.web import GoTo
from alongside.web.forms import Fields, FromList, Line, LongText, Number, Yes

if TYPE_CHECKING:
    from alongside.web import Visit

HERE = "/checks"


class Role(Fields):
    """What a job role is called, and what it may ask for."""

    name = Line(_("What is the role called?"), longest=LONGEST_NAME, hint=_("Such as: café helper, driver."))
    right_to_work = Yes(_("The right to work is looked at."), needed=False)
    level = FromList(_("Criminal record check"), [one.value for one in Level])
    why = FromList(
        _("Why the role may be checked further than basic"),
        [one.value for one in Eligible],
        none=_("No reason: basic at most"),
        needed=False,
        depends=True,
        hint=_("It follows from what is done in the role. To ask for more than the role may have is an offence."),
    )
    scheme = FromList(_("Whose system"), [one.value for one in Scheme])
    min_age = Number(_("From which age"), least=0, most=99, hint=_("0 where any age will do."))
    points = LongText(
        _("What is shown to somebody new"),
        needed=False,
        longest=MOST_POINTS * (LONGEST_POINT + 2),
        hint=_("One point a line, in short words, such as: I know where the fire exit is."),
    )
    first = Yes(_("Nothing is planned before all of this is there."), needed=False)


def roles(visit: Visit) -> View:
    """Show what each job role may ask for, and of whom something is missing.

    What is missing stands on the page of each alone, where it is noted that somebody reads it.
    """
    found = actions.everybody(visit.unit)
    facts = {
        "roles": actions.roles(visit.unit),
        "needing": [
            {"face": shown_face(face), "place": place.name, "role": one.role}
            for face, place, one in found
            if not one.ready
        ],
        "ready": [
            {"face": shown_face(face), "place": place.name, "one": one} for face, place, one in found if one.ready
        ],
    }
    return View("checks.html", "Checks", facts)


def new_role(visit: Visit) -> View:
    """Ask what a new role is."""
    visit.unit.need("checks.change")
    return _role(
        Role(visit, {"right_to_work": True, "level": Level.NONE, "scheme": Scheme.DBS, "min_age": 0}), None
    )


def send_new_role(visit: Visit) -> GoTo | View:
    """Name the role, or say beside its field what is wrong."""
    visit.unit.need("checks.change")
    return _kept(visit, Role(visit), None)


def role(visit: Visit) -> View:
    """Show one role as a form."""
    found = actions.role(visit.unit, visit.path["role"])
    known = {
        "name": found.name,
        "right_to_work": found.right_to_work,
        "level": found.level,
        "why": found.why,
        "scheme": found.scheme,
        "min_age": found.min_age,
        "points": "\n".join(found.induction),
        "first": found.first,
    }
    return _role(Role(visit, known), found)


def send_role(visit: Visit) -> GoTo | View:
    """Keep what a role asks for."""
    return _kept(visit, Role(visit), actions.role(visit.unit, visit.path["role"]))


def _kept(visit: Visit, form: Role, old: JobRole | None) -> GoTo | View:
    if not form.valid():
        return _role(form, old)
    facts: dict[str, Any] = {
        "name": form.name.value,
        "level": Level(form.level.value),
        "why": Eligible(form.why.value) if form.why.value else None,
        "scheme": Scheme(form.scheme.value),
        "right_to_work": bool(form.right_to_work.data),
        "induction": points_of(form.points.data or ""),
        "min_age": form.min_age.value,
        "first": bool(form.first.data),
    }
    try:
        actions.change_role(visit.unit, old.id, **facts) if old else actions.add_role(visit.unit, **facts)
    except NotEligible as refused:
        form.refuse(form.level, refused)
        return _role(form, old)
    return GoTo(HERE, _("The role is kept."))


def _role(form: Role, old: JobRole | None) -> View:
    title = _("{name}", name=old.name) if old else _("A new job role")
    return View("job_role.html", title, {"form": form, "role": old})
