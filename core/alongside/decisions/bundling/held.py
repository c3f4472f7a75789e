"""The count of a vote that members held, told with the keys of a count of a file.

A vote that is held asks which answer is chosen, where a file of answers asks whether a proposal is carried: so a
tie of two answers is a tie, nobody is chosen whom nobody ticked, and without the quorum nothing is decided.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import attrs

from alongside.decisions import condition
from alongside.decisions.ballot import ABSTAIN, MOST_POINTS, Ballot, BallotKind
from alongside.decisions.bundling import ballots_file
from alongside.decisions.counting import equal_shares_budget, majority, record
from alongside.decisions.counting.ballots import Election, Kind, Pile
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.scores import Scored, Scores
from alongside.decisions.counting.spending import Spending
from alongside.decisions.vote_rule import Asked, Found, VoteRule, rule_named, spending

KINDS: Mapping[BallotKind, Kind] = {
    BallotKind.ONE: Kind.TICKS,
    BallotKind.CONSENT: Kind.TICKS,
    BallotKind.TICKS: Kind.TICKS,
    BallotKind.RANKS: Kind.RANKS,
    BallotKind.SCORES: Kind.SCORES,
    BallotKind.PROJECTS: Kind.PROJECTS,
}
"""As what the ballots of each kind of vote stand in a file; one answer is one tick."""


def count(election: Election | Scores | Spending, question: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the ballots of a decision come to.

    Raises:
        BadInput: where no vote is held by such a rule.
    """
    rule = rule_named(question["rule"])
    asked = _asked(election, question["lot"])
    met = election.ballots >= question["quorum"]
    found = rule.count(asked) if met else Found(winners=(), votes={})
    enough = condition.met(found, question["yes_needed"]) if "yes_needed" in question else None
    found = _looked_at(condition.held(found, question.get("yes_needed", 0)), question)
    winners, level = ([int(key) for key in keys] for keys in (found.winners, found.tied))
    standing = sum(votes > 0 for votes in found.votes.values())
    facts = told(election.candidates, question, winners, sets(winners, level, min(asked.seats, standing)))
    facts |= {"ballots": election.ballots, "quorum": question["quorum"], "quorum_met": met}
    facts |= {"yes_needed": question["yes_needed"], "yes_met": enough} if "yes_needed" in question else {}
    if isinstance(election, Spending):
        return facts | (_shared(asked) if met else {})
    return facts | (_figures(rule, found, election, question.get("upheld", 0)) if met else {})


def _looked_at(found: Found, question: Mapping[str, Any]) -> Found:
    """What was found, once people have looked at the objections to a proposal."""
    return attrs.evolve(found, winners=() if question["upheld"] else ("1",)) if found.waits else found


def told(
    names: tuple[str, ...], question: Mapping[str, Any], winners: list[int], tied: list[list[int]]
) -> dict[str, Any]:
    """Return who is chosen, by name, in the order of the paper."""

    def called(numbers: Sequence[int]) -> list[str]:
        return [names[number - 1] for number in sorted(numbers)]

    facts: dict[str, Any] = {"file": ballots_file.NAMES[KINDS[rule_named(question["rule"]).ballot]]}
    facts |= {key: question[key] for key in ("rule", "seats")}
    gone = question.get("withdrawn", ())
    facts |= {"withdrawn": called(gone)} if gone else {}
    standing = [name for number, name in enumerate(names, 1) if number not in gone]
    facts |= {"candidates": standing, "winners": called(winners), "tied": [called(one) for one in tied]}
    return facts | ({"winner": called(winners)[0]} if len(winners) == 1 and not tied else {})


def on_the_paper(question: Mapping[str, Any], result: Mapping[str, Any]) -> list[str]:
    """Return the names in the order of the paper, with those who have withdrawn in their places."""
    standing = iter(result["candidates"])
    gone = dict(zip(question.get("withdrawn", ()), result.get("withdrawn", ()), strict=True))
    places = range(1, len(result["candidates"]) + len(gone) + 1)
    return [gone[at] if at in gone else next(standing) for at in places]


def _asked(election: Election | Scores | Spending, lot: str) -> Asked:
    """The ballots as a vote has them: options called by their number, whoever chose none abstains."""
    ballots = [_ballot(pile) for pile in election.piles for _ in range(pile.ballots)]
    options = {str(number): name for number, name in enumerate(election.candidates, 1)}
    gone = frozenset(map(str, election.withdrawn)) if isinstance(election, Election) else frozenset[str]()
    asked = Asked(options=options, seats=election.seats, ballots=ballots, lot=lot, withdrawn=gone)
    if isinstance(election, Spending):
        costs = {f"{number}": election.cost(number) for number in election.standing}
        return attrs.evolve(asked, costs=costs, budget=election.budget, parts=election.parts)
    return asked


def _shared(asked: Asked) -> dict[str, Any]:
    """The figures of a budget, as a count of a file of the projects that were ticked tells them."""
    counted = equal_shares_budget.count(spending(asked)[0], Asking(lot=asked.lot)).figures
    facts: dict[str, Any] = {key: fact for key, fact in counted.items() if key != "ballots_with_repeats"}
    for key in facts.keys() & {"bought", "topped_up"}:
        facts[key] = sorted(facts[key], key=list(asked.options.values()).index)
    return facts


def _ballot(pile: Pile | Scored) -> Ballot:
    if isinstance(pile, Pile):
        return Ballot(tuple(map(str, pile.preferences)) or (ABSTAIN,))
    given = {f"{number}": f"{points}" for number, points in enumerate(pile.scores, 1) if points is not None}
    return Ballot.giving(given) if given else Ballot((ABSTAIN,))


def sets(winners: Sequence[int], level: Sequence[int], places: int) -> list[list[int]]:
    """Return every possible set of winners, where several stand ``level`` for the places that are left."""
    if not level:
        return []
    return sorted(sorted((*winners, *more)) for more in combinations(sorted(level), places - len(winners)))


def _figures(rule: VoteRule, found: Found, election: Election | Scores, upheld: int) -> dict[str, Any]:
    votes = {election.name(int(key)): number for key, number in found.votes.items()}
    if rule.ballot is BallotKind.ONE:
        return {"votes": votes, "needed": majority.THRESHOLDS[rule.name].needed(sum(votes.values()))}
    if rule.ballot is BallotKind.CONSENT:
        return {"votes": votes, "upheld": upheld}
    if rule.ballot is BallotKind.SCORES:
        return {"scores": votes, "max_score": MOST_POINTS}
    if rule.ballot is BallotKind.TICKS:
        return {"approvals": votes}
    return record.figures(found.stages) if found.stages else {}
