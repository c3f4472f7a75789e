"""The checker of a story: works out every figure again from the ballots, and names each sentence that is wrong.

It shares no code with the rules: it knows the ballots and nothing else, and counts them in the plainest way.
A story has to tell all that belongs to it, and nothing besides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from hashlib import sha256
from typing import Any

from alongside.decisions.counting.ballots import Contest, Election
from alongside.decisions.counting.choices import Choices
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.scores import Scores
from alongside.decisions.counting.spending import Spending
from alongside.decisions.explaining.check_budgets import of_shares
from alongside.decisions.explaining.claim import Claim, Told, Value, worded
from alongside.refusal import BadInput

Facts = dict[tuple[str, tuple[str, ...]], Value]
THRESHOLDS = {
    "majority": (Fraction(1, 2), False),
    "two-thirds": (Fraction(2, 3), True),
    "three-quarters": (Fraction(3, 4), True),
}
"""The share of yes, and whether it is enough to reach it."""


def faults(rule: str, contest: Contest, asking: Asking, story: Iterable[Told]) -> list[str]:
    """Name what is wrong in a story, a sentence each; nothing where every figure comes out again."""
    told = list(story)
    true = _DERIVED[rule](rule, contest, asking, told)
    labels = _labels(contest)
    found = [fault for one in told if (fault := _fault(true, one, labels))]
    missing = true.keys() - {(one.claim.figure, one.claim.of) for one in told}
    return found + [f"not told: {figure} {', '.join(of)}".rstrip() for figure, of in sorted(missing)]


def hold(rule: str, contest: Contest, asking: Asking, story: Iterable[Told]) -> None:
    """Refuse a story with a figure that does not come out again.

    Raises:
        BadInput: where there is one; the sentence names it.
    """
    if found := faults(rule, contest, asking, story):
        remedy = "Nothing is told. Please hand this on to whoever looks after the program."
        raise BadInput(
            f"the checker does not agree with the count: {found[0]}", where=contest.source, remedy=remedy
        )


def _fault(true: Facts, told: Told, labels: Mapping[str, str]) -> str:
    """What is wrong with one sentence."""
    claim, key = told.claim, (told.claim.figure, told.claim.of)
    if key not in true:
        return f"“{told.plain}” is of no figure of this count"
    if true[key] != claim.value or isinstance(true[key], bool) is not isinstance(claim.value, bool):
        return f"“{told.plain}” should say {worded(true[key])}"
    return "" if _says(told, claim, labels) else f"“{told.plain}” does not say its own figure"


def _labels(contest: Contest) -> dict[str, str]:
    """What projects are called in sentences, by their ids."""
    titles = contest.titles if isinstance(contest, Spending) else ()
    named = zip(contest.candidates, titles, strict=False)
    return {name: f"{title} ({name})" for name, title in named if title}


def _says(told: Told, claim: Claim, labels: Mapping[str, str]) -> bool:
    """Whether the words of a sentence hold the figure and the names of its claim, and no other number."""
    rest = told.plain
    for name in claim.of if "{name}" in told.key else ():
        if labels.get(name, name) not in rest:
            return False
        rest = rest.replace(labels.get(name, name), "", 1)
    numbers = re.findall(r"[0-9][0-9,.]*[0-9]|[0-9]", rest)
    is_figure = not isinstance(claim.value, bool)
    return numbers == [worded(claim.value)] * is_figure and _words_of(claim) in told.plain


def _words_of(claim: Claim) -> str:
    """What a sentence must say beside its figure: whose it is, or which answer, or how it went."""
    if claim.figure == "answer":
        return _ANSWERED[claim.of[0]]
    if claim.figure == "passed":
        return "passed" if claim.value else "not pass"
    return claim.of[0] if claim.of and claim.figure != "payment" else ""


_ANSWERED = {
    "yes": "said yes",
    "no": "said no",
    "abstain": "not want to choose",
    "stand-aside": "stood aside",
    "objection": "not hold",
    "upheld-objection": "that holds",
}


def _of_majority(rule: str, contest: Choices, _asking: Asking, _story: Sequence[Told]) -> Facts:
    yes, no, abstain = (contest.gave(answer) for answer in ("yes", "no", "abstain"))
    share, is_enough = THRESHOLDS[rule]

    def passes(in_favour: int) -> bool:
        part = Fraction(in_favour, yes + no) if yes + no else Fraction(0)
        return in_favour > 0 and (part >= share if is_enough else part > share)

    facts: Facts = {("ballots", ()): contest.ballots, ("passed", ()): passes(yes)}
    facts |= {("answer", ("yes",)): yes, ("answer", ("no",)): no}
    facts[("needed", ())] = next((some for some in range(yes + no + 1) if passes(some)), 1)
    changed = [n for n in range(yes + no + 1) if passes(n) is not passes(yes)]
    if changed:
        facts[("margin", ())] = min(abs(n - yes) for n in changed)
    return facts | _if_any({("answer", ("abstain",)): abstain, ("blank", ()): contest.blank})


def _of_consent(_rule: str, contest: Choices, _asking: Asking, _story: Sequence[Told]) -> Facts:
    upheld = contest.gave("upheld-objection")
    facts: Facts = {("ballots", ()): contest.ballots, ("answer", ("yes",)): contest.gave("yes")}
    facts |= {("answer", ("upheld-objection",)): upheld, ("passed", ()): not upheld and contest.gave("yes") > 0}
    others = ("stand-aside", "no", "abstain", "objection")
    return facts | _if_any(
        {("answer", (one,)): contest.gave(one) for one in others} | {("blank", ()): contest.blank}
    )


def _if_any(facts: Mapping[tuple[str, tuple[str, ...]], int]) -> Facts:
    return {key: value for key, value in facts.items() if value}


def _of_ticks(_rule: str, contest: Election, asking: Asking, _story: Sequence[Told]) -> Facts:
    standing = [name for n, name in enumerate(contest.candidates, 1) if n not in contest.withdrawn]
    ticks = dict.fromkeys(standing, 0)
    empty = 0
    for pile in contest.piles:
        ticked = [name for name in (contest.candidates[n - 1] for n in pile.preferences) if name in ticks]
        empty += 0 if ticked else pile.ballots
        for name in ticked:
            ticks[name] += pile.ballots
    facts: Facts = {("ticks", (name,)): votes for name, votes in ticks.items()}
    facts[("ballots", ())] = sum(pile.ballots for pile in contest.piles)
    return facts | _if_any({("blank", ()): empty}) | _places(contest, ticks, asking.lot)


def _of_scores(_rule: str, contest: Scores, asking: Asking, _story: Sequence[Told]) -> Facts:
    totals = dict.fromkeys(contest.candidates, 0)
    for pile in contest.piles:
        for name, score in zip(contest.candidates, pile.scores, strict=True):
            totals[name] += (score or 0) * pile.ballots
    facts: Facts = {("total", (name,)): total for name, total in totals.items()}
    facts[("ballots", ())] = sum(pile.ballots for pile in contest.piles)
    blank = sum(pile.ballots for pile in contest.piles if None in pile.scores)
    return facts | _if_any({("blank", ()): blank}) | _places(contest, totals, asking.lot)


def _places(contest: Contest, figures: Mapping[str, int], lot: str) -> Facts:
    """Who has a place: so many others at most stand as high or higher. Level is who has one only perhaps."""
    facts: Facts = {}
    level = []
    for name, figure in figures.items():
        higher = sum(other > figure for other in figures.values())
        if higher + sum(other == figure for other in figures.values()) <= contest.seats:
            facts[("place", (name,))] = True
        elif higher < contest.seats:
            level.append(name)
            facts[("level", (name,))] = True
    if level:
        places = contest.seats - sum(figure == "place" for figure, _ in facts)
        facts[("places", ())] = places
        drawn = sorted(level, key=lambda name: sha256(f"{lot}/{name}".encode()).digest())[:places] if lot else []
        facts |= {("drawn", (name,)): True for name in drawn}
    return facts


_DERIVED: Mapping[str, Callable[[str, Any, Asking, Sequence[Told]], Facts]] = {
    **dict.fromkeys(THRESHOLDS, _of_majority),
    "consent": _of_consent,
    "approval": _of_ticks,
    "score": _of_scores,
    "equal-shares-budget": of_shares,
}
