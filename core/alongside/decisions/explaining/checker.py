"""The checker of a story: works out every figure again from the ballots, and names each sentence that is wrong.

It shares no code with the rules: it knows the ballots and nothing else, and counts them in the plainest way.
A story has to tell all that belongs to it, once, and nothing besides; so has the table that may stand beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from alongside.decisions.counting.ballots import Contest, Election
from alongside.decisions.counting.choices import Choices
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.spending import Spending
from alongside.decisions.explaining.check_answers import THRESHOLDS, of_choice, of_consent, of_majority
from alongside.decisions.explaining.check_budgets import of_shares
from alongside.decisions.explaining.check_figures import of_scores, of_ticks
from alongside.decisions.explaining.check_stv import of_transfers
from alongside.decisions.explaining.claim import Claim, Facts, Key, Told, worded
from alongside.decisions.explaining.wording import says
from alongside.refusal import BadInput

Derived = Callable[[str, Any, Asking, Sequence[Told]], tuple[Facts, Facts]]
"""Gives the figures of sentences and those of the table, from a rule, ballots, what was asked, and the story."""


def faults(
    rule: str, contest: Contest, asking: Asking, story: Iterable[Told], cells: Iterable[Claim] | None = None
) -> list[str]:
    """Name what is wrong in a story, a sentence each; nothing where every figure comes out again.

    ``cells`` are the figures of a table; None where none stands beside the story.
    """
    told = list(story)
    true, table = _DERIVED[rule](rule, contest, asking, told)
    labels = _labels(contest)
    found = [fault for one in told if (fault := _fault(true, one, labels))]
    found += _missing(true, [one.claim.key for one in told])
    if cells is not None:
        claims = list(cells)
        found += [f"the table is wrong: {_called(one.key)}" for one in claims if not _is_so(table, one)]
        found += _missing(table, [one.key for one in claims])
    return found


def hold(
    rule: str, contest: Contest, asking: Asking, story: Iterable[Told], cells: Iterable[Claim] | None = None
) -> None:
    """Refuse a story, or its table, with a figure that does not come out again.

    Raises:
        BadInput: where there is one; the sentence names it.
    """
    if found := faults(rule, contest, asking, story, cells):
        remedy = "Nothing is told. Please hand this on to whoever looks after the program."
        raise BadInput(
            f"the checker does not agree with the count: {found[0]}", where=contest.source, remedy=remedy
        )


def _missing(true: Facts, told: Sequence[Key]) -> list[str]:
    """What is not told, and what is told twice."""
    twice = sorted(key for key, times in Counter(told).items() if times > 1)
    lacking = sorted(true.keys() - set(told))
    return [f"not told: {_called(key)}" for key in lacking] + [f"told twice: {_called(key)}" for key in twice]


def _called(key: Key) -> str:
    figure, of, stage = key
    return " ".join((figure, *([", ".join(of)] if of else ()), *([f"at stage {stage}"] if stage else ())))


def _fault(true: Facts, told: Told, labels: Mapping[str, str]) -> str:
    """What is wrong with one sentence."""
    claim = told.claim
    if claim.key not in true:
        return f"“{told.plain}” is of no figure of this count"
    if not _is_so(true, claim):
        return f"“{told.plain}” should say {worded(true[claim.key])}"
    return "" if says(told, labels) else f"“{told.plain}” does not say its own figure"


def _is_so(true: Facts, claim: Claim) -> bool:
    if claim.key not in true:
        return False
    value = true[claim.key]
    return value == claim.value and isinstance(value, bool) is isinstance(claim.value, bool)


def _labels(contest: Contest) -> dict[str, str]:
    """What projects are called in sentences, by their ids."""
    titles = contest.titles if isinstance(contest, Spending) else ()
    named = zip(contest.candidates, titles, strict=False)
    return {name: f"{title} ({name})" for name, title in named if title}


def _of_majority(rule: str, contest: Choices | Election) -> Facts:
    return of_choice(rule, contest) if isinstance(contest, Election) else of_majority(rule, contest)


_DERIVED: Mapping[str, Derived] = {
    **dict.fromkeys(THRESHOLDS, lambda rule, contest, _asking, _story: (_of_majority(rule, contest), {})),
    "consent": lambda _rule, contest, _asking, _story: (of_consent(contest), {}),
    "approval": lambda _rule, contest, asking, _story: (of_ticks(contest, asking), {}),
    "score": lambda _rule, contest, asking, _story: (of_scores(contest, asking), {}),
    "scottish-stv": lambda _rule, contest, asking, _story: of_transfers(contest, asking),
    "equal-shares-budget": lambda rule, contest, asking, story: (of_shares(rule, contest, asking, story), {}),
}
