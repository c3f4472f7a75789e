"""The rules that a file of ballots can be counted by, found by name."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

import attrs

from alongside.decisions.counting import (
    approval,
    consent,
    equal_shares,
    equal_shares_budget,
    greedy_budget,
    irv,
    majority,
    meek,
    ranked_pairs,
    readers,
    schulze,
    score,
    scottish_stv,
    seq_pav,
    star,
)
from alongside.decisions.counting.ballots import Contest, check_seats
from alongside.decisions.counting.rule import Asking, Result, Rule
from alongside.refusal import BadInput

RULES: Mapping[str, Rule] = {
    one.name: one
    for one in (
        *majority.RULES,
        consent.RULE,
        approval.RULE,
        score.RULE,
        star.RULE,
        irv.RULE,
        scottish_stv.RULE,
        meek.RULE,
        schulze.RULE,
        ranked_pairs.RULE,
        seq_pav.RULE,
        equal_shares.RULE,
        equal_shares_budget.RULE,
        greedy_budget.RULE,
    )
}


def rule(name: str) -> Rule:
    """The rule of that name.

    Raises:
        BadInput: where there is none; the sentence offers the nearest, or all of them.
    """
    if name in RULES:
        return RULES[name]
    near = get_close_matches(name.lower(), RULES, n=1)
    remedy = f"Did you mean “{near[0]}”?" if near else f"The rules are {', '.join(RULES)}."
    raise BadInput(f"there is no rule “{name}”", remedy=remedy)


def count(path: Path, by: Rule, seats: int | None = None, asking: Asking | None = None) -> Result:
    """Count a file by a rule, for ``seats`` places where those are not the file's.

    Raises:
        NotFound: where there is no such file.
        BadInput: where it is not as its format asks, or the rule cannot count what it holds.
    """
    asking = asking or Asking()
    contest = for_seats(readers.read(path, by, asking), seats)
    return by.count(contest, asking)


def read_for_writing(path: Path) -> Contest:
    """Read a file of orders, ticks or answers, which can be written again, without counting it.

    Raises:
        NotFound: where there is no such file.
        BadInput: where it is not as its format asks.
    """
    # By a rule of orders the cells of a .csv file are ticks, and a score of 0 is a last rank: nothing is left out.
    return readers.whatever(path, schulze.RULE, Asking())


def for_seats(contest: Contest, seats: int | None) -> Contest:
    """The same contest for another number of seats, where one is given."""
    if seats is None:
        return contest
    check_seats(seats, "--seats")
    return attrs.evolve(contest, seats=seats)
