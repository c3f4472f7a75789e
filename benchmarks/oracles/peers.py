"""Counts invented elections with programs of others: `.venv-oracles/bin/python peers.py RULE FIRST LAST [lots]`.

For each seed from FIRST up to, not with, LAST it prints one line of JSON: the seed, and every set of winners
that a lot may lead to. With ``lots`` it is the one set that the invented order of that seed leads to. `peers.py
RULE record` prints what tests/decisions/peers/RULE.json holds.

approval, seq-pav and equal-shares are counted by abcvoting, star by starvote, score by pref_voting,
greedy-budget and equal-shares-budget by pabutools. Where a program knows no ties, it is asked once for each
order of the candidates.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from itertools import permutations

import invented

Sets = Iterable[Iterable[int]]
Order = tuple[int, ...]


def _committees(rule: str, seed: int) -> Sets:
    from abcvoting import abcrules
    from abcvoting.preferences import Profile

    election = invented.ticks(seed)
    profile = Profile(election.candidates)
    for ballot in election.ballots:
        profile.add_voter([one - 1 for one in ballot])
    exact = {"algorithm": "standard-fractions"} if rule == "equal-shares" else {}
    found = abcrules.compute(rule, profile, election.seats, resolute=False, **exact)
    return [[one + 1 for one in committee] for committee in found]


def _star(seed: int) -> Sets:
    import starvote

    election = invented.grades(seed)
    # Names, because the program takes a candidate called 0 for none.
    ballots = [{f"c{n}": score for n, score in enumerate(ballot, 1)} for ballot in election.ballots]

    def won(lots: object) -> list[int]:
        names = starvote.star_voting(ballots, maximum_score=election.most, tiebreaker=lots)
        return [int(name[1:]) for name in names]

    try:
        return [won(None)]
    except starvote.UnbreakableTieError:
        orders = permutations(f"c{one}" for one in range(1, election.candidates + 1))
        return [won(starvote.predefined_permutation_tiebreaker(candidates=list(order))) for order in orders]


def _score(seed: int) -> Sets:
    from pref_voting.grade_methods import score_voting
    from pref_voting.grade_profiles import GradeProfile

    election = invented.grades(seed)
    ballots = [dict(enumerate(ballot, 1)) for ballot in election.ballots]
    profile = GradeProfile(ballots, list(range(election.most + 1)))
    return [[winner] for winner in score_voting(profile, evaluation_method="sum")]


def _budget(seed: int, order: Order, *, shares: bool) -> Iterable[int]:
    from pabutools.election import ApprovalBallot, ApprovalProfile, Cardinality_Sat, Cost_Sat, Instance, Project
    from pabutools.rules import exhaustion_by_budget_increase, greedy_utilitarian_welfare, method_of_equal_shares
    from pabutools.tiebreaking import TieBreakingRule

    vote = invented.budget(seed)
    projects = {number: Project(f"{number}", cost) for number, cost in enumerate(vote.costs, 1)}
    instance = Instance(projects.values(), budget_limit=vote.budget)
    profile = ApprovalProfile(ApprovalBallot(projects[one] for one in ballot) for ballot in vote.ballots)
    votes = {f"{one}": sum(one in ballot for ballot in vote.ballots) for one in projects}
    lots = TieBreakingRule(lambda _, __, project: (-votes[project.name], order.index(int(project.name))))
    bought = []
    if shares:
        # Raised by one unit for each of them until too much is spent, and not stopped before that.
        worth = Cost_Sat if vote.satisfaction == "cost" else Cardinality_Sat
        bought = exhaustion_by_budget_increase(
            instance,
            profile,
            method_of_equal_shares,
            {"sat_class": worth, "tie_breaking": lots},
            budget_step=len(vote.ballots),
            budget_bound=(sum(vote.costs) + 1) * len(vote.ballots),
            exhaustive_stop=False,
        )
    found = greedy_utilitarian_welfare(
        instance, profile, sat_class=Cost_Sat, tie_breaking=lots, initial_budget_allocation=bought
    )
    return [int(project.name) for project in found]


WHOLE: dict[str, Callable[[int], Sets]] = {
    "approval": lambda seed: _committees("av", seed),
    "seq-pav": lambda seed: _committees("seqpav", seed),
    "equal-shares": lambda seed: _committees("equal-shares", seed),
    "score": _score,
    "star": _star,
}
BY_ORDER: dict[str, Callable[[int, Order], Iterable[int]]] = {
    "greedy-budget": lambda seed, order: _budget(seed, order, shares=False),
    "equal-shares-budget": lambda seed, order: _budget(seed, order, shares=True),
}


def outcomes(rule: str, seed: int, *, lots: bool = False) -> list[list[int]]:
    """Every set of winners that a lot may lead to, or that of the invented order."""
    if rule in WHOLE:
        found = WHOLE[rule](seed)
    else:
        projects = len(invented.budget(seed).costs)
        every = [tuple(invented.order(seed, projects))] if lots else permutations(range(1, projects + 1))
        found = [BY_ORDER[rule](seed, order) for order in every]
    return sorted({tuple(sorted(one)) for one in found})


PROGRAMS = {
    "approval": "abcvoting",
    "seq-pav": "abcvoting",
    "equal-shares": "abcvoting",
    "score": "pref_voting",
    "star": "starvote",
    "greedy-budget": "pabutools",
    "equal-shares-budget": "pabutools",
}


def recorded(rule: str, half: int = 150) -> Iterator[str]:
    """The lines of a record for `make test`: the first elections without a tie and with one, so many of each."""
    program = PROGRAMS[rule]
    wanted, seed = {False: half, True: half}, 0
    yield f'{{"by": "{program} {version(program)}", "found": ['
    while any(wanted.values()):
        found = outcomes(rule, seed)
        if wanted[len(found) > 1]:
            wanted[len(found) > 1] -= 1
            yield json.dumps([seed, found]) + ("," if any(wanted.values()) else "")
        seed += 1
    yield "]}"


def main(rule: str, *more: str) -> None:
    """Print what is asked for."""
    if more == ("record",):
        print("\n".join(recorded(rule)))
        return
    for seed in range(int(more[0]), int(more[1])):
        print(json.dumps([seed, outcomes(rule, seed, lots="lots" in more)]))


if __name__ == "__main__":
    main(*sys.argv[1:])
