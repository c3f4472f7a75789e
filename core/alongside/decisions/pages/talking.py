"""The talk about a proposal: questions and answers, that it is not clear, and asking to talk with somebody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from alongside.decisions.actions import looking, talking, waiting
from alongside.decisions.pages.facts import asked_facts
from alongside.decisions.roll import Waiting
from alongside.display import Said as _
from alongside.display import View
from alongside.refusal import BadInput
from alongside.web import GoTo

if TYPE_CHECKING:
    from alongside.web import Visit


def talk(visit: Visit) -> View:
    """Show what was asked and answered, and the forms to add to it."""
    seen = looking.look(visit.unit, visit.path["proposal"])
    facts = asked_facts(seen, visit.edition) | {
        "about": looking.background(visit.unit, seen.proposal.id),
        "may_ask": may_ask(visit, seen),
        "may_answer": may_answer(visit, seen),
        "may_wait": seen.may_vote and not (seen.own and seen.own.voted),
        "sent": visit.form,
        "here": _path(visit, "/talk"),
        "decision": _path(visit),
    }
    return View("talk.html", "Questions and answers", facts)


def may_ask(visit: Visit, seen: looking.Seen) -> bool:
    """True if whoever looks can ask about it now."""
    return visit.unit.may("decisions.propose") and (seen.before_the_vote or seen.votes_taken)


def may_answer(visit: Visit, seen: looking.Seen) -> bool:
    """True if whoever looks can answer what was asked."""
    return (visit.unit.may("decisions.propose") or seen.counts) and not seen.outcome


def send(visit: Visit) -> GoTo:
    """Add what was written to the talk, or note that she wants to talk with somebody."""
    act = visit.form.get("act", "")
    if act not in _ACTS:
        raise BadInput(f"this page cannot “{act}”", remedy="Open the page again and choose there.")
    return GoTo(_path(visit, "/talk"), _ACTS[act](visit, visit.path["proposal"]))


def _ask(visit: Visit, proposal: str) -> _:
    talking.ask(visit.unit, proposal, visit.form.get("words", ""))
    return _("Your question stands on the page. We tell you when there is an answer.")


def _not_clear(visit: Visit, proposal: str) -> _:
    talking.not_clear(visit.unit, proposal, visit.form.get("words", ""))
    return _("Thank you. The vote does not open before there is an answer.")


def _answer(visit: Visit, _proposal: str) -> _:
    talking.answer(visit.unit, visit.form.get("to", ""), visit.form.get("words", ""))
    return _("Your answer stands on the page.")


def _talk_with_me(visit: Visit, proposal: str) -> _:
    waiting.wait(visit.unit, proposal, Waiting.TALK)
    return _("Somebody will talk with you. You have not voted yet.")


def _path(visit: Visit, page: str = "") -> str:
    return visit.link(f"/decisions/{visit.path['proposal']}{page}")


_ACTS: Mapping[str, Callable[[Visit, str], _]] = {
    "ask": _ask,
    "not_clear": _not_clear,
    "answer": _answer,
    "talk_with_me": _talk_with_me,
}
