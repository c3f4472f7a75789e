"""The page of one proposal: to read, ask about, vote on, and see decided and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.decisions.actions import looking
from alongside.decisions.ballot import BallotKind
from alongside.decisions.following import Happened
from alongside.decisions.life import VOTED_ON, ProposalState
from alongside.decisions.pages.ballots import MOST_PLACES, ordinal
from alongside.decisions.pages.facts import asked_facts, for_voter, said
from alongside.decisions.saying import happened
from alongside.display import Said as _
from alongside.display import View
from alongside.instants import local

if TYPE_CHECKING:
    from alongside.web import Visit


def proposal(visit: Visit) -> View:
    """Show one proposal with what can be done about it now, by the one who looks."""
    seen = looking.look(visit.unit, visit.path["proposal"])
    about = looking.background(visit.unit, seen.proposal.id)
    asked, me = seen.proposal, visit.actor.id
    facts = asked_facts(seen, visit.edition, about.standing)
    paper = for_voter(asked, facts["choices"], me)
    facts |= {
        "about": about,
        "paper": paper,
        "places": [(str(place), ordinal(place)) for place in range(1, min(len(paper), MOST_PLACES) + 1)],
        "opens_from": asked.opens_from(about.zone),
        "stands": any(option.person == me for option in asked.options),
        "may_stand": asked.how.ballot is not BallotKind.ONE and seen.before_the_vote and _member(visit),
        "may_ask": _member(visit) and (seen.before_the_vote or seen.votes_taken),
        "may_answer": _member(visit) or seen.counts,
        "may_state": seen.leads and asked.state in VOTED_ON,
        "may_look_back": seen.leads and bool(facts.get("chosen")) and asked.state is not ProposalState.KEPT,
        "reviews": [(one, said(happened(one.happened))) for one in about.reviews],
        "answers": [(one.value, said(happened(one))) for one in Happened],
        "closing_day": f"{local(asked.closes, about.zone).date()}",
        "sent": visit.form,
        "here": visit.link(f"/decisions/{asked.id}"),
    }
    return View("proposal.html", _("{title}", title=facts["title"]), facts)


def _member(visit: Visit) -> bool:
    return visit.unit.may("decisions.propose")
