"""Meek: the Reference Meek Rule of the Proportional Representation Foundation, nine decimals, until 0.000001.

A ballot gives its first candidate her keep factor of itself (rounded up), the next hers of what remains, and on.
The quota is all votes over seats + 1, cut, plus 0.000000001; whoever has it is elected, and keeps of each ballot
factor * quota / votes, rounded up at each step, until the surplus is below 0.000001 or falls no more. Then the one
with fewest goes: of those who have at most the fewest and that surplus, by the first stage, then by lot.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from alongside.decisions.bundling.scripts.stages import certain, settled
from alongside.decisions.bundling.scripts.vote import Vote

ONE = 10**9  # one vote, in thousand-millionths: all is counted in whole numbers


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Every possible set of winners, and the figures of each stage."""
    possible, sheets = settled(vote, asked, lambda pick, sheets: stages(vote, asked["seats"], pick, sheets))
    return possible, {"valid_votes": certain(vote).total(), "stages": sheets}


def shared_out(vote: Vote, keep: dict[int, int]) -> dict[int, int]:
    """What everybody has of all ballots."""
    votes = dict.fromkeys(keep, 0)
    for order, many in certain(vote).items():
        rest = ONE
        for one in order:
            share = -(-rest * keep[one] // ONE)
            votes[one] += share * many
            rest -= share
    return votes


def stages(vote: Vote, seats: int, pick: Callable[..., int], sheets: list[Any]) -> list[int]:
    """One stage after the other."""
    hopeful, keep = set(vote.standing), dict.fromkeys(vote.standing, ONE)
    chosen, earlier, surplus = list[int](), list[dict[int, int]](), 0
    while len(chosen) < seats and hopeful:
        last, before = len(hopeful) <= seats - len(chosen), -1
        while True:
            votes = shared_out(vote, keep)
            quota = sum(votes.values()) // (seats + 1) + 1
            reached = (one for one in hopeful if votes[one] >= quota or last)
            new = sorted(reached, key=lambda one: (-votes[one], one))
            surplus = max(0, sum(votes[one] - quota for one in (*chosen, *new)))
            if new or surplus < 1000 or surplus >= before >= 0:
                break
            before = surplus
            for one in chosen:
                keep[one] = -(-keep[one] * quota // ONE * ONE // votes[one])
        hopeful.difference_update(new)
        chosen += new
        sheet = {"stage": len(sheets) + 1, "elected": vote.called(new), "excluded": list[str]()}
        sheet |= {"quota": text(quota), "exhausted": text(certain(vote).total() * ONE - sum(votes.values()))}
        sheet |= {"votes": vote.by_name(votes, text), "keep_factors": vote.by_name(keep, text)}
        sheets.append(sheet)
        if not new:
            tied = {one for one in hopeful if votes[one] <= min(votes[two] for two in hopeful) + surplus}
            for row in earlier:
                tied = {one for one in tied if row[one] == min(row[other] for other in tied)}
            goes = min(tied)
            free = len(tied) <= len(hopeful) + len(chosen) - seats and surplus < 1000  # no share hangs on them
            if len(tied) > 1 and not (free and not any(votes[one] for one in tied)):
                back = {one: [row[one] for row in earlier] for one in hopeful}
                past = tuple(sum(back[other] < back[one] for other in hopeful) for one in sorted(hopeful))
                goes = pick(tied, (frozenset(chosen), tuple(keep.values()), past), True)
            sheet["excluded"] = vote.called([goes])
            hopeful.remove(goes)
            keep[goes] = 0
        earlier.append(votes)
    return chosen


def text(votes: int) -> str:
    """Votes with nine decimals."""
    return f"{votes // ONE}.{votes % ONE:09d}"
