"""Ballots on paper: the same choices, faces and pictures as on the screen, with room for a mark."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from alongside.decisions.actions import looking
from alongside.decisions.actions.standing import candidacies
from alongside.decisions.ballot import BallotKind, drawn_order
from alongside.decisions.level import Level
from alongside.decisions.life import NotNow, ProposalState
from alongside.decisions.pages.facts import asked_facts
from alongside.decisions.pages.vote_paper import VotePaper, handed_out, laid_out
from alongside.decisions.paper_ballot import letters_of, orders
from alongside.display import Edition
from alongside.refusal import worded

if TYPE_CHECKING:
    from alongside.store import Unit
    from alongside.web import Thinking, Visit


def ballot(visit: Visit) -> Thinking:
    """Make the ballots of a vote in the edition of the address."""
    visit.unit.need("decisions.count")
    return handed_out(visit, "paper ballot", compose)


def compose(unit: Unit, proposal: str, edition: Edition) -> VotePaper:
    """Put one ballot for each order together: as many as there are choices, where people stand or are ranked.

    Raises:
        NotNow: where the vote is not open, or is an open vote, which has no papers.
    """
    seen = looking.look(unit, proposal)
    asked = seen.proposal
    asked.must_be(ProposalState.OPEN)
    if asked.level is Level.OPEN:
        raise NotNow(worded("decisions", "An open vote has no paper ballots: a paper has no name."))
    facts = asked_facts(seen, edition, candidacies(unit, asked.id))
    facts |= {"sheets": _sheets(facts, drawn_order(asked.keys, secrets.token_hex(8))), **_kind(asked.how.ballot)}
    return laid_out(unit, seen, edition, "ballot_paper.html", facts, called="ballot", names=False)


def _sheets(facts: Mapping[str, Any], drawn: tuple[str, ...]) -> list[list[Any]]:
    asked = facts["seen"].proposal
    letter, shown = letters_of(asked), {one.key: one for one in facts["choices"]}
    return [[(letter[key], shown[key]) for key in order] for order in orders(asked, drawn)]


def _kind(kind: BallotKind) -> Mapping[str, Any]:
    return {"kind": kind.value}
