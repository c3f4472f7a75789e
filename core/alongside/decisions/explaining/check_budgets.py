"""The checker of the story of Equal Shares: every person has a purse of her own, and every step is taken.

Shares rise by one step after the other here, and a fraction stays one. That is slow, so where more steps than
``MOST_STEPS`` lie before the end, the outcome is worked out at the step that the story tells and at the next one.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from hashlib import sha256
from random import Random

from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.spending import Spending
from alongside.decisions.explaining.claim import Facts, Told, Value, fact

Paid = list[tuple[int, Fraction]]

MOST_STEPS = 300
"""Up to so many steps each is taken."""

ORDERS = 40
"""So many orders of the lot are tried before a count is called one that needs none."""


def of_shares(_rule: str, contest: Spending, asking: Asking, story: Sequence[Told]) -> Facts:
    """All figures that the story of this count has to tell."""
    voted = sum(pile.ballots for pile in contest.piles)
    facts: Facts = {fact("ballots"): voted, fact("budget"): Fraction(contest.budget, contest.parts)}
    if not voted:
        return facts
    facts[fact("share")] = Fraction(contest.budget, voted) / contest.parts
    told = _step_told(facts[fact("share")], story)
    ends = [_ended(contest, asking, order, told) for order in _orders(contest, asking)]
    if len({frozenset(funded) for _, _, funded in ends}) > 1:
        return facts | {fact("lot_needed"): True}
    if len({(step, frozenset(paid)) for step, paid, _ in ends}) > 1:
        facts[fact("turns")] = True
    # The first order is that of the paper, or of the lot.
    return facts | _all(contest, *ends[0])


def _step_told(first: Value, story: Sequence[Told]) -> int:
    """The step that a story says was kept; 0 where it says of none."""
    return max((int(one.claim.value - first) for one in story if one.claim.figure == "raised"), default=0)


def _orders(contest: Spending, asking: Asking) -> list[Sequence[int]]:
    every = list(range(1, len(contest.candidates) + 1))
    if asking.lot:
        return [sorted(every, key=lambda n: sha256(f"{asking.lot}/{contest.candidates[n - 1]}".encode()).digest())]
    chance = Random(1)  # noqa: S311 it elects nobody: other orders are looked for
    return [every, every[::-1], *(chance.sample(every, len(every)) for _ in range(ORDERS))]


def _ended(contest: Spending, asking: Asking, order: Sequence[int], told: int) -> tuple[int, Paid, set[int]]:
    """The last step before too much is spent, what was paid for at it, and everything that gets its money."""
    # The step is taken from the story alone; whether it is the last is looked at here, at the one after it.
    step = told if told > MOST_STEPS else 0
    kept = _run(contest, asking, order, step)
    wanted = {n for pile in contest.piles for n in pile.preferences}
    while {n for n, _ in kept} < wanted:
        after = _run(contest, asking, order, step + 1)
        if _cost(contest, {n for n, _ in after}) > contest.budget:
            break
        step, kept = step + 1, after
    funded = {n for n, _ in kept}
    votes = _votes(contest)
    for n in sorted(set(order) - funded, key=lambda n: (-votes[n], order.index(n))):
        if _cost(contest, funded | {n}) <= contest.budget:
            funded.add(n)
    return step, kept, funded


def _votes(contest: Spending) -> dict[int, int]:
    return {
        n: sum(pile.ballots for pile in contest.piles if n in pile.preferences)
        for n in range(1, len(contest.candidates) + 1)
    }


def _cost(contest: Spending, projects: set[int]) -> int:
    return sum(contest.costs[n - 1] for n in projects)


def _run(contest: Spending, asking: Asking, order: Sequence[int], step: int) -> Paid:
    """What is bought in turn at one step, and what each supporter paid at most."""
    voted = sum(pile.ballots for pile in contest.piles)
    purses = [Fraction(contest.budget, voted) + step * contest.parts for _ in contest.piles]
    votes, paid = _votes(contest), list[tuple[int, Fraction]]()
    paid.extend((n, Fraction(0)) for n in votes if votes[n] and not contest.costs[n - 1])
    while True:
        offers = []
        for n in votes.keys() - {bought for bought, _ in paid}:
            payment = _payment(contest, purses, n)
            if payment is not None:
                worth = contest.costs[n - 1] if asking.satisfaction == "cost" else 1
                offers.append((payment / worth, -votes[n], order.index(n), n, payment))
        if not offers:
            return paid
        *_, n, payment = min(offers)
        paid.append((n, payment))
        for i, pile in enumerate(contest.piles):
            if n in pile.preferences:
                purses[i] -= min(purses[i], payment)


def _payment(contest: Spending, purses: Sequence[Fraction], n: int) -> Fraction | None:
    """What each supporter pays so that it is enough together; who has less gives it all. Nothing if it is not."""
    supporters = sorted((purses[i], pile.ballots) for i, pile in enumerate(contest.piles) if n in pile.preferences)
    wanting, people = Fraction(contest.costs[n - 1]), sum(number for _, number in supporters)
    for money, number in supporters:
        if wanting / people <= money:
            return wanting / people
        wanting, people = wanting - money * number, people - number
    return None


def _all(contest: Spending, step: int, paid: Paid, funded: set[int]) -> Facts:
    names, votes, unit = contest.candidates, _votes(contest), contest.parts
    bought = {n for n, _ in paid}
    facts: Facts = {}
    if step:
        voted = sum(pile.ballots for pile in contest.piles)
        facts[fact("raised")] = Fraction(contest.budget, voted) / unit + step
    for n, payment in paid:
        of = names[n - 1]
        facts |= {fact("votes", of): votes[n], fact("cost", of): Fraction(contest.costs[n - 1], unit)}
        facts[fact("payment", of)] = payment / unit
    facts[fact("left")] = Fraction(contest.budget - _cost(contest, bought), unit)
    facts |= {fact("topped", names[n - 1]): True for n in funded - bought}
    facts |= {fact("funded", names[n - 1]): True for n in funded}
    return facts | {fact("spent"): Fraction(_cost(contest, funded), unit)}
