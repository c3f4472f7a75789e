"""Recounting: handing out what it takes to count a decision again without us."""

from __future__ import annotations

from alongside.decisions.actions import looking
from alongside.decisions.bundling.bundle import Bundle
from alongside.decisions.bundling.of_decision import of_decision
from alongside.people import offers as people
from alongside.refusal import NotFound, worded
from alongside.store import Unit


def bundle(unit: Unit, id: str) -> Bundle:  # noqa: A002 - what the column is called
    """Return the bundle of a decision: with its ballots where they are kept, else with totals alone.

    Raises:
        NotFound: where it is not counted, or so few voted that the outcome alone is told.
    """
    seen = looking.look(unit, id)
    if seen.outcome is None:
        not_yet = worded("decisions", "It is there once the vote is counted.")
        raise NotFound("bundle of", seen.proposal.title, not_yet)
    stood = {option.person for option in seen.proposal.options if option.person}
    forgotten = len(people.by_ids(unit, stood)) < len(stood)
    return of_decision(seen.proposal, seen.outcome, forgotten=forgotten)
