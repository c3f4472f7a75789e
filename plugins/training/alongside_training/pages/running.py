"""The pages of a run for who plans or teaches it: everybody in it, its sessions, and the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from alongside.api.display import Said, View
from alongside.api.display import Said as _
from alongside.api.values import BadInput
from alongside.api.web import GoTo, Visit

from .. import offers
from ..actions import awarding, joining, looking, marking, planning
from ..register import Mark
from ..run import TrainerRole
from .learning import run_facts, title_in
from .planning import meeting_of, number


def run(visit: Visit) -> View:
    """Show a run with everybody in it, and what can be done with it now."""
    seen = looking.manage(visit.unit, visit.path["run"])
    facts = {
        **run_facts(visit, seen.seen),
        "managed": seen,
        "rooms": list(looking.rooms(visit.unit, seen.seen.run.business).items()),
        "plans": visit.unit.may("training.plan", seen.seen.run.business),
        "now": visit.unit.now,
        "sent": {
            name: visit.form.get(name, "")
            for name in ("person", "waived", "day", "since", "until", "because", "places", "room", "new_room")
        },
        "link": visit.link,
    }
    return View("run.html", _("{title}", title=title_in(visit, seen.seen.course)), facts)


def send_run(visit: Visit) -> GoTo:
    """Do one thing with the run, by the button that was pressed."""
    what = visit.form.get("act", "")
    if what not in _ACTS:
        raise BadInput("no button was pressed", remedy="Press one on this page.")
    return GoTo(visit.link(f"/runs/{visit.path['run']}"), _ACTS[what](visit, visit.path["run"]))


def _confirm(visit: Visit, run: str) -> Said:
    planning.confirm(visit.unit, run)
    return _("The run is confirmed.")


def _cancel(visit: Visit, run: str) -> Said:
    planning.cancel(visit.unit, run, visit.form.get("because", ""))
    return _("The run is cancelled. Everybody in it is told.")


def _finish(visit: Visit, run: str) -> Said:
    planning.finish(visit.unit, run)
    return _("The run is finished.")


def _award(visit: Visit, run: str) -> Said:
    given = awarding.award(visit.unit, run)
    return _("{n} people have done the course now.", n=len(given))


def _enrol(visit: Visit, run: str) -> Said:
    hers = joining.join(visit.unit, run, visit.form.get("person", ""), waived_because=visit.form.get("waived", ""))
    return _("Enrolled.") if hers.state.value == "enrolled" else _("All places are taken: on the waiting list.")


def _take_out(visit: Visit, run: str) -> Said:
    joining.leave(visit.unit, run, visit.form.get("person", ""))
    return _("The place is given back. Who is next in the line has it, and is told.")


def _add_session(visit: Visit, run: str) -> Said:
    planning.add_session(visit.unit, run, meeting_of(visit))
    return _("The session is added.")


def _move_session(visit: Visit, run: str) -> Said:
    _of_this_run(visit, run)
    planning.move_session(visit.unit, visit.form.get("session", ""), meeting_of(visit))
    return _("The session has moved. Everybody who comes is told.")


def _of_this_run(visit: Visit, run: str) -> None:
    if offers.session(visit.unit, visit.form.get("session", "")).run != run:
        raise BadInput("this session is of another run", remedy="Choose one of this run.")


def _places(visit: Visit, run: str) -> Said:
    planning.change_places(visit.unit, run, number(visit.form.get("places", "")) or 0)
    return _("The number of places is changed.")


def _room(visit: Visit, run: str) -> Said:
    business, new = offers.run(visit.unit, run).business, visit.form.get("new_room", "").strip()
    room = planning.add_room(visit.unit, business, new) if new else visit.form.get("room", "")
    planning.change_room(visit.unit, run, room)
    return _("The room is changed. Everybody who comes is told.")


def _add_trainer(visit: Visit, run: str) -> Said:
    role = TrainerRole.LEAD if visit.form.get("role") == TrainerRole.LEAD.value else TrainerRole.CO_TRAINER
    planning.add_trainer(visit.unit, run, visit.form.get("person", ""), role)
    return _("The trainer is put down for the sessions to come.")


def _remove_trainer(visit: Visit, run: str) -> Said:
    planning.remove_trainer(visit.unit, run, visit.form.get("person", ""))
    return _("The trainer is taken off, and has the time back.")


_ACTS: Mapping[str, Callable[[Visit, str], Said]] = {
    "confirm": _confirm,
    "cancel": _cancel,
    "finish": _finish,
    "award": _award,
    "enrol": _enrol,
    "take_out": _take_out,
    "add_session": _add_session,
    "move_session": _move_session,
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
