"""The forms on the page of a run, for who plans it."""

from __future__ import annotations

from alongside.api.display import Said as _
from alongside.api.display import day as day_words
from alongside.api.web import Day, Fields, FromList, Line, Number, Person, TimeOfDay, Visit

from ..actions import looking
from ..run import LONGEST, TrainerRole, to_come
from .planning import refuse_early_end
from .writing import MOST_PEOPLE

MOVE = "move"


class Enrol(Fields):
    """Who gets a place, and why without what comes first."""

    do = "enrol"
    person = Person(_("Who?"))
    waived = Line(
        _("Why without what comes first?"),
        longest=LONGEST,
        hint=_("Only where it is missing; your name stands beside it."),
        needed=False,
    )


class AddTrainer(Fields):
    """Who teaches too, and as what."""

    do = "add_trainer"
    person = Person(_("Who?"))
    role = FromList(
        _("As what?"),
        [(TrainerRole.CO_TRAINER.value, _("Co-trainer")), (TrainerRole.LEAD.value, _("Leads"))],
    )


class ChangeRoom(Fields):
    """The room of all sessions to come."""

    do = "room"
    room = FromList(_("In which room?"), needed=False, depends=True)
    new_room = Line(_("Or in a new room called"), needed=False)


class ChangePlaces(Fields):
    """How many places there are."""

    do = "places"
    places = Number(
        _("How many places?"),
        least=1,
        most=MOST_PEOPLE,
        hint=_("New places go to those who wait. Nobody who has a place loses it."),
    )


class SessionForm(Fields):
    """When a session is: one that moves, or one more."""

    do = "session"
    session = FromList(_("Which one moves?"), needed=False, depends=True)
    day = Day(_("To which day?"))
    since = TimeOfDay(_("From when?"))
    until = TimeOfDay(_("Until when?"))

    def check(self) -> None:
        """See that it ends after it begins."""
        refuse_early_end(self, self.day, self.since, self.until)


class Cancel(Fields):
    """Why the run does not take place."""

    do = "cancel"
    because = Line(_("Why?"), longest=LONGEST, hint=_("Everybody in it reads this."), needed=False)


def enrol(visit: Visit, managed: looking.Managed) -> Enrol:
    """Return the form by which somebody gets a place."""
    form = Enrol(visit)
    form.person.offer((face.person, face.name) for face in managed.to_enrol)
    return form


def add_trainer(visit: Visit, managed: looking.Managed) -> AddTrainer:
    """Return the form about one more trainer."""
    form = AddTrainer(visit, {"role": TrainerRole.CO_TRAINER})
    form.person.offer((face.person, face.name) for face in managed.could_teach)
    return form


def change_room(visit: Visit, managed: looking.Managed) -> ChangeRoom:
    """Return the form about the room."""
    run = managed.seen.run
    form = ChangeRoom(visit, {"room": run.room})
    form.room.offer(looking.rooms(visit.unit, run.business).items())
    return form


def session(visit: Visit, managed: looking.Managed) -> SessionForm:
    """Return the form about a session; the next one is the one that moves, unless another is chosen."""
    coming = to_come(managed.seen.sessions, visit.unit.now)
    form = SessionForm(visit, {"session": coming[0].id if coming else ""})
    form.session.offer((one.id, day_words(one.day, edition=visit.edition)) for one in coming)
    return form


def forms_of(visit: Visit, managed: looking.Managed) -> dict[str, Fields]:
    """Return all of them, by what each sends."""
    forms = [
        enrol(visit, managed),
        add_trainer(visit, managed),
        change_room(visit, managed),
        ChangePlaces(visit, managed.seen.run),
        session(visit, managed),
        Cancel(visit),
    ]
    return {form.act: form for form in forms}
