"""The page of objections: every reason with its answer, and the form by which others look at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from alongside.decisions.actions import looking, objecting
from alongside.decisions.actions.objecting import Finding
from alongside.decisions.ballot import BallotKind
from alongside.decisions.pages.facts import asked_facts
from alongside.decisions.remark import MOST_WORDS
from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.refusal import NotFound, worded
from alongside.web import GoTo
from alongside.web.forms import Fields, LongText, OneOf, Person

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.decisions.objection import Objection
    from alongside.store import Unit
    from alongside.web import Visit


class Look(Fields):
    """What two people found of one objection."""

    do = "look"
    holds = OneOf(
        _("Does this objection hold?"),
        (("yes", _("Yes, it holds: we cannot go on like this")), ("no", _("No, it does not hold"))),
    )
    answer = LongText(
        _("Your answer"),
        longest=MOST_WORDS,
        rows=3,
        hint=_("Say why. Everybody can read it."),
        missing=_("Write your answer."),
    )
    beside = Person(_("Who looked at it with you?"))


@attrs.frozen(kw_only=True)
class Shown:
    """An objection with the names of those who may be named: who objects in an open vote, and who looked at it."""

    objection: Objection
    by: str
    looked: str


def page(visit: Visit) -> View:
    """Show the objections to a proposal, with what others found of them."""
    seen = _seen(visit)
    found = objecting.objections(visit.unit, seen.proposal.id)
    facts = _facts(visit, seen, found) | {
        "forms": {},
        "look_at": _waits_for(visit, seen),
        "again": visit.link(f"/decisions/new/agree?again={seen.proposal.id}"),
        "may_propose": visit.unit.may("decisions.propose"),
    }
    return View("objections.html", "Objections", facts)


def looking_at(visit: Visit) -> View | GoTo:
    """Show the objections that wait, each with its form; whoever has nothing to look at is led to the others."""
    return _view(visit) if _waits_for(visit, _seen(visit)) else GoTo(_path(visit, "/objections"))


def shown(unit: Unit, found: Sequence[Objection]) -> list[Shown]:
    """Return objections with the names that belong to them."""
    ids = {person for one in found for person in (one.person, one.looked_by, one.looked_with) if person}
    names = people.names_of(unit, sorted(ids))

    def looked(one: Objection) -> str:
        who = (one.looked_by, one.looked_with)
        return " and ".join(names.get(person, people.A_MEMBER) for person in who if person)

    return [Shown(objection=one, by=names.get(one.person or "", ""), looked=looked(one)) for one in found]


def _view(visit: Visit, wrong: Look | None = None) -> View:
    visit.unit.need("decisions.count")
    seen = _seen(visit)
    waiting = objecting.to_look_at(visit.unit, seen.proposal)
    names = _others(visit, seen)
    forms = [_form(visit, f"{one.number}", names, one.person) for one in waiting]
    by_act = {form.act: form for form in [*forms, *([wrong] if wrong else [])]}
    facts = _facts(visit, seen, waiting) | {"forms": by_act, "look_at": False}
    return View("objections.html", "Look at the objections", facts)


def _facts(visit: Visit, seen: Seen, found: Sequence[Objection]) -> dict[str, Any]:
    return asked_facts(seen, visit.edition) | {
        "objections": shown(visit.unit, found),
        "here": _path(visit, "/look-at"),
        "decision": _path(visit),
    }


def _waits_for(visit: Visit, seen: Seen) -> bool:
    """True if objections wait for whoever looks at the page."""
    return bool(seen.outcome and seen.outcome.waits) and objecting.waits_for(visit.unit, seen.proposal)


def _path(visit: Visit, page: str = "") -> str:
    return visit.link(f"/decisions/{visit.path['proposal']}{page}")


def _seen(visit: Visit) -> Seen:
    seen = looking.look(visit.unit, visit.path["proposal"])
    if seen.proposal.how.ballot is not BallotKind.CONSENT or seen.outcome is None:
        none = worded("decisions", "They are there once a vote by consent is counted.")
        raise NotFound("objections to", seen.proposal.title, none)
    return seen


def _form(visit: Visit, which: str, names: Mapping[str, str], objector: str | None) -> Look:
    form = Look(visit, which=which)
    by_name = sorted((one for one in names.items() if one[0] != objector), key=lambda one: one[1])
    form.beside.offer(by_name)
    return form


def _others(visit: Visit, seen: Seen) -> Mapping[str, str]:
    """Members and tellers who may look at it with the one who acts."""
    both = {*enterprise.people_with(visit.unit, "member"), *enterprise.people_with(visit.unit, "teller")}
    return people.names_of(visit.unit, sorted(both - {visit.actor.id, seen.proposal.proposer or ""}))


def send(visit: Visit) -> GoTo | View:
    """Put on record what was found of an objection; a form that is wrong is shown again in its place."""
    visit.unit.need("decisions.count")
    seen = _seen(visit)
    _act, _colon, which = visit.form.get("do", "").partition(":")
    about = next(
        (one for one in objecting.to_look_at(visit.unit, seen.proposal) if f"{one.number}" == which), None
    )
    form = _form(visit, which, _others(visit, seen), about.person if about else None)
    if not form.valid():
        return _view(visit, form)
    finding = Finding(holds=form.holds.value == "yes", answer=form.answer.value, beside=form.beside.value)
    number = int(which) if which.isdecimal() and len(which) < 7 else 0
    objecting.look_at(visit.unit, seen.proposal.id, number, finding)
    return GoTo(_path(visit, "/objections"), _("Your answer is kept. Everybody can read it."))
