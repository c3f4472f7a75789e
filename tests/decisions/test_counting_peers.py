"""Our counts beside those of other programs, on small invented elections of which half hold a tie.

`make test` compares with what the other programs said when they were asked (`peers/RULE.json`: their name and
version, then a line for each election with every set of winners that a lot may lead to). The long proof asks them
again, about 100,000 elections for each rule; they run in an environment of their own (`make oracles`).
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from alongside.decisions.counting import rules
from alongside.decisions.counting.ballots import Contest, Election, Kind, Pile
from alongside.decisions.counting.equal_shares_budget import outcomes
from alongside.decisions.counting.greedy_budget import completed
from alongside.decisions.counting.precedence import Supposed
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.scores import Scored, Scores
from alongside.decisions.counting.spending import Spending

ROOT = Path(__file__).parents[2]
ORACLES = ROOT / "benchmarks/oracles"
RECORDED = Path(__file__).parent / "peers"
RULES = ("approval", "seq-pav", "equal-shares", "score", "star", "greedy-budget", "equal-shares-budget")
BUDGETS = ("greedy-budget", "equal-shares-budget")

sys.path.insert(0, str(ORACLES))
import invented  # noqa: E402 it belongs to the programs we compare with, which know nothing of ours

Sets = list[list[int]]


def contest(rule: str, seed: int) -> tuple[Contest, Asking]:
    """The invented election of a seed, as a file would hold it."""
    if rule in BUDGETS:
        vote = invented.budget(seed)
        return spending(vote), Asking(satisfaction=vote.satisfaction)
    if rule in ("score", "star"):
        grades = invented.grades(seed)
        piles = tuple(Scored(tuple(ballot), 1) for ballot in grades.ballots)
        return Scores(candidates=names(grades.candidates), max_score=grades.most, piles=piles), Asking()
    ticks = invented.ticks(seed)
    return Election(
        candidates=names(ticks.candidates), seats=ticks.seats, piles=ticked(ticks.ballots), kind=Kind.TICKS
    ), Asking()


def spending(vote: invented.Budget) -> Spending:
    return Spending(
        candidates=names(len(vote.costs)),
        costs=tuple(vote.costs),
        budget=vote.budget,
        piles=ticked(vote.ballots),
    )


def ticked(ballots: list[list[int]]) -> tuple[Pile, ...]:
    return tuple(Pile(tuple(ballot), 1) for ballot in ballots)


def names(number: int) -> tuple[str, ...]:
    return tuple(f"{one}" for one in range(1, number + 1))


def ours(rule: str, seed: int) -> Sets:
    """Every set of winners that we find possible."""
    result = rules.rule(rule).count(*contest(rule, seed))
    return sorted(sorted(one) for one in result.tied()) or [sorted(result.winners)]


def ours_by_lot(rule: str, seed: int) -> Sets:
    """The set of winners that the invented order of a seed leads to."""
    vote = invented.budget(seed)
    order = invented.order(seed, len(vote.costs))
    lot = Supposed(ranks={one: place for place, one in enumerate(order)})
    if rule == "greedy-budget":
        return [sorted(one) for one in completed(spending(vote), supposed=lot)]
    return [sorted(one.winners) for one in outcomes(spending(vote), vote.satisfaction, lot)]


def asked(rule: str, first: int, last: int, *more: str) -> Iterator[tuple[int, Sets]]:
    """What the other program says about the elections of some seeds."""
    program = [ROOT / ".venv-oracles/bin/python", ORACLES / "peers.py", rule, str(first), str(last), *more]
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        seed, found = json.loads(line)
        yield seed, found


@pytest.mark.parametrize("rule", RULES)
def test_300_invented_elections_have_the_winners_that_another_program_found(rule: str) -> None:
    recorded = json.loads((RECORDED / f"{rule}.json").read_text("utf-8"))
    found = dict(recorded["found"])
    assert len(found) == 300, recorded["by"]
    assert sum(len(sets) > 1 for sets in found.values()) == 150
    assert {seed: ours(rule, seed) for seed in found} == found


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("rule", RULES)
def test_100_000_invented_elections_have_the_winners_that_another_program_finds(rule: str) -> None:
    if rule in BUDGETS:
        # Each order of the lot is a count of its own for the other program: many with one, fewer with every order.
        differing = {seed: (ours_by_lot(rule, seed), sets) for seed, sets in asked(rule, 0, 98_000, "lots")}
        differing = {seed: both for seed, both in differing.items() if both[0] != both[1]}
        rest = asked(rule, 98_000, 100_000)
    else:
        differing, rest = {}, asked(rule, 0, 100_000)
    differing |= {seed: (found, sets) for seed, sets in rest if (found := ours(rule, seed)) != sets}
    assert differing == {}
