"""“What I want to learn at work”: skills that somebody wants to learn, and those she is glad to show others."""

from __future__ import annotations

from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.web import Fields, GoTo, ManyOf, Visit

from ..actions import wishing
from ..rota import wanted


class LearningForm(Fields):
    """What somebody wants to learn, and what she is glad to show."""

    do = "learn"
    learn = ManyOf(_("What do you want to learn?"), needed=False, depends=True)
    show = ManyOf(_("What do you like to show others?"), needed=False, depends=True)


def learning(visit: Visit) -> View:
    """Show what the visitor has said of learning."""
    return _view(visit, _form(visit))


def _here(visit: Visit) -> Any:
    return visit.business


def _form(visit: Visit) -> LearningForm:
    said = wishing.learning(visit.unit, _here(visit).id)
    form = LearningForm(visit, {"learn": sorted(said.wants), "show": sorted(said.shows)})
    form.learn.offer((key, wanted([key])) for key in said.cannot)
    form.show.offer((key, wanted([key])) for key in said.can)
    return form


def _view(visit: Visit, form: LearningForm) -> View:
    facts = {"form": form, "any": bool(form.learn.answers or form.show.answers), "rota": visit.link("/rota")}
    return View("skills.html", "What I want to learn at work", facts)


def send_learning(visit: Visit) -> GoTo | View:
    """Keep what the visitor says of learning."""
    form = _form(visit)
    if not form.valid():
        return _view(visit, form)
    wishing.say_learning(visit.unit, _here(visit).id, form.learn.value, form.show.value)
    return GoTo(visit.link("/learning"), _("We know now what you want to learn and show."))
