"""STAR: the two highest totals go into a runoff, and there wins whom more ballots score higher.

Equal totals: whoever is scored higher than the others of the tie on more ballots goes before, then whoever has the
highest possible score on more ballots, then a lot. Equal in the runoff: the higher total, the same, then a lot.
"""

from __future__ import annotations

from itertools import combinations
from typing import Any

from alongside.decisions.bundling.scripts.lots import in_order
from alongside.decisions.bundling.scripts.score import given, totals
from alongside.decisions.bundling.scripts.vote import Vote


def higher(vote: Vote, one: int, other: int) -> int:
    """On how many ballots one is scored higher than the other."""
    return sum(many for scores, many in given(vote) if scores[one - 1] > scores[other - 1])


def parts(vote: Vote, most: int, level: list[int]) -> tuple[dict[int, int], ...]:
    """What parts a tie: ballots on which each beats the others of it, then ballots with the highest score."""
    beats = {one: sum(higher(vote, one, other) for other in level if other != one) for one in level}
    tops = {one: sum(many for scores, many in given(vote) if scores[one - 1] == most) for one in level}
    return beats, tops


def first_two(sure: tuple[int, ...], figures: dict[int, int]) -> tuple[tuple[int, ...], list[int]]:
    """Fill two places from the highest figure down; beside them those who stand equal for what is left."""
    for figure in sorted(set(figures.values()), reverse=True):
        level = [one for one in figures if figures[one] == figure]
        if len(sure) < 2 < len(sure) + len(level):
            return sure, level
        sure += tuple(level) if len(sure) < 2 else ()
    return sure, []


def winners(vote: Vote, asked: dict[str, Any], pair: list[int]) -> list[int]:
    """Who wins a runoff; both where only a lot parts them."""
    if len(pair) < 2:
        return pair
    beats, tops = parts(vote, asked["max_score"], pair)
    for figures in (beats, totals(vote), tops):
        if figures[pair[0]] != figures[pair[1]]:
            return [max(pair, key=lambda one: figures[one])]
    return in_order(asked["lot"], pair, vote)[:1] if asked["lot"] else pair


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Every possible winner, the totals, and the runoff where there is but one."""
    sure, level = first_two((), totals(vote))
    for place in (0, 1):
        if level:
            sure, level = first_two(sure, parts(vote, asked["max_score"], level)[place])
    if asked["lot"]:
        sure, level = (*sure, *in_order(asked["lot"], level, vote)[: 2 - len(sure)]), []
    pairs = [sorted({*sure, *more}) for more in combinations(level, 2 - len(sure))] if level else [sorted(sure)]
    votes: dict[str, int] = {}
    if len(pairs) == 1 and len(pairs[0]) == 2:
        one, other = pairs[0]
        votes = vote.by_name({one: higher(vote, one, other), other: higher(vote, other, one)})
        votes["No Preference"] = sum(vote.ballots.values()) - sum(votes.values())
    possible = {frozenset([one]) for pair in pairs for one in winners(vote, asked, pair)}
    return possible, {"scores": vote.by_name(totals(vote)), "max_score": asked["max_score"], "runoff": votes}
