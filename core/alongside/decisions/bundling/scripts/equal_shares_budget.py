"""Equal Shares for a budget: everybody has the same share of the money, and pays for what she ticked.

Bought is the project with the lowest rate: what a supporter pays for one unit of satisfaction. They pay equally;
whoever has less left gives all. Of equal rates most votes come first, then a lot. Shares rise by 1 until more
is bought than there is money for (what was bought before is kept) or all that is ticked; the rest goes greedily.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from alongside.decisions.bundling.scripts.budgets import cost, every_order, first, greedy, plain, told, votes
from alongside.decisions.bundling.scripts.vote import Vote


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Every set of projects that may get the money, and the figures."""
    if asked["of"] == "decision":  # no project gets money that nobody ticked
        vote = vote._replace(standing=[one for one, many in votes(vote).items() if many])
    ends = every_order(vote, asked["lot"], lambda order: spent(vote, asked["satisfaction"], order))
    possible = {bought | filled for _, bought, filled in ends}
    figures = {"satisfaction": asked["satisfaction"], **told(vote, possible)}
    for share, bought, filled in ends if len(ends) == 1 else ():
        figures |= {"bought": vote.called(sorted(bought)), "topped_up": vote.called(sorted(filled))}
        figures["share"] = plain(vote, share)
    return possible, figures


def spent(vote: Vote, satisfaction: str, order: frozenset[Any]) -> tuple[Fraction, frozenset[int], frozenset[int]]:
    """Everybody's share at last, what shares paid for, and what the rest paid for."""
    people, wanted = sum(vote.ballots.values()), {one for one, many in votes(vote).items() if many}
    share = vote.money[-1] / max(people, 1)
    kept = now = bought(vote, satisfaction, share, order)
    while now != wanted and cost(vote, now) <= vote.money[-1]:
        share += 1
        kept, now = now, bought(vote, satisfaction, share, order)
    share, now = (share - 1, kept) if cost(vote, now) > vote.money[-1] else (share, now)
    return share if people else Fraction(0), now, greedy(vote, votes(vote), now, order) - now


def bought(vote: Vote, satisfaction: str, share: Fraction, order: frozenset[Any]) -> frozenset[int]:
    """What is bought with a share for each. Purses empty, so rates only rise: few are worked out again."""
    groups = {tuple(one for (one,) in said): many for said, many in vote.ballots.items()}
    purses, ticked = dict.fromkeys(groups, share), votes(vote)
    found = {one for one in vote.standing if ticked[one] and not cost(vote, [one])}
    worth = {one: cost(vote, [one]) if satisfaction == "cost" else Fraction(1) for one in vote.standing}
    rates = {one: Fraction(0) for one in vote.standing if ticked[one] and one not in found}
    while rates:
        offers, lowest = dict[int, Fraction](), min(rates.values())
        while stale := [one for one in rates if rates[one] == lowest and one not in offers]:
            for one in stale:
                rest, people, _ = cost(vote, [one]), ticked[one], rates.pop(one)
                for left, many in sorted((purses[of], many) for of, many in groups.items() if one in of):
                    if rest <= left * people:
                        offers[one], rates[one] = rest / people, rest / people / worth[one]
                        break
                    rest, people = rest - left * many, people - many
            lowest = min(rates.values(), default=lowest)
        most = max((ticked[one] for one in rates if rates[one] == lowest), default=0)
        tied = [one for one in rates if rates[one] == lowest and ticked[one] == most]
        wish = {of: [lowest * worth[one] for one in tied if one in of] for of in purses}
        poor = [of for of in purses if len(wish[of]) > 1 and purses[of] < sum(wish[of])]
        at, goes = 0, next((one for one in tied if not any(one in of for of in poor)), min(tied, default=0))
        while at != goes:  # purses that cannot pay for all put some in each other's way, and those in others'
            at, goes = goes, first({goes, *(one for of in poor if goes in of for one in tied if one in of)}, order)
        for one in [goes] if goes else []:
            purses |= {of: max(purses[of] - offers[one], Fraction(0)) for of in purses if one in of}
            found.add(one)
            del rates[one]
    return frozenset(found)
