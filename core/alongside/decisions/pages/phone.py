"""Noting a vote by telephone: who rang, how she was known, what she says; sealed at once, never shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.decisions.actions import looking, telephone
from alongside.decisions.actions.telephone import Call
from alongside.decisions.ballot import LONGEST_REASON
from alongside.decisions.pages.facts import asked_facts
from alongside.decisions.paper_ballot import letters_of, read_letters
from alongside.decisions.roll import Checked
from alongside.decisions.tables import ROLL
from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.web import GoTo
from alongside.web.forms import Fields, Line, OneOf, Person

if TYPE_CHECKING:
    from alongside.web import Visit


class Phone(Fields):
    """One call."""

    person = Person(_("Who rings?"))
    checked = OneOf(
        _("How do you know who it is?"),
        (
            (Checked.RANG_BACK.value, _("I rang back, on the number on record")),
            (Checked.VOICE.value, _("I have known the voice for a long time")),
            (Checked.BESIDE.value, _("Somebody of ours is there and says so")),
        ),
    )
    listener = Person(
        _("Who else listens?"), none=_("Nobody"), needed=False, hint=_("Only if the one who rings wants it.")
    )
    letters = Line(
        _("What do they choose?"),
        longest=LONGEST_REASON + 60,
        hint=_("Write the letters below. Read the words aloud, and ask if that is right."),
        missing=_("Write a letter, or “-” for none."),
    )


def page(visit: Visit) -> View:
    """Show the form for one call."""
    return _view(visit, _form(visit))


def _view(visit: Visit, form: Phone) -> View:
    seen = looking.look(visit.unit, visit.path["proposal"])
    facts: dict[str, Any] = asked_facts(seen, visit.edition) | {
        "form": form,
        "letters": letters_of(seen.proposal),
        "ballot": seen.proposal.how.ballot.value,
        "here": _path(visit, "/phone"),
        "decision": _path(visit),
    }
    return View("phone.html", "A vote by telephone", facts)


def _form(visit: Visit) -> Phone:
    visit.unit.need("decisions.count")
    table = ROLL.table
    lines = visit.unit.find(
        ROLL, table.c.proposal == visit.path["proposal"], ~table.c.paper, table.c.person.is_not(None)
    )
    form = Phone(visit)
    form.person.offer(_named(visit, [str(line.person) for line in lines]))
    tellers = enterprise.people_with(visit.unit, "teller") + enterprise.people_with(visit.unit, "member")
    form.listener.offer(_named(visit, tellers))
    return form


def _named(visit: Visit, ids: list[str]) -> list[tuple[str, str]]:
    return sorted(people.names_of(visit.unit, ids).items(), key=lambda one: one[1])


def send(visit: Visit) -> GoTo | View:
    """Seal what was said. The draft goes, so that nothing is kept of a form that holds a ballot."""
    form = _form(visit)
    if not form.valid():
        return _view(visit, form)
    asked = looking.look(visit.unit, visit.path["proposal"]).proposal
    call = Call(
        person=form.person.value, checked=Checked(form.checked.value), listener=form.listener.value or None
    )
    telephone.note_vote(visit.unit, asked.id, call, read_letters(form.letters.value, asked))
    return GoTo(_path(visit), _("The vote is sealed. Nobody can read it now."), draft="")


def _path(visit: Visit, page: str = "") -> str:
    return visit.link(f"/decisions/{visit.path['proposal']}{page}")
