"""Whom somebody has chosen as her job coach, and whom she can choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.placements import actions
from alongside.placements.pages.looking import known_picture
from alongside.web import GoTo
from alongside.web.forms import Answer, Fields, OneOf

if TYPE_CHECKING:
    from alongside.web import Visit

HERE = "/my-work/coach"
ALL = "all"
"""What the form sends for her whole way to work."""


class Choose(Fields):
    """Somebody, and where she has more than one place at work, for which."""

    do = "choose"
    coach = OneOf(_("Who shall be your job coach?"), missing=_("Please choose somebody."))
    work = OneOf(_("For which work?"), needed=False)


def coach(visit: Visit) -> View:
    """Show who coaches the visitor, and who else there is to choose."""
    return _view(visit, _form(visit))


def send_coach(visit: Visit) -> GoTo | View:
    """End what was chosen, or keep what is chosen."""
    what, _colon, which = visit.form.get("do", "").partition(":")
    if what == "end":
        actions.end_coaching(visit.unit, which)
        return GoTo(HERE, _("That has ended."))
    form = _form(visit)
    if not form.valid():
        return _view(visit, form)
    work = form.work.value
    actions.choose_coach(visit.unit, form.coach.value, work if work and work != ALL else None)
    return GoTo(HERE, _("Your job coach is chosen."))


def _form(visit: Visit) -> Choose:
    form = Choose(visit, {"work": ALL})
    faces = [people.face_of(one) for one in actions.coaches_to_choose(visit.unit)]
    form.coach.offer(Answer(one.person, one.name, face=one.name, photo=one.photo) for one in faces)
    jobs = actions.way_of(visit.unit, visit.actor.id).running(visit.today)
    if len(jobs) > 1:
        places = {one.id: one.name for one in enterprise.all_businesses(visit.unit)}
        form.work.offer([(ALL, _("All my work")), *((one.id, places[one.business]) for one in jobs)])
    return form


def _view(visit: Visit, form: Choose) -> View:
    chosen = actions.my_coachings(visit.unit)
    faces = people.faces_of(visit.unit, {one.coach for one in chosen})
    places = {one.id: one.name for one in enterprise.all_businesses(visit.unit)}
    work = {one.id: places[one.business] for one in actions.way_of(visit.unit, visit.actor.id).placements}
    facts = {
        "form": form,
        "chosen": [
            {
                "id": one.id,
                "face": faces[one.coach],
                "picture": known_picture(faces[one.coach].picture),
                "until": one.last_day,
                "place": work.get(one.placement or "", ""),
            }
            for one in chosen
            if one.coach in faces
        ],
    }
    return View("own_coach.html", "My job coach", facts)
