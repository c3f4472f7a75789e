"""The pages of a job coach: whom she coaches, and the way to work of each."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from alongside.diary import offers as diary
from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.instants import Period, local
from alongside.people import offers as people
from alongside.placements import actions
from alongside.placements.actions.way import Way
from alongside.placements.outcome import Wanted
from alongside.placements.own_words import About
from alongside.placements.pages.looking import known_picture
from alongside.placements.pages.my_work import coach_facts, job_facts, stage_facts
from alongside.placements.stage import Stage
from alongside.web import GoTo
from alongside.web.forms import Day, Fields, FromList

if TYPE_CHECKING:
    from alongside.web import Visit

AHEAD = timedelta(days=13)
"""How far ahead a coach sees the shifts of those she coaches."""


class NoteStage(Fields):
    """The stage somebody is at, and since when."""

    do = "stage"
    stage = FromList(
        _("The step"),
        [one.value for one in Stage],
        missing=_("Choose the step."),
    )
    day = Day(_("Since"), missing=_("Write the day, such as 2026-11-23."))


class Confirm(Fields):
    """Whether paid work has lasted as the record says, and whether it is what she wants."""

    do = "confirm"
    wanted = FromList(
        _("Is it the work they want?"),
        [one.value for one in Wanted if one is not Wanted.NOT_SAID],
        none=_("Not said"),
        needed=False,
    )


def people_i_coach(visit: Visit) -> View:
    """Show whom the visitor coaches, by name."""
    cards = [
        {
            "face": one.face,
            "picture": known_picture(one.face.picture),
            "until": one.until,
            "stage": one.stage.value if one.stage else "",
        }
        for one in actions.whom_i_coach(visit.unit)
    ]
    return View("coaching.html", "People I coach", {"cards": cards})


def one(visit: Visit) -> View:
    """Show one person's way to work, from the newest step to the first."""
    return _view(visit, NoteStage(visit, {"day": visit.today}))


def send(visit: Visit) -> GoTo | View:
    """Note the stage somebody is at."""
    who = visit.path["person"]
    actions.need_to_write_way(visit.unit, who)
    what, _colon, which = visit.form.get("do", "").partition(":")
    if what == Confirm.do:
        sent = Confirm(visit, which=which)
        if not sent.valid():
            return _view(visit, NoteStage(visit, {"day": visit.today}), sent)
        actions.confirm_outcome(visit.unit, which, Wanted(sent.wanted.value or Wanted.NOT_SAID.value))
        return GoTo(f"/coaching/{who}", _("It is confirmed."))
    form = NoteStage(visit)
    if not form.valid():
        return _view(visit, form)
    actions.note_stage(visit.unit, who, Stage(form.stage.value), form.day.value)
    return GoTo(f"/coaching/{who}", _("That is noted."))


def _outcomes(visit: Visit, person: str, sent: Confirm | None) -> list[dict[str, Any]]:
    found = actions.outcomes_seen(visit.unit, person)
    return [
        {"one": one, "form": sent if sent and sent.which == one.id else Confirm(visit, which=one.id)}
        for one in found
    ]


def _view(visit: Visit, form: NoteStage, confirmed: Confirm | None = None) -> View:
    way = actions.way_of(visit.unit, visit.path["person"])
    face = people.faces_of(visit.unit, [way.person])[way.person]
    outcomes = _outcomes(visit, way.person, confirmed)
    actions.note_way_read(visit.unit, way, [each["one"] for each in outcomes])
    facts = {
        **stage_facts(way),
        "face": face,
        "picture": known_picture(face.picture),
        "steps": _steps(visit, way),
        "jobs": [job_facts(visit, one) for one in way.running(visit.today)],
        "over": way.over(visit.today),
        "places": {one.id: one.name for one in enterprise.all_businesses(visit.unit)},
        "brings": [*(one.words for one in way.says(About.BRINGS)), *(one.words for one in way.skills)],
        "wants": [one.words for one in way.says(About.WANTS)],
        "coach": coach_facts(visit.unit, way.person),
        "reads_words": actions.reads_own_words(visit.unit, way.person),
        "outcomes": outcomes,
        "told": actions.adjustments_told(visit.unit, way.person),
        "may_follow": {one.id for one in way.placements if actions.may_follow(visit.unit, one)},
        "shifts": _shifts(visit, way),
        "may_write": actions.may_write_way(visit.unit, way.person),
        "form": form,
    }
    return View("way.html", _("{name}", name=face.name), facts)


def _steps(visit: Visit, way: Way) -> list[dict[str, Any]]:
    names = people.names_of(visit.unit, {one.noted_by for one in way.steps if one.noted_by})
    return [
        {"stage": one.stage.value, "day": one.day, "by": names.get(one.noted_by or "", "")}
        for one in reversed(way.steps)
    ]


def _shifts(visit: Visit, way: Way) -> list[dict[str, Any]]:
    """Her work of the next days, where the visitor sees it: when and where, nothing else of her time."""
    seen = {one.business for one in way.running(visit.today)}
    ahead = Period(visit.today, visit.today + AHEAD).interval(visit.zone)
    places = {one.id: one.name for one in enterprise.all_businesses(visit.unit)}
    return [
        {
            "day": local(claim.starts, visit.zone).date(),
            "starts": claim.starts,
            "ends": claim.ends,
            "place": places[claim.business],
        }
        for claim in diary.holds(visit.unit, [way.person], ahead)
        if claim.purpose is diary.Purpose.WORK and claim.business in seen
    ]
