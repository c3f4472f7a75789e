"""The page of one proposal: to read before its vote, and to see decided and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.decisions.actions import looking
from alongside.decisions.ballot import BallotKind
from alongside.decisions.following import Happened
from alongside.decisions.life import VOTED_ON, ProposalState
from alongside.decisions.pages.facts import asked_facts, for_voter, said
from alongside.decisions.pages.reading import sheet
from alongside.decisions.pages.talking import may_answer, may_ask
from alongside.decisions.saying import happened
from alongside.display import Said as _
from alongside.display import View
from alongside.instants import local
from alongside.web import GoTo

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.web import Visit


def proposal(visit: Visit) -> View:
    """Show one proposal with what can be done about it now, by the one who looks."""
    seen = looking.look(visit.unit, visit.path["proposal"])
    about = looking.background(visit.unit, seen.proposal.id)
    facts = asked_facts(seen, visit.edition, about.standing)
    paper = for_voter(seen.proposal, facts["choices"], visit.actor.id)
    facts |= {"about": about, "paper": paper, "sent": visit.form, "here": _path(visit)}
    facts |= {"sheet": sheet(seen, facts["why"], paper, visit.query.get("part", ""))}
    facts |= _may(visit, seen) | _leading(visit, seen, about.zone)
    facts["reviews"] = [(one, said(happened(one.happened))) for one in about.reviews]
    return View("proposal.html", _("{title}", title=facts["title"]), facts)


def votes(visit: Visit) -> View | GoTo:
    """Show the figures of an outcome, and how places were filled, where the group is large enough for them."""
    seen = looking.look(visit.unit, visit.path["proposal"])
    if seen.outcome is None:
        return GoTo(_path(visit))
    facts = asked_facts(seen, visit.edition) | {"here": _path(visit)}
    return View("votes.html", "The votes", facts)


def _may(visit: Visit, seen: Seen) -> dict[str, Any]:
    """What whoever looks may do about it."""
    asked, me = seen.proposal, visit.actor.id
    member = visit.unit.may("decisions.propose")
    return {
        "stands": any(option.person == me for option in asked.options),
        "may_stand": asked.how.ballot is not BallotKind.ONE and seen.before_the_vote and member,
        "may_ask": may_ask(visit, seen),
        "may_answer": may_answer(visit, seen),
        "may_state": seen.leads and asked.state in VOTED_ON,
        "may_look_back": seen.leads
        and bool(seen.outcome and seen.outcome.chosen_ones)
        and asked.state is not ProposalState.KEPT,
    }


def _leading(visit: Visit, seen: Seen, zone: str) -> dict[str, Any]:
    """What those who lead it see besides."""
    asked = seen.proposal
    talk, unsure = looking.waiting(visit.unit, asked.id) if seen.leads else ([], 0)
    return {
        "opens_from": asked.opens_from(zone),
        "closing_day": f"{local(asked.closes, zone).date()}",
        "answers": [(one.value, said(happened(one))) for one in Happened],
        "want_to_talk": talk,
        "not_sure": unsure,
    }


def _path(visit: Visit) -> str:
    return visit.link(f"/decisions/{visit.path['proposal']}")
