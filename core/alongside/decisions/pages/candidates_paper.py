"""Who stands, on paper: names, faces and words, each in the same room, in an order drawn for each printing."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from alongside.decisions.actions import looking
from alongside.decisions.actions.standing import candidacies
from alongside.decisions.pages.facts import asked_facts, for_voter
from alongside.decisions.pages.vote_paper import VotePaper, handed_out, laid_out
from alongside.display import Edition
from alongside.refusal import NotFound, worded

if TYPE_CHECKING:
    from alongside.store import Unit
    from alongside.web import Thinking, Visit

ROOMS = (40, 80, 120, 200, 300)
"""Words up to which there is room in a box: the smallest that takes what everybody may write."""


def candidates(visit: Visit) -> Thinking:
    """Make the paper in the edition of the address."""
    return handed_out(visit, "paper of who stands", compose)


def compose(unit: Unit, proposal: str, edition: Edition) -> VotePaper:
    """Put the paper together.

    Raises:
        NotFound: where nobody stands.
    """
    seen = looking.look(unit, proposal)
    facts = asked_facts(seen, edition, candidacies(unit, proposal))
    standing = [one for one in facts["choices"] if one.person]
    if not standing:
        raise NotFound("candidates of", seen.proposal.title, worded("decisions", "Nobody stands in it yet."))
    facts["candidates"] = for_voter(seen.proposal, standing, secrets.token_hex(8))
    facts["room"] = next(room for room in ROOMS if seen.proposal.statement_words <= room)
    return laid_out(unit, seen, edition, "candidates_paper.html", facts, called="who-stands", names=True)
