"""The talk about a proposal: questions and answers, that it is not clear, and asking to talk with somebody."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from alongside.decisions.actions import looking, talking, waiting
from alongside.decisions.pages.facts import asked_facts
from alongside.decisions.remark import MOST_WORDS
from alongside.decisions.roll import Waiting
from alongside.display import Said as _
from alongside.display import View
from alongside.refusal import BadInput, worded
from alongside.web import GoTo
from alongside.web.forms import Fields, LongText

if TYPE_CHECKING:
    from alongside.web import Visit


class Ask(Fields):
    """A question about the proposal."""

    do = "ask"
    words = LongText(_("Your question"), longest=MOST_WORDS, missing=_("Write your question."))


class NotClear(Fields):
    """What is not clear about the proposal yet."""

    do = "not_clear"
    words = LongText(_("What is not clear?"), longest=MOST_WORDS, missing=_("Write what is not clear."))


class Reply(Fields):
    """An answer to one question."""

    do = "answer"
    words = LongText(_("Your answer"), longest=MOST_WORDS, missing=_("Write your answer."))


def talk(visit: Visit) -> View:
    """Show what was asked and answered, and the forms to add to it."""
    return _view(visit)


def may_ask(visit: Visit, seen: looking.Seen) -> bool:
    """True if whoever looks can ask about it now."""
    return visit.unit.may("decisions.propose") and (seen.before_the_vote or seen.votes_taken)


def may_answer(visit: Visit, seen: looking.Seen) -> bool:
    """True if whoever looks can answer what was asked."""
    return (visit.unit.may("decisions.propose") or seen.counts) and not seen.outcome


def send(visit: Visit) -> GoTo | View:
    """Add what was written to the talk, or note that she wants to talk with somebody."""
    what, _colon, which = visit.form.get("do", "").partition(":")
    if what not in _ACTS:
        raise BadInput(worded("decisions", "This page cannot “{act}”. Open it again and choose there.", act=what))
    done = _ACTS[what](visit, which)
    return _view(visit, done) if isinstance(done, Fields) else GoTo(_path(visit, "/talk"), done)


def _view(visit: Visit, wrong: Fields | None = None) -> View:
    """Show the page; a form that was sent and is ``wrong`` stands there in its place."""
    seen = looking.look(visit.unit, visit.path["proposal"])
    about = looking.background(visit.unit, seen.proposal.id)
    forms = {form.act: form for form in _forms(visit, seen, about)}
    facts = asked_facts(seen, visit.edition) | {
        "about": about,
        "forms": forms | ({wrong.act: wrong} if wrong else {}),
        # Whoever proposed it is no help to herself, and may be gone: then it is the tellers who are told.
        "talk_with": "" if seen.proposal.proposer in {None, visit.actor.id} else seen.proposer,
        "may_wait": seen.may_vote and not (seen.own and seen.own.voted),
        "here": _path(visit, "/talk"),
        "decision": _path(visit),
    }
    return View("talk.html", "Questions and answers", facts)


def _forms(visit: Visit, seen: looking.Seen, about: looking.Background) -> Iterator[Fields]:
    """The forms that this visitor may fill in."""
    if may_ask(visit, seen):
        yield Ask(visit)
        if seen.before_the_vote:
            yield NotClear(visit)
    if may_answer(visit, seen):
        yield from (Reply(visit, which=thread.asked.id) for thread in about.threads)


def _ask(visit: Visit, _which: str) -> _ | Fields:
    form = Ask(visit)
    if not form.valid():
        return form
    talking.ask(visit.unit, visit.path["proposal"], form.words.value)
    return _("Your question stands on the page. We tell you when there is an answer.")


def _not_clear(visit: Visit, _which: str) -> _ | Fields:
    form = NotClear(visit)
    if not form.valid():
        return form
    talking.not_clear(visit.unit, visit.path["proposal"], form.words.value)
    return _("Thank you. The vote does not open before there is an answer.")


def _answer(visit: Visit, which: str) -> _ | Fields:
    form = Reply(visit, which=which)
    if not form.valid():
        return form
    talking.answer(visit.unit, which, form.words.value)
    return _("Your answer stands on the page.")


def _talk_with_me(visit: Visit, _which: str) -> _:
    waiting.wait(visit.unit, visit.path["proposal"], Waiting.TALK)
    return _("Somebody will talk with you. You have not voted yet.")


def _path(visit: Visit, page: str = "") -> str:
    return visit.link(f"/decisions/{visit.path['proposal']}{page}")


_ACTS: Mapping[str, Callable[[Visit, str], _ | Fields]] = {
    "ask": _ask,
    "not_clear": _not_clear,
    "answer": _answer,
    "talk_with_me": _talk_with_me,
}
