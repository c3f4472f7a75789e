"""The checker of the stories of answers: by a majority, by consent, or one choice of several."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from fractions import Fraction

from alongside.decisions.counting.ballots import Election
from alongside.decisions.counting.choices import Choices
from alongside.decisions.explaining.claim import Facts, Key, fact

THRESHOLDS = {
    "majority": (Fraction(1, 2), False),
    "two-thirds": (Fraction(2, 3), True),
    "three-quarters": (Fraction(3, 4), True),
}
"""The share that is needed, and whether it is enough to reach it."""


def _enough(rule: str, votes: int, cast: int) -> bool:
    share, is_enough = THRESHOLDS[rule]
    part = Fraction(votes, cast) if cast else Fraction(0)
    return votes > 0 and (part >= share if is_enough else part > share)


def _needed(rule: str, cast: int) -> int:
    # Halved again and again, for there may be any number of votes; without one, the end of the range is 1.
    return bisect_left(range(cast + 1), True, key=lambda some: _enough(rule, some, cast))


def of_majority(rule: str, contest: Choices) -> Facts:
    """All figures that the story of a majority has to tell."""
    yes, no, abstain = (contest.gave(answer) for answer in ("yes", "no", "abstain"))
    cast = yes + no
    passed = _enough(rule, yes, cast)
    facts: Facts = {fact("ballots"): contest.ballots, fact("passed"): passed}
    facts |= {fact("answer", "yes"): yes, fact("answer", "no"): no, fact("needed"): _needed(rule, cast)}
    # The nearest number of votes that comes to something else, if there can be so many.
    changed = _needed(rule, cast) - passed
    if changed <= cast:
        facts[fact("margin")] = abs(changed - yes)
    return facts | if_any({fact("answer", "abstain"): abstain, fact("blank"): contest.blank})


def of_consent(contest: Choices) -> Facts:
    """All figures that the story of a consent has to tell."""
    upheld = contest.gave("upheld-objection")
    facts: Facts = {fact("ballots"): contest.ballots, fact("answer", "yes"): contest.gave("yes")}
    facts |= {fact("answer", "upheld-objection"): upheld, fact("passed"): not upheld and contest.gave("yes") > 0}
    others = ("stand-aside", "no", "abstain", "objection")
    return facts | if_any(
        {fact("answer", one): contest.gave(one) for one in others} | {fact("blank"): contest.blank}
    )


def if_any(facts: Mapping[Key, int]) -> Facts:
    """Of some figures, those that are not nothing."""
    return {key: value for key, value in facts.items() if value}


def of_choice(rule: str, contest: Election) -> Facts:
    """All figures that the story of a vote for one choice of several has to tell."""
    votes = dict.fromkeys(contest.candidates, 0)
    none = 0
    for pile in contest.piles:
        for n in pile.preferences:
            votes[contest.candidates[n - 1]] += pile.ballots
        none += 0 if pile.preferences else pile.ballots
    cast = sum(votes.values())
    facts: Facts = {fact("chose", name): some for name, some in votes.items()}
    facts |= {fact("ballots"): cast + none, fact("same"): _needed(rule, cast)}
    chosen = [name for name, some in votes.items() if _enough(rule, some, cast)]
    facts |= {fact("chosen", name): True for name in chosen} or {fact("nothing"): True}
    if cast:
        facts[fact("margin")] = next(n for n in range(1, cast + 1) if _changed(rule, votes, chosen, n))
    return facts | if_any({fact("answer", "abstain"): none})


def _changed(rule: str, votes: Mapping[str, int], chosen: list[str], moved: int) -> bool:
    """Whether so many can change it: by leaving the chosen one, or by coming to another."""
    cast = sum(votes.values())
    if chosen:
        return not _enough(rule, votes[chosen[0]] - moved, cast)
    return any(_enough(rule, some + moved, cast) for some in votes.values())
