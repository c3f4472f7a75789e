"""What helps somebody at work: what she has agreed, who may read it, and what others have told her."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.placements import actions
from alongside.placements.adjustment import LONGEST, Adjustment, Barrier
from alongside.placements.pages.looking import known_picture
from alongside.web import GoTo
from alongside.web.forms import Answer, Day, Fields, FromList, Line, ManyOf, OneOf, Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alongside.web import Visit

HERE = "/my-work/changes"
BARRIERS = (
    (Barrier.PLACE.value, _("The place")),
    (Barrier.TASK.value, _("The way a task is done")),
    (Barrier.INFORMATION.value, _("How things are told")),
    (Barrier.ATTITUDE.value, _("How people are with each other")),
)


class AgreeChange(Fields):
    """What is changed, where, by whom and when, and who may read it."""

    words = Line(
        _("What helps you at work?"),
        hint=_("Such as: written steps at the till."),
        longest=LONGEST,
        missing=_("Please write a few words."),
    )
    barrier = OneOf(_("What has to be different?"), BARRIERS, missing=_("Please choose one."))
    business = FromList(_("Where?"), none=_("Everywhere"), needed=False)
    doer = Person(_("Who does it?"), none=_("I do it myself"), needed=False)
    by_day = Day(_("Until when?"), needed=False)
    readers = ManyOf(_("Who else may read it?"), needed=False)


class Readers(Fields):
    """Who may read one of them."""

    do = "readers"
    readers = ManyOf(_("Who may read it?"), needed=False)


def changes(visit: Visit) -> View:
    """Show what is agreed for the visitor, and ask for more."""
    return _view(visit, _form(visit))


def send_changes(visit: Visit) -> GoTo | View:
    """Keep what she has written down."""
    form = _form(visit)
    if not form.valid():
        return _view(visit, form)
    agreed = actions.agree_adjustment(
        visit.unit,
        words=form.words.value,
        barrier=Barrier(form.barrier.value),
        business=form.business.value or None,
        doer=form.doer.value or None,
        by_day=form.by_day.data,
        readers=form.readers.value,
    )
    # Whoever is with her is no reader of it yet, so its own page would not open now.
    return GoTo(HERE if visit.actor.helper else f"{HERE}/{agreed.id}", _("We have kept it."))


def change(visit: Visit) -> View:
    """Show one of the visitor's own, and who may read it."""
    found = actions.look_at_adjustment(visit.unit, visit.path["adjustment"])
    return _one(visit, found, _readers(visit, found))


def send_change(visit: Visit) -> GoTo | View:
    """Choose who may read it, say that it is done, or take it out."""
    found = actions.look_at_adjustment(visit.unit, visit.path["adjustment"])
    here, what = f"{HERE}/{found.id}", visit.form.get("do", "")
    if what == "end":
        actions.end_adjustment(visit.unit, found.id)
        return GoTo(HERE, _("It is taken away."))
    if what == "done":
        actions.adjustment_is_done(visit.unit, found.id)
        return GoTo(here if found.person == visit.actor.id else "/my-work/for-others", _("Good. It is done."))
    form = _readers(visit, found)
    if not form.valid():
        return _one(visit, found, form)
    actions.choose_readers(visit.unit, found.id, form.readers.value)
    return GoTo(here, _("That is kept."))


def for_others(visit: Visit) -> View:
    """Show what others have ticked the visitor for."""
    told = actions.adjustments_told(visit.unit)
    names = people.names_of(visit.unit, {one.person for one in told})
    facts = {"told": [{**_facts(visit, one), "name": names[one.person]} for one in told]}
    return View("for_others.html", "What helps others at work", facts)


def _form(visit: Visit) -> AgreeChange:
    form = AgreeChange(visit)
    faces = actions.whom_to_tick(visit.unit)
    form.business.offer(_my_places(visit))
    if visit.actor.helper is None:
        form.doer.offer((one.person, one.name) for one in faces)
        form.readers.offer(_answers(faces))
    return form


def _my_places(visit: Visit) -> list[tuple[str, str]]:
    running = actions.way_of(visit.unit, visit.actor.id).running(visit.today)
    places = {one.id: one.name for one in enterprise.all_businesses(visit.unit)}
    return [(place, places[place]) for place in dict.fromkeys(one.business for one in running)]


def _readers(visit: Visit, found: Adjustment) -> Readers:
    form = Readers(visit, {"readers": found.readers})
    known = {one.person: one for one in actions.whom_to_tick(visit.unit)}
    others = people.faces_of(visit.unit, [one for one in found.readers if one not in known])
    form.readers.offer(_answers([*known.values(), *others.values()]))
    return form


def _answers(faces: Iterable[people.Face]) -> list[Answer]:
    return [Answer(one.person, one.name, face=one.name, photo=one.photo) for one in faces]


def _view(visit: Visit, form: AgreeChange) -> View:
    mine, hidden = actions.my_adjustments(visit.unit)
    facts = {
        "mine": [_facts(visit, one) for one in mine],
        "hidden": hidden,
        "helped": visit.actor.helper is not None,
        "form": form,
    }
    return View("own_changes.html", "What helps me at work", facts)


def _one(visit: Visit, found: Adjustment, form: Readers) -> View:
    own = found.person == visit.actor.id
    facts = {**_facts(visit, found), "own": own, "helped": visit.actor.helper is not None, "form": form}
    return View("own_change.html", "What helps me at work" if own else "What helps others at work", facts)


def _facts(visit: Visit, one: Adjustment) -> dict[str, Any]:
    faces = people.faces_of(visit.unit, {*one.readers, *([one.doer] if one.doer else [])})
    places = {place.id: place.name for place in enterprise.all_businesses(visit.unit)}
    return {
        "one": one,
        "place": places.get(one.business or "", ""),
        "doer": faces.get(one.doer or ""),
        "readers": [{"face": face, "picture": known_picture(face.picture)} for face in faces.values()],
        "mine_to_do": visit.actor.id in {one.person, one.doer} and one.done_on is None,
    }
