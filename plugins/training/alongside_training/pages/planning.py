"""The pages of who plans: what has to be seen to, a run to plan, and what people wish for."""

from __future__ import annotations

from datetime import time

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.values import LONDON, BadInput
from alongside.api.web import Day, Fields, FromList, GoTo, Line, ManyOf, Number, Person, TimeOfDay, Visit

from .. import offers
from ..actions import looking, planning, wishing
from ..run import TrainerRole
from .learning import here, run_facts
from .writing import MOST_PEOPLE

MOST_SESSIONS = 40


def plan(visit: Visit) -> View:
    """Show runs to come, runs to close, courses, and certificates that run out."""
    seen = looking.planned(visit.unit, here(visit).id)
    facts = {
        "coming": [run_facts(visit, one) for one in seen.coming],
        "to_close": [run_facts(visit, one) for one in seen.to_close],
        "finished": [run_facts(visit, one) for one in seen.finished],
        "courses": seen.courses,
        "lapsing": seen.lapsing,
        "link": visit.link,
    }
    return View("plan.html", "Plan courses", facts)


def wishes(visit: Visit) -> View:
    """Show what people wish to learn; where enough wish for one thing, a course suggests itself."""
    facts = {"wished": wishing.wished(visit.unit, here(visit).id), "link": visit.link}
    return View("wishes.html", "Learning wishes", facts)


# --- a run


class RunForm(Fields):
    """What a new run shall be."""

    course = FromList(_("Which course?"))
    first = Day(_("On which day does it begin?"))
    since = TimeOfDay(_("From when?"))
    until = TimeOfDay(_("Until when?"))
    times = Number(
        _("How many meetings, a week apart?"),
        least=1,
        most=MOST_SESSIONS,
        hint=_("Others can be added or moved afterwards."),
    )
    room = FromList(_("In which room?"), needed=False, depends=True)
    new_room = Line(_("Or in a new room called"), needed=False)
    how_to_find = Line(
        _("How do people find it?"), hint=_("Such as: ground floor, step-free, quiet."), needed=False
    )
    lead = Person(_("Who leads?"), none=_("Not known yet"), needed=False, depends=True)
    co_trainers = ManyOf(_("Who teaches with them?"), needed=False)
    places = Number(
        _("How many places?"),
        least=1,
        most=MOST_PEOPLE,
        hint=_("Empty: as many as the course has."),
        needed=False,
    )
    customer = Line(_("For which organisation?"), hint=_("Empty: for our own people."), needed=False)

    def check(self) -> None:
        """See that it meets somewhere, and ends after it begins."""
        refuse_early_end(self, self.first, self.since, self.until)
        if not self.room.value and not self.new_room.value:
            self.refuse(self.new_room, _("Choose a room, or write what a new one is called."))

    def trainers(self) -> dict[str, TrainerRole]:
        """Who teaches, as what; who leads is no co-trainer."""
        lead = {self.lead.value: TrainerRole.LEAD} if self.lead.value else {}
        return {**dict.fromkeys(self.co_trainers.value, TrainerRole.CO_TRAINER), **lead}


def refuse_early_end(form: Fields, day: Day, since: TimeOfDay, until: TimeOfDay) -> None:
    """Put the refusal of a meeting that would end before it starts beside its end."""
    try:
        planning.weekly(day.value, since.value, until.value, 1, LONDON)
    except BadInput as refused:
        form.refuse(until, _("{early_end}", early_end=refused.sentence))


def new_run(visit: Visit) -> View:
    """Show the form for a run."""
    return _planning(visit, _run_form(visit))


def send_run(visit: Visit) -> GoTo | View:
    """Plan the run; all of its times are claimed, or none."""
    form = _run_form(visit)
    if not form.valid():
        return _planning(visit, form)
    new_room = form.new_room.value
    plan = planning.Plan(
        course=form.course.value,
        times=planning.weekly(form.first.value, form.since.value, form.until.value, form.times.value, visit.zone),
        room=planning.add_room(visit.unit, here(visit).id, new_room) if new_room else form.room.value,
        trainers=form.trainers(),
        places=form.places.data,
        customer=form.customer.value,
        how_to_find=form.how_to_find.value,
    )
    new = planning.plan_run(visit.unit, plan)
    return GoTo(visit.link(f"/runs/{new.id}"), _("The run is planned. Confirm it when it is sure."))


def _run_form(visit: Visit) -> RunForm:
    business = here(visit).id
    visit.unit.need("training.plan", business)
    rooms = list(looking.rooms(visit.unit, business).items())
    usual = {"since": time(16, 30), "until": time(18, 30), "times": 1, "course": visit.query.get("course", "")}
    form = RunForm(visit, {**usual, "room": rooms[0][0] if rooms else ""})
    known = offers.courses(visit.unit, business).values()
    form.course.offer((one.id, one.title) for one in known if not one.closed)
    form.room.offer(rooms)
    people = [(one.person, one.name) for one in looking.could_teach(visit.unit, business)]
    form.lead.offer(people)
    form.co_trainers.offer(people)
    return form


def _planning(visit: Visit, form: RunForm) -> View:
    return View("run_form.html", "Plan a run", {"form": form, "link": visit.link})
