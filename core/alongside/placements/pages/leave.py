"""The pages on which whoever runs a business sees who asks for days off, and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.instants import local
from alongside.placements import actions
from alongside.placements.leave import LeaveWish
from alongside.placements.pages.looking import known_picture
from alongside.refusal import BadInput
from alongside.web import GoTo
from alongside.web.forms import Fields, Line, OneOf

if TYPE_CHECKING:
    from alongside.people.offers import Face
    from alongside.web import Visit


class AnswerLeave(Fields):
    """Yes or no, with a sentence."""

    answer = OneOf(
        _("Can {name} be off then?"), (("yes", _("Yes")), ("no", _("No"))), missing=_("Choose yes or no.")
    )
    words = Line(
        _("A sentence that goes with it"),
        hint=_("With a no, say why, and what could be instead."),
        needed=False,
        longest=300,
    )

    def check(self) -> None:
        """Ask for a sentence with a no."""
        if self.answer.value == "no" and not (self.words.data or "").strip():
            self.refuse(self.words, _("Write in a sentence why it cannot be."))


def asked_for(visit: Visit) -> View:
    """Show what was asked for and is not over, what waits first."""
    found = actions.leave_to_come(visit.unit)
    waiting = [_row(wish, face) for wish, face in found if wish.waits]
    answered = [_row(wish, face) for wish, face in found if not wish.waits]
    return View("leave.html", "Days off", {"waiting": waiting, "answered": answered})


def _row(wish: LeaveWish, face: Face) -> dict[str, Any]:
    return {
        "wish": wish,
        "standing": wish.standing.value,
        "name": face.name,
        "photo": face.photo,
        "picture": known_picture(face.picture),
    }


def one(visit: Visit) -> View:
    """Show one wish for days off, with who else is off then, and ask for the answer."""
    return _view(visit, None)


def send_one(visit: Visit) -> GoTo | View:
    """Keep the answer; or say what is in the way."""
    form = _form(visit)
    if not form.valid():
        return _view(visit, form)
    yes = form.answer.value == "yes"
    try:
        actions.answer_leave(visit.unit, visit.path["wish"], yes=yes, words=form.words.data or "")
    except BadInput as refused:
        form.refuse(form.answer, refused)
        return _view(visit, form)
    said = _("They are off then, and every plan keeps to it.") if yes else _("Your answer is on its way.")
    return GoTo("/days-off", said)


def _form(visit: Visit) -> AnswerLeave:
    name = actions.look_at_leave(visit.unit, visit.path["wish"]).face.first_name
    form = AnswerLeave(visit, facts={"name": name})
    form.answer.ask(_("Can {name} be off then?", name=name))
    return form


def _view(visit: Visit, form: AnswerLeave | None) -> View:
    found = actions.look_at_leave(visit.unit, visit.path["wish"])
    facts = {
        **_row(found.wish, found.face),
        "first_name": found.face.first_name,
        "too": [
            {**_shown(one.face), "days": one.days, "asked": one.asked, "first": one.days[0], "last": one.days[-1]}
            for one in found.too
        ],
        "planned": sorted({local(one.starts, visit.zone).date() for one in found.in_the_way}),
        "form": None if found.wish.standing.value == "back" else form or _form(visit),
        "today": visit.today,
    }
    return View("leave_answer.html", _("Days off for {name}", name=found.face.name), facts)


def _shown(face: Face) -> dict[str, Any]:
    return {"name": face.name, "photo": face.photo, "picture": known_picture(face.picture)}
