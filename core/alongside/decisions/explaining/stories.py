"""Which counts have a story: by the name of the rule, from the ballots to sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import attrs

from alongside.decisions.counting import approval, consent, equal_shares_budget, majority, score, scottish_stv
from alongside.decisions.counting.ballots import Contest, Election
from alongside.decisions.counting.choices import Choices
from alongside.decisions.counting.majority import Threshold
from alongside.decisions.counting.rule import Asking
from alongside.decisions.explaining import answers, budgets, figures, stages
from alongside.decisions.explaining.claim import Claim, Told
from alongside.refusal import BadInput


@attrs.frozen
class Explained:
    """A count as it is told: its sentences, and the figures of the table where one stands beside them."""

    told: tuple[Told, ...]
    cells: tuple[Claim, ...] = ()


Story = Callable[[Any, Asking], Explained]


def _told(sentences: Iterable[Told]) -> Explained:
    return Explained(tuple(sentences))


def _majority(threshold: Threshold, contest: Contest, _asking: Asking) -> Explained:
    if not isinstance(contest, Choices):
        remedy = "Write the votes as choice,count in a .csv file, or name another rule with --rule."
        raise BadInput("the story of a majority is told of answers", where=contest.source, remedy=remedy)
    return _told(answers.by_majority(threshold, contest))


def _in_stages(contest: Election, asking: Asking) -> Explained:
    counted, played = scottish_stv.played(contest, asking.lot)
    of = stages.Counted(
        seats=contest.seats,
        quota=counted.quota,
        stages=counted.stages,
        name=contest.name,
        thrown=played.thrown,
        sure=played.winners,
        sets=played.sets,
    )
    return Explained((*stages.papers(contest), *stages.by_stages(of)), tuple(stages.cells(of)))


STORIES: Mapping[str, Story] = {
    **{name: partial(_majority, threshold) for name, threshold in majority.THRESHOLDS.items()},
    consent.NAME: lambda contest, _asking: _told(answers.by_consent(contest)),
    approval.NAME: lambda contest, asking: _told(figures.by_ticks(contest, asking.lot)),
    score.NAME: lambda contest, asking: _told(figures.by_scores(contest, asking.lot)),
    scottish_stv.NAME: _in_stages,
    equal_shares_budget.NAME: lambda contest, asking: _told(
        budgets.by_shares(contest, asking.satisfaction, asking.lot)
    ),
}


def explained(rule: str, contest: Contest, asking: Asking) -> Explained:
    """Tell a count in sentences that each hold one figure, with the figures of its table.

    Raises:
        BadInput: where there is no story by that rule yet, or the ballots are not of the kind it is told of.
    """
    if rule not in STORIES:
        raise BadInput(f"counts by {rule} have no story", remedy=f"Told are {', '.join(STORIES)}.")
    return STORIES[rule](contest, asking)


def story(rule: str, contest: Contest, asking: Asking) -> tuple[Told, ...]:
    """The sentences alone.

    Raises:
        BadInput: where there is no story by that rule yet, or the ballots are not of the kind it is told of.
    """
    return explained(rule, contest, asking).told
