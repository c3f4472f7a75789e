"""Majorities: more than half of the votes For and Against; or two thirds, or three quarters of them, or more.

An abstention is no part of the share, and neither is a blank ballot. A tie is lost.
"""

from __future__ import annotations

from typing import Any

from alongside.decisions.bundling.scripts.stages import certain
from alongside.decisions.bundling.scripts.vote import Vote


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Who or what is chosen, and the figures."""
    first = dict.fromkeys(range(1, len(vote.names) + 1), 0)
    for order, many in certain(vote).items():
        first[order[0]] += many
    return held(vote, asked, first) if asked["of"] == "decision" else carried(vote, asked, first)


def needed(rule: str, cast: int) -> int:
    """The fewest votes that are enough, of those cast; one at least."""
    if rule == "majority":
        return cast // 2 + 1
    part, whole = {"two-thirds": (2, 3), "three-quarters": (3, 4)}[rule]
    return max(-(-part * cast // whole), 1)


def carried(
    vote: Vote, asked: dict[str, Any], first: dict[int, int]
) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """A proposal that is carried or not."""
    given = {name.casefold(): first[one] for one, name in enumerate(vote.names, 1)}
    words = ("yes", "no", "abstain") if asked["ballots"].endswith(".csv") else ("For", "Against", "Abstain")
    votes = {word: given.get(word.casefold(), 0) for word in words}
    enough = needed(asked["rule"], votes[words[0]] + votes[words[1]])
    is_carried = votes[words[0]] >= enough
    chosen = words[0 if is_carried else 1].casefold()
    valid = sum(votes.values())
    figures = {"votes": votes, "valid_votes": valid, "needed": enough, "carried": is_carried}
    figures["blank"] = sum(vote.ballots.values()) - valid
    return {frozenset(one for one in vote.standing if vote.names[one - 1].casefold() == chosen)}, figures


def held(vote: Vote, asked: dict[str, Any], first: dict[int, int]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """One of several answers; whoever ticked none takes part, and is no part of the share."""
    enough, most = needed(asked["rule"], sum(first.values())), max(first.values())
    level = [one for one in first if first[one] == most]
    figures = {"votes": vote.by_name(first), "needed": enough}
    if most >= enough:
        # Beside the share of the votes there may be one of all who may vote.
        return {frozenset(level if most >= asked.get("yes_needed", 0) else [])}, figures
    return {frozenset([one]) for one in level} if len(level) > 1 and most else {frozenset()}, figures
