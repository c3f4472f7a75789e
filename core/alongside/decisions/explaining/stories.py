"""Which counts have a story: by the name of the rule, from the ballots to sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from alongside.decisions.counting import approval, consent, equal_shares_budget, majority, score
from alongside.decisions.counting.ballots import Contest
from alongside.decisions.counting.choices import Choices
from alongside.decisions.counting.majority import Threshold
from alongside.decisions.counting.rule import Asking
from alongside.decisions.explaining import answers, budgets, figures
from alongside.decisions.explaining.claim import Told
from alongside.refusal import BadInput

Story = Callable[[Any, Asking], Iterator[Told]]


def _majority(threshold: Threshold, contest: Contest, _asking: Asking) -> Iterator[Told]:
    if not isinstance(contest, Choices):
        remedy = "Write the votes as choice,count in a .csv file."
        raise BadInput("the story of a majority is told of answers", where=contest.source, remedy=remedy)
    return answers.by_majority(threshold, contest)


STORIES: Mapping[str, Story] = {
    **{
        one.name: partial(_majority, one)
        for one in (majority.SIMPLE, majority.TWO_THIRDS, majority.THREE_QUARTERS)
    },
    consent.NAME: lambda contest, _asking: answers.by_consent(contest),
    approval.NAME: lambda contest, asking: figures.by_ticks(contest, asking.lot),
    score.NAME: lambda contest, asking: figures.by_scores(contest, asking.lot),
    equal_shares_budget.NAME: lambda contest, asking: budgets.by_shares(contest, asking.satisfaction, asking.lot),
}


def story(rule: str, contest: Contest, asking: Asking) -> tuple[Told, ...]:
    """Tell a count in sentences that each hold one figure.

    Raises:
        BadInput: where there is no story by that rule yet, or the ballots are not of the kind it is told of.
    """
    if rule not in STORIES:
        raise BadInput(f"counts by {rule} have no story", remedy=f"Told are {', '.join(STORIES)}.")
    return tuple(STORIES[rule](contest, asking))
