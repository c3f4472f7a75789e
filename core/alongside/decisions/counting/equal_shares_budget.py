"""Equal Shares for a budget: everybody has the same share of the money, and pays for what she ticked.

Source of the rule: D. Peters, G. Pierczyński and P. Skowron, “Proportional Participatory Budgeting with Additive
Utilities” (2021).

1. Everybody who voted has an equal share of the budget, those who ticked nothing too.
2. A project can be bought if those who ticked it have enough left together. Its supporters pay equally much for
   it; who has less left gives all of it.
3. Bought is always the project with the lowest rate: the payment of a supporter for one unit of satisfaction. By
   ``cost`` a project is worth to her what it costs, by ``count`` each is worth the same. Of equal rates the one
   with the most votes comes first; of equal votes, too, a lot decides.
4. When nothing more can be bought, all begins again with every share raised by one unit of the currency, and
   again, until more is bought than the budget pays for, or all that anybody ticked. If it is too much, what was
   bought the time before is kept.
5. What is then left of the budget is spent greedily: most votes first, if it fits (see ``greedy_budget``).

A project that costs nothing is bought if anybody ticked it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from alongside.decisions.counting.ballots import Kind
from alongside.decisions.counting.budget_result import money, plain, result
from alongside.decisions.counting.climbing import reached
from alongside.decisions.counting.greedy_budget import completed
from alongside.decisions.counting.precedence import Supposed, thrown
from alongside.decisions.counting.rule import Asking, Result, Rule
from alongside.decisions.counting.spending import Spending
from alongside.refusal import BadInput

NAME = "equal-shares-budget"


@attrs.frozen(order=True)
class Outcome:
    """One way in which the count may end. ``share`` is what everybody had at last, in parts of the currency.

    ``bought`` are the projects that shares paid for, in turn; ``topped_up`` those that the rest paid for.
    """

    share: Fraction
    bought: tuple[int, ...]
    topped_up: tuple[int, ...]

    @property
    def winners(self) -> frozenset[int]:
        """All projects that get their money."""
        return frozenset((*self.bought, *self.topped_up))


def outcomes(spending: Spending, satisfaction: str = "cost", supposed: Supposed | None = None) -> list[Outcome]:
    """Every way in which the count may end; one alone where there is no tie that matters, or a lot was thrown.

    Raises:
        BadInput: where there are too many, or the ballots hold points.
    """
    if spending.points is not None:
        raise BadInput("the ballots hold points", where=spending.source, remedy="Equal Shares counts ticks.")
    supposed = supposed or Supposed()
    votes = spending.votes
    free = tuple(number for number in spending.standing if votes[number] and not spending.cost(number))
    if not spending.ballots:
        return sorted({_outcome(spending, 0, (), left) for left in completed(spending, frozenset(), supposed)})
    worth = {number: spending.cost(number) if satisfaction == "cost" else 1 for number in spending.standing}
    found = {
        _outcome(spending, end.step, (*free, *end.bought), filled)
        for end in reached(spending, worth, supposed)
        for filled in completed(spending, frozenset((*free, *end.bought)), end.supposed)
    }
    return sorted(found)


def _outcome(spending: Spending, step: int, bought: tuple[int, ...], filled: frozenset[int]) -> Outcome:
    share = (
        Fraction(spending.budget, spending.ballots) + step * spending.parts if spending.ballots else Fraction(0)
    )
    return Outcome(share, bought, tuple(sorted(filled.difference(bought))))


def count(spending: Spending, asking: Asking) -> Result:
    """Spend a budget by Equal Shares."""
    found = outcomes(spending, asking.satisfaction, thrown(asking.lot, spending))
    figures: dict[str, object] = {"satisfaction": asking.satisfaction}
    remarks: tuple[str, ...] = ()
    # Lots that change nothing but the turn in which projects are bought are no tie.
    if len({(one.share, frozenset(one.bought), one.topped_up) for one in found}) == 1:
        share, bought, topped_up = found[0].share, found[0].bought, found[0].topped_up
        figures |= {
            "share": plain(spending, share),
            "bought": spending.named(bought),
            "topped_up": spending.named(topped_up),
        }
        remarks = (f"Everybody’s share at last: {money(spending, share)}.", *_told(spending, bought, topped_up))
    return result(NAME, "Equal Shares", spending, [one.winners for one in found], figures, remarks)


def _told(spending: Spending, bought: tuple[int, ...], topped_up: tuple[int, ...]) -> Iterator[str]:
    if bought:
        yield f"Paid for by shares, in turn: {', '.join(spending.named(bought))}."
    if topped_up:
        yield f"Paid for by what was left: {', '.join(spending.named(topped_up))}."


RULE = Rule(NAME, (Kind.PROJECTS,), count)
