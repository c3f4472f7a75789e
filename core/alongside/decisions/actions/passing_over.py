"""Passing over: somebody who stood has gone while votes are taken, and the count goes on to the next name."""

from __future__ import annotations

import attrs

from alongside.decisions.actions import letters
from alongside.decisions.actions.concerned import concerned, on_the_roll
from alongside.decisions.ballot import BallotKind
from alongside.decisions.proposal import Proposal
from alongside.decisions.tables import PROPOSALS
from alongside.refusal import BadInput, worded
from alongside.store import Unit


def pass_over(unit: Unit, found: Proposal, key: str, who: str | None) -> Proposal:
    """Let the count pass over somebody on the ballot, and tell whom the vote concerns; she stays in her place."""
    options = (attrs.evolve(one, withdrawn=one.withdrawn or one.key == key) for one in found.options)
    left = unit.change(PROPOSALS, found, options=tuple(options))
    voters = on_the_roll(unit, left)
    for person in concerned(unit, left):
        if person in voters or person != who:  # she may be erased just now
            letters.somebody_withdrew(unit, left, person, key, votes=person in voters)
    return left


def must_pass_on(found: Proposal) -> None:
    """Refuse where votes could not go on to another name."""
    if found.how.ballot is not BallotKind.RANKS:
        raise BadInput(
            worded(
                "decisions",
                "Votes in “{title}” are ticks, which cannot go on to another name. Tell a teller.",
                title=found.title,
            )
        )
    if len(found.options) - len(found.withdrawn) < 2:
        raise BadInput(
            worded(
                "decisions",
                "Nobody else stands in “{title}”. Ask a teller to withdraw the whole vote.",
                title=found.title,
            )
        )
