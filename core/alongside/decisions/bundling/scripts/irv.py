"""IRV, the instant run-off: a ballot counts for the highest of its choices who is still in.

Whoever has more than half of the ballots that still count wins; else the one with fewest goes. A tie for the
fewest goes by the latest earlier round that parts it, else by lot. A rank that two who are in share ends a ballot.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from alongside.decisions.bundling.scripts.stages import parted, settled
from alongside.decisions.bundling.scripts.vote import Vote


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Every possible winner, and the figures of each round."""
    possible, sheets = settled(vote, asked, lambda pick, sheets: rounds(vote, pick, sheets))
    overvotes = sheets[-1].pop("overvotes")
    for sheet in sheets:
        sheet.pop("overvotes", 0)
    return possible, {"rounds": sheets, "overvotes": overvotes}


def rounds(vote: Vote, pick: Callable[..., int], sheets: list[Any]) -> list[int]:
    """One round after the other."""
    left, ended = set(vote.standing), set[tuple[frozenset[int], ...]]()
    earlier: list[dict[int, int]] = []
    while True:
        votes, exhausted = dict.fromkeys(sorted(left), 0), 0
        for said, many in vote.ballots.items():
            reached = next((still for place in said if (still := left & place)), frozenset[int]())
            if len(reached) == 1 and said not in ended:
                votes[min(reached)] += many
            elif any(said):
                exhausted += many
                ended.update([said] if reached else [])
        sheet = {"votes": vote.by_name(votes), "exhausted": exhausted, "eliminated_after": list[str]()}
        sheets.append({**sheet, "overvotes": sum(vote.ballots[said] for said in ended)})
        most = max(left, key=lambda one: votes[one])
        if 2 * votes[most] > sum(votes.values()) or len(left) == 1:
            return [most]
        tied = parted(left, [votes, *reversed(earlier)], min)
        goes = min(tied)
        # Those without a vote go one by one, in whatever order: no ballot moves.
        if len(tied) > 1 and (votes[goes] or tied == left):
            # All of the past that can still part a tie: the order in which looking back puts them.
            back = {one: [row[one] for row in reversed(earlier)] for one in left}
            past = tuple(sum(back[other] < back[one] for other in left) for one in sorted(left))
            goes = pick(tied, (frozenset(left), frozenset(ended), past), True)
        sheets[-1]["eliminated_after"] = vote.called([goes])
        left.remove(goes)
        earlier.append(votes)
