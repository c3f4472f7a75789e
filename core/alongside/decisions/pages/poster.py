"""The poster of an outcome: one sheet for the wall, in the words and pictures of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.decisions.actions import looking
from alongside.decisions.pages.facts import asked_facts
from alongside.decisions.pages.vote_paper import VotePaper, handed_out, laid_out
from alongside.display import Edition
from alongside.refusal import NotFound, worded

if TYPE_CHECKING:
    from alongside.store import Unit
    from alongside.web import Thinking, Visit


def poster(visit: Visit) -> Thinking:
    """Make the poster in the edition of the address."""
    return handed_out(visit, "poster", compose)


def compose(unit: Unit, proposal: str, edition: Edition) -> VotePaper:
    """Put the poster of an outcome together.

    Raises:
        NotFound: where nothing was voted on yet.
    """
    seen = looking.look(unit, proposal)
    if seen.outcome is None:
        raise NotFound(
            "outcome of", seen.proposal.title, worded("decisions", "It is there once the vote is counted.")
        )
    facts = asked_facts(seen, edition)
    return laid_out(unit, seen, edition, "poster.html", facts, called="decision", names=True)
