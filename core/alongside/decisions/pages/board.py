"""The board: what is open, what is talked about, what was decided, and what is to be looked at again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from alongside.decisions.actions import looking
from alongside.decisions.life import VOTED_ON, ProposalState
from alongside.decisions.pages.facts import asked_facts
from alongside.display import View

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.web import Visit

_GROUPS: dict[str, Callable[[Seen], bool]] = {
    "open": lambda seen: seen.votes_taken,
    "waiting": lambda seen: seen.waits_for_count,
    "talked_about": lambda seen: seen.proposal.state is ProposalState.TALKED_ABOUT,
    "drafts": lambda seen: seen.proposal.state is ProposalState.DRAFT,
    "due": lambda seen: seen.review_due,
    "decided": lambda seen: seen.proposal.state in VOTED_ON and not seen.review_due,
}
"""Where on the board a proposal stands. What was withdrawn stands nowhere; its own page tells."""


def board(visit: Visit) -> View:
    """Show every proposal in the group it belongs to, votes that are open first and large."""
    every = looking.board(visit.unit)
    groups: dict[str, Any] = {
        name: [asked_facts(seen, visit.edition) for seen in every if belongs(seen)]
        for name, belongs in _GROUPS.items()
    }
    facts = {**groups, "may_propose": visit.unit.may("decisions.propose"), "zone": visit.zone}
    return View("board.html", "Decisions", facts)
