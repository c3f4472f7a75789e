"""What somebody says of herself: what she brings and what she wants, one thing at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.placements import actions
from alongside.placements.own_words import LONGEST, About
from alongside.web import GoTo
from alongside.web.forms import Fields, Line, OneOf

if TYPE_CHECKING:
    from alongside.web import Visit

HERE = "/my-work/words"


class Say(Fields):
    """One thing, in her own words."""

    do = "say"
    about = OneOf(
        _("What do you want to tell us?"),
        (("brings", _("What I am good at")), ("wants", _("What I want from work"))),
        missing=_("Please choose one."),
    )
    words = Line(_("Your words"), longest=LONGEST, missing=_("Please write a few words."))


def words(visit: Visit) -> View:
    """Show what the visitor has said of herself, and ask for more."""
    return _view(visit, Say(visit))


def send_words(visit: Visit) -> GoTo | View:
    """Keep what she says, or take it back."""
    what, _colon, which = visit.form.get("do", "").partition(":")
    if what == "back":
        actions.take_back(visit.unit, which)
        return GoTo(HERE, _("It is taken away."))
    form = Say(visit)
    if not form.valid():
        return _view(visit, form)
    actions.say(visit.unit, About(form.about.value), form.words.value)
    return GoTo(HERE, _("We have kept your words."))


def _view(visit: Visit, form: Say) -> View:
    way = actions.way_of(visit.unit, visit.actor.id)
    facts = {
        "form": form,
        "brings": way.says(About.BRINGS),
        "wants": way.says(About.WANTS),
        "skills": way.skills,
    }
    return View("own_words.html", "What I bring and want", facts)
