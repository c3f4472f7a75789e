"""Approval: those with the most ticks have the places."""

from __future__ import annotations

from collections import Counter
from typing import Any

from alongside.decisions.bundling.scripts.cutting import cut
from alongside.decisions.bundling.scripts.vote import Vote


def alike(vote: Vote) -> Counter[frozenset[int]]:
    """Who is ticked on how many ballots; any rank on a ballot is a tick."""
    ballots: Counter[frozenset[int]] = Counter()
    for said, many in vote.ballots.items():
        ballots[frozenset().union(*said)] += many
    del ballots[frozenset()]
    return ballots


def ticks(vote: Vote) -> dict[int, int]:
    """How many ticked each."""
    found = Counter(dict.fromkeys(vote.standing, 0))
    for ticked, many in alike(vote).items():
        found.update(dict.fromkeys(ticked, many))
    return dict(found)


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Every possible set of winners, and the ticks."""
    found = ticks(vote)
    # In a decision nobody is chosen whom nobody ticked, even if a place stays empty.
    standing = {one: many for one, many in found.items() if many or asked["of"] != "decision"}
    return cut(vote, standing, asked["seats"], asked["lot"]), {"approvals": vote.by_name(found)}
