"""Money that members decide about: how much there is to spend, and what each choice costs."""

from __future__ import annotations

from collections.abc import Sequence

from alongside.decisions.vote_rule import VoteRule
from alongside.money import pounds
from alongside.refusal import BadInput

MOST_MONEY = 100_000_000
"""Pence of the largest budget that a vote spends: a million pounds."""


def check_money(how: VoteRule, budget: int | None, costs: Sequence[int | None]) -> None:
    """Refuse costs and a budget, in pence, that do not go with the rule or with each other.

    Raises:
        BadInput: for money where the rule spends none, none where it does, and a cost beyond the budget.
    """
    if not how.spends:
        if budget is not None or any(cost is not None for cost in costs):
            raise BadInput(f"the rule “{how.name}” spends no money", remedy="Leave out costs and budget.")
        return
    if budget is None or not 1 <= budget <= MOST_MONEY:
        raise BadInput("it was not said how much there is to spend", remedy="Give an amount of money.")
    if not all(cost is not None and 0 <= cost <= budget for cost in costs):
        found = "a choice has no cost, or costs more than there is to spend"
        raise BadInput(found, remedy=f"Give each an amount from £0 to {pounds(budget)}.")
