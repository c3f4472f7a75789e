"""Questions to those who stand: asked by any member, answered side by side, each in the same room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from alongside.decisions.actions import asking_candidates, looking, standing
from alongside.decisions.candidacy import check_length
from alongside.decisions.pages.facts import asked_facts, for_voter, rows
from alongside.decisions.remark import MOST_WORDS
from alongside.display import Said as _
from alongside.display import View
from alongside.refusal import BadInput, worded
from alongside.web import GoTo
from alongside.web.forms import Answer, Fields, LongText, OneOf

if TYPE_CHECKING:
    from alongside.decisions.actions.asking_candidates import Asked
    from alongside.decisions.actions.looking import Seen
    from alongside.decisions.pages.facts import Choice
    from alongside.web import Visit

ALL = "all"
"""The answer to whom a question is for, where it is for all who stand."""


class Ask(Fields):
    """A question, and to whom."""

    do = "ask"
    to = OneOf(_("Whom do you ask?"), missing=_("Choose whom you ask."))
    words = LongText(_("Your question"), longest=MOST_WORDS, rows=2, missing=_("Write your question."))


class Reply(Fields):
    """An answer by somebody who stands."""

    do = "answer"
    words = LongText(
        _("Your answer"),
        longest=MOST_WORDS,
        hint=_("At most {most} words, the same for all. You answer once."),
        missing=_("Write your answer."),
    )


def page(visit: Visit) -> View:
    """Show what was asked, and what each who was asked has said."""
    return _view(visit)


def send(visit: Visit) -> GoTo | View:
    """Ask, answer, or say that one would rather not."""
    what, _colon, which = visit.form.get("do", "").partition(":")
    if what not in _ACTS:
        raise BadInput(worded("decisions", "This page cannot “{act}”. Open it again and choose there.", act=what))
    done = _ACTS[what](visit, which)
    return _view(visit, done) if isinstance(done, Fields) else GoTo(_path(visit, "/questions"), done)


def _view(visit: Visit, wrong: Fields | None = None) -> View:
    seen = looking.look(visit.unit, visit.path["proposal"])
    asked = seen.proposal
    facts = asked_facts(seen, visit.edition)
    people = for_voter(asked, [one for one in facts["choices"] if one.person], visit.actor.id)
    every = asking_candidates.questions(visit.unit, asked.id)
    mine = asking_candidates.waiting_for(standing.own(visit.unit, asked.id), every) if _open(seen) else []
    forms = {form.act: form for form in _forms(visit, seen, people, mine)}
    facts |= {
        "questions": [(one, _side_by_side(visit, one, people)) for one in every],
        "mine": {one.question.id for one in mine},
        "forms": forms | ({wrong.act: wrong} if wrong else {}),
        "here": _path(visit, "/questions"),
        "decision": _path(visit),
    }
    return View("asking_candidates.html", "Questions to those who stand", facts)


def _side_by_side(visit: Visit, one: Asked, people: list[Choice]) -> list[tuple[Choice, list[str] | None]]:
    """Each who was asked, with her answer in rows: none where she would rather not; None before she has."""
    asked = [who for who in people if one.question.is_to(who.key)]
    return [
        (who, rows(one.answers[who.key].words, visit.edition) if who.key in one.answers else None) for who in asked
    ]


def _open(seen: Seen) -> bool:
    return seen.before_the_vote or seen.votes_taken


def _forms(visit: Visit, seen: Seen, people: list[Choice], mine: list[Asked]) -> Iterator[Fields]:
    if people and _open(seen) and visit.unit.may("decisions.propose"):
        yield _ask_form(visit, people)
    for one in mine:
        yield _reply_form(visit, seen, one.question.id)


def _ask_form(visit: Visit, people: list[Choice]) -> Ask:
    form = Ask(visit, {"to": ALL})
    each = [Answer(one.key, one.words, face=one.words, photo=one.photo) for one in people if not one.withdrawn]
    form.to.offer([Answer(ALL, _("All who stand"), "people"), *each])
    return form


def _reply_form(visit: Visit, seen: Seen, which: str) -> Reply:
    return Reply(visit, which=which, facts={"most": seen.proposal.statement_words})


def _ask(visit: Visit, _which: str) -> _ | Fields:
    seen = looking.look(visit.unit, visit.path["proposal"])
    people = [one for one in asked_facts(seen, visit.edition)["choices"] if one.person]
    form = _ask_form(visit, people)
    if not form.valid():
        return form
    to = form.to.value
    asking_candidates.ask(visit.unit, seen.proposal.id, form.words.value, None if to == ALL else to)
    return _("They are told that you ask. We tell you when there is an answer.")


def _answer(visit: Visit, which: str) -> _ | Fields:
    seen = looking.look(visit.unit, visit.path["proposal"])
    form = _reply_form(visit, seen, which)
    if form.valid():
        try:
            check_length(form.words.value, seen.proposal.statement_words)
        except BadInput as refused:
            form.refuse(form.words, refused)
    if form.errors:
        return form
    asking_candidates.answer(visit.unit, which, form.words.value)
    return _("Everybody can read your answer now.")


def _rather_not(visit: Visit, which: str) -> _:
    asking_candidates.rather_not(visit.unit, which)
    return _("It says that you would rather not answer.")


_ACTS: Mapping[str, Callable[[Visit, str], _ | Fields]] = {
    "ask": _ask,
    "answer": _answer,
    "rather_not": _rather_not,
}


def _path(visit: Visit, page: str = "") -> str:
    return visit.link(f"/decisions/{visit.path['proposal']}{page}")
