"""Equal Shares for a committee: a place costs 1, and everybody has places / ballots to pay with.

Whoever costs each supporter least has the next place; supporters pay equally, whoever has less left gives all.
When no supporters have 1 left together, Phragmén's sequential rule fills the rest: to be elected is a load of 1
that supporters share; next is whoever keeps the highest load lowest. Money left is a load below zero.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from alongside.decisions.bundling.scripts.approval import alike, ticks
from alongside.decisions.bundling.scripts.committee import best, committees
from alongside.decisions.bundling.scripts.vote import Vote


def price(vote: Vote, purse: dict[frozenset[int], Fraction], one: int) -> Fraction | None:
    """What a place costs each supporter at the most; nothing where they have less than 1 together."""
    supporters = sorted((purse[ticked], many) for ticked, many in alike(vote).items() if one in ticked)
    rest, people = Fraction(1), sum(many for _, many in supporters)
    for left, many in supporters:
        if rest <= left * people:
            return rest / people
        rest, people = rest - left * many, people - many
    return None


def load(vote: Vote, purse: dict[frozenset[int], Fraction], one: int) -> Fraction | None:
    """What each supporter carries once she is elected; nothing where there is no supporter."""
    supporters = [(purse[ticked], many) for ticked, many in alike(vote).items() if one in ticked]
    people = sum(many for _, many in supporters)
    return (1 - sum((left * many for left, many in supporters), Fraction(0))) / people if people else None


def filled(vote: Vote, seats: int, pick: Callable[..., int]) -> set[int]:
    """Fill one place after the other."""
    ballots, chosen, buying = sum(vote.ballots.values()), set[int](), True
    purse: dict[frozenset[int], Fraction] = dict.fromkeys(
        alike(vote), Fraction(seats, ballots) if ballots else Fraction(0)
    )
    while len(chosen) < min(seats, len(vote.standing)):
        waiting = [one for one in vote.standing if one not in chosen]
        prices = {one: (price if buying else load)(vote, purse, one) for one in waiting}
        offers = {one: asked for one, asked in prices.items() if asked is not None}
        if buying and not offers:
            buying = False
            continue
        tied = best(offers, min) if offers else waiting
        one = pick(tied, (frozenset(chosen), buying, tuple(purse.values()))) if len(tied) > 1 else tied[0]
        chosen.add(one)
        for ticked in purse if offers else ():
            if one in ticked:
                purse[ticked] = max(purse[ticked] - offers[one], Fraction(0)) if buying else -offers[one]
    return chosen


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Every possible committee, and the ticks."""
    possible = committees(vote, asked, lambda pick: filled(vote, asked["seats"], pick))
    return possible, {"approvals": vote.by_name(ticks(vote))}
