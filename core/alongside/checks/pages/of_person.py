"""The stewards' page of one person's checks; that others open it is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.checks import actions
from alongside.checks.check import Check, Decision, Kind
from alongside.checks.job_role import Level, NotEligible
from alongside.checks.pages.faces import told_of
from alongside.display import Said as _
from alongside.display import View
from alongside.refusal import BadInput
from alongside.rulepacks.offers import AgainstRule
from alongside.web import GoTo
from alongside.web.forms import Day, Fields, FromList, Line, OneOf

if TYPE_CHECKING:
    from alongside.web import Visit


class Note(Fields):
    """A check, or that it was asked for."""

    do = "note"
    role = FromList(_("For which job role?"))
    kind = OneOf(
        _("What was looked at?"),
        ((Kind.RIGHT_TO_WORK.value, _("The right to work")), (Kind.RECORD.value, _("A criminal record check"))),
    )
    level = FromList(
        _("How far does it look?"),
        [one.value for one in Level if one is not Level.NONE],
        none=_("It is no criminal record check"),
        needed=False,
        depends=True,
    )
    number = Line(
        _("Its number"),
        longest=26,
        needed=False,
        hint=_("Of a criminal record check. The share code of the right to work is not kept."),
    )
    done_on = Day(_("The day on it"), needed=False, hint=_("Leave it empty while it is waited for."))
    decision = OneOf(
        _("What was decided?"),
        (
            (Decision.WAITING.value, _("Nothing yet: it was asked for.")),
            (Decision.FINE.value, _("Fine for this role")),
            (Decision.NOT_FOR_THIS_ROLE.value, _("Not for this role")),
        ),
    )
    until = Day(_("Until when does it hold, or when do we look next?"), needed=False)


class Remove(Fields):
    """Take one check out of the record."""

    do = "remove"


def person(visit: Visit) -> View:
    """Show the checks of one person to a steward; the reading is noted."""
    return _person(visit, _note(visit))


def send_person(visit: Visit) -> GoTo | View:
    """Note a check, or take one out."""
    visit.unit.need("checks.change")
    who = visit.path["person"]
    do, _sign, which = visit.form.get("do", "").partition(":")
    if do == Remove.do:
        actions.remove_check(visit.unit, which)
        return GoTo(f"/checks/person/{who}", _("It is taken out."))
    form = _note(visit)
    if not form.valid():
        return _person(visit, form)
    try:
        _noted(visit, form, who)
    except (AgainstRule, BadInput) as refused:
        form.refuse(form.level if isinstance(refused, NotEligible) else form.kind, refused)
        return _person(visit, form)
    return GoTo(f"/checks/person/{who}", _("The check is kept."))


def _noted(visit: Visit, form: Note, who: str) -> Check:
    kind = Kind(form.kind.value)
    level = Level(form.level.value) if form.level.value and kind is Kind.RECORD else Level.NONE
    return actions.note_check(
        visit.unit,
        who,
        form.role.value,
        kind,
        Decision(form.decision.value),
        level=level,
        number=form.number.data or "",
        done_on=form.done_on.data,
        until=form.until.data,
    )


def _note(visit: Visit) -> Note:
    form = Note(visit, {"done_on": visit.today})
    form.role.offer((one.id, one.name) for one in actions.roles(visit.unit))
    return form


def _person(visit: Visit, form: Note) -> View:
    found = actions.look_at_checks(visit.unit, visit.path["person"])
    facts = {
        **told_of(visit, found),
        "form": form,
        "remove": [Remove(visit, which=one.id) for one in found.checks],
    }
    return View("checks_of_person.html", _("Checks: {name}", name=found.face.name), facts)
