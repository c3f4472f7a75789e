"""The pages of a run for who plans or teaches it: everybody in it, its sessions, and the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from alongside.api.display import Said, View
from alongside.api.display import Said as _
from alongside.api.values import BadInput
from alongside.api.web import Fields, GoTo, Visit

from .. import offers
from ..actions import awarding, joining, looking, marking, planning
from ..register import Mark
from ..run import TrainerRole
from . import managing
from .learning import run_facts, title_in


def run(visit: Visit) -> View:
    """Show a run with everybody in it, and what can be done with it now."""
    return _view(visit)


def _view(visit: Visit, wrong: Fields | None = None) -> View:
    """Show the page; a form that was sent and is ``wrong`` stands there in its place."""
    seen = looking.manage(visit.unit, visit.path["run"])
    facts = {
        **run_facts(visit, seen.seen),
        "managed": seen,
        "plans": visit.unit.may("training.plan", seen.seen.run.business),
        "now": visit.unit.now,
        "forms": {**managing.forms_of(visit, seen), **({wrong.act: wrong} if wrong else {})},
        "link": visit.link,
    }
    return View("run.html", _("{title}", title=title_in(visit, seen.seen.course)), facts)


def send_run(visit: Visit) -> GoTo | View:
    """Do one thing with the run, by the button that was pressed."""
    what, run = visit.form.get("do", ""), visit.path["run"]
    if what not in _ACTS:
        raise BadInput("no button was pressed", remedy="Press one on this page.")
    done = _ACTS[what](visit, run)
    return _view(visit, done) if isinstance(done, Fields) else GoTo(visit.link(f"/runs/{run}"), done)


def _confirm(visit: Visit, run: str) -> Said:
    planning.confirm(visit.unit, run)
    return _("The run is confirmed.")


def _cancel(visit: Visit, run: str) -> Said | Fields:
    form = managing.Cancel(visit)
    if not form.valid():
        return form
    planning.cancel(visit.unit, run, form.because.value)
    return _("The run is cancelled. Everybody in it is told.")


def _finish(visit: Visit, run: str) -> Said:
    planning.finish(visit.unit, run)
    return _("The run is finished.")


def _award(visit: Visit, run: str) -> Said:
    given = awarding.award(visit.unit, run)
    return _("{n} people have done the course now.", n=len(given))


def _enrol(visit: Visit, run: str) -> Said | Fields:
    form = managing.enrol(visit, looking.manage(visit.unit, run))
    if not form.valid():
        return form
    hers = joining.join(visit.unit, run, form.person.value, waived_because=form.waived.value)
    return _("Enrolled.") if hers.state.value == "enrolled" else _("All places are taken: on the waiting list.")


def _take_out(visit: Visit, run: str) -> Said:
    joining.leave(visit.unit, run, visit.form.get("person", ""))
    return _("The place is given back. Who is next in the line has it, and is told.")


def _session(visit: Visit, run: str) -> Said | Fields:
    form = managing.session(visit, looking.manage(visit.unit, run))
    form.session.needed = visit.form.get("then") == managing.MOVE
    if not form.valid():
        return form
    (meeting,) = planning.weekly(form.day.value, form.since.value, form.until.value, 1, visit.zone)
    if visit.form.get("then") == managing.MOVE:
        planning.move_session(visit.unit, form.session.value, meeting)
        return _("The session has moved. Everybody who comes is told.")
    planning.add_session(visit.unit, run, meeting)
    return _("The session is added.")


def _places(visit: Visit, run: str) -> Said | Fields:
    form = managing.ChangePlaces(visit)
    if not form.valid():
        return form
    planning.change_places(visit.unit, run, form.places.value)
    return _("The number of places is changed.")


def _room(visit: Visit, run: str) -> Said | Fields:
    form = managing.change_room(visit, looking.manage(visit.unit, run))
    if not form.valid():
        return form
    business, new = offers.run(visit.unit, run).business, form.new_room.value
    room = planning.add_room(visit.unit, business, new) if new else form.room.value
    planning.change_room(visit.unit, run, room)
    return _("The room is changed. Everybody who comes is told.")


def _add_trainer(visit: Visit, run: str) -> Said | Fields:
    form = managing.add_trainer(visit, looking.manage(visit.unit, run))
    if not form.valid():
        return form
    planning.add_trainer(visit.unit, run, form.person.value, TrainerRole(form.role.value))
    return _("The trainer is put down for the sessions to come.")


def _remove_trainer(visit: Visit, run: str) -> Said:
    planning.remove_trainer(visit.unit, run, visit.form.get("person", ""))
    return _("The trainer is taken off, and has the time back.")


_ACTS: Mapping[str, Callable[[Visit, str], Said | Fields]] = {
    "confirm": _confirm,
    "cancel": _cancel,
    "finish": _finish,
    "award": _award,
    "enrol": _enrol,
    "take_out": _take_out,
    "session": _session,
    "places": _places,
    "room": _room,
    "add_trainer": _add_trainer,
    "remove_trainer": _remove_trainer,
}


# --- the register


def register(visit: Visit) -> View:
    """Show the register of a session: everybody is present until somebody says otherwise."""
    seen = marking.register(visit.unit, visit.path["session"])
    marks = {person: visit.form.get(f"mark-{person}", "") or _shown(seen, person) for person in seen.names}
    facts = {
        "register": seen,
        "title": title_in(visit, seen.course),
        "marks": marks,
        "open": visit.unit.now >= seen.session.starts,
        "back": visit.link(f"/runs/{seen.run.id}"),
    }
    return View("register.html", _("Register: {title}", title=title_in(visit, seen.course)), facts)


def _shown(seen: marking.Register, person: str) -> str:
    return seen.marks.get(person, Mark.PRESENT).value


def send_register(visit: Visit) -> GoTo:
    """Keep the marks that were sent."""
    seen = marking.register(visit.unit, visit.path["session"])
    sent = {person: visit.form.get(f"mark-{person}", "") for person in seen.names}
    known = {one.value: one for one in Mark}
    marking.mark(visit.unit, seen.session.id, {person: known[one] for person, one in sent.items() if one in known})
    there = sum(known[one].there for one in sent.values() if one in known)
    back = visit.link(f"/runs/{seen.run.id}")
    return GoTo(back, _("The register is kept: {there} of {all} were there.", there=there, all=len(seen.names)))
