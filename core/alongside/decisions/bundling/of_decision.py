"""The bundle of a decision that was counted: with its ballots where they are kept, else with totals alone."""

from __future__ import annotations

import json
from typing import Any

import attrs

from alongside.decisions.ballot import ABSTAIN, MOST_POINTS, Ballot, BallotKind
from alongside.decisions.bundling import ballots_file, held, readme, script
from alongside.decisions.bundling.bundle import Bundle, bundled
from alongside.decisions.counting import readers
from alongside.decisions.counting.ballots import Election, Pile
from alongside.decisions.counting.scores import Scores
from alongside.decisions.counting.spending import Spending
from alongside.decisions.outcome import FIGURES_FROM, Outcome, asked_of
from alongside.decisions.proposal import Proposal
from alongside.decisions.vote_rule import scores, spending_on
from alongside.refusal import NotFound, worded


def of_decision(proposal: Proposal, outcome: Outcome, *, forgotten: bool = False) -> Bundle:
    """Bundle a decision. The proposal holds the names of those who stood.

    ``forgotten`` is true where somebody who stood was erased since: a lot goes by names, and is drawn no more.

    Raises:
        NotFound: where so few voted that the outcome alone is told, or there is no closing record.
    """
    if outcome.closing is None:
        old = worded("decisions", "It was counted before there were bundles.")
        raise NotFound("bundle of", proposal.title, old)
    if outcome.waits:
        waits = worded("decisions", "It is there once people have looked at the objections.")
        raise NotFound("bundle of", proposal.title, waits)
    if outcome.taking_part < FIGURES_FROM:
        few = worded("decisions", "So few people voted that the numbers stay private.")
        raise NotFound("bundle of", proposal.title, few)
    question = _question(proposal, outcome)
    if outcome.alike and not (forgotten and outcome.drawn):
        return _with_ballots(proposal, outcome, question)
    return _totals(proposal, outcome, question)


def _question(proposal: Proposal, outcome: Outcome) -> dict[str, Any]:
    asked: dict[str, Any] = {
        "of": "decision",
        "title": proposal.title,
        "rule": proposal.rule,
        "seats": proposal.seats,
        "quorum": outcome.quorum,
        # What was thrown in the room stands in the closing record alone.
        "lot": json.loads(str(outcome.closing))["lot"],
        "people": [number for number, option in enumerate(proposal.options, 1) if option.person],
    }
    if proposal.how.ballot is BallotKind.SCORES:
        asked["max_score"] = MOST_POINTS
    if proposal.how.spends:
        asked["satisfaction"] = "cost"
    # Among ticks whoever has gone stands in her place with none; the closing record says that she has withdrawn.
    if proposal.withdrawn and proposal.how.ballot is BallotKind.RANKS:
        asked["withdrawn"] = [number for number, option in enumerate(proposal.options, 1) if option.withdrawn]
    if outcome.yes_needed is not None:
        asked["yes_needed"] = outcome.yes_needed
    return asked | ({"upheld": outcome.upheld} if outcome.upheld is not None else {})


def _with_ballots(proposal: Proposal, outcome: Outcome, question: dict[str, Any]) -> Bundle:
    election = _election(proposal, outcome)
    question["ballots"] = ballots_file.NAMES[election.kind]
    text = ballots_file.text_of(election)
    # Counted is what stands in the bundle, so that nothing but the bundle is needed to come to the same.
    again = readers.pabulib.parse(text, question["ballots"]) if isinstance(election, Spending) else election
    result = held.count(again, question)
    return bundled(
        closing=str(outcome.closing),
        script=script.recount(proposal.rule, election.kind),
        readme=readme.of(question, result),
        question=question,
        result=result,
        ballots=text,
    )


def _election(proposal: Proposal, outcome: Outcome) -> Election | Scores | Spending:
    asked = asked_of(proposal, [Ballot(one.keys) for one in outcome.alike for _ in range(one.ballots)])
    if proposal.how.ballot is BallotKind.SCORES:
        return attrs.evolve(scores(asked), title=proposal.title)
    if proposal.how.spends:
        return attrs.evolve(spending_on(asked, proposal.keys), title=proposal.title)
    place = {key: number for number, key in enumerate(proposal.keys, 1)}
    piles = [Pile(tuple(place[key] for key in one.keys if key != ABSTAIN), one.ballots) for one in outcome.alike]
    gone = proposal.withdrawn if proposal.how.ballot is BallotKind.RANKS else frozenset[str]()
    return Election(
        title=proposal.title,
        candidates=tuple(proposal.names.values()),
        seats=proposal.seats,
        piles=tuple(piles),
        kind=held.KINDS[proposal.how.ballot],
        withdrawn=frozenset(place[key] for key in gone),
    )


def _totals(proposal: Proposal, outcome: Outcome, question: dict[str, Any]) -> Bundle:
    names, place = proposal.names, {key: number for number, key in enumerate(proposal.keys, 1)}
    winners, level = ([place[key] for key in keys] for keys in (outcome.winners, outcome.tied))
    standing = sum(outcome.votes_for(key) > 0 for key in names)
    sets = held.sets(winners, level, min(proposal.seats, standing))
    result = held.told(tuple(names.values()), question, winners, sets)
    del result["file"]
    result |= {
        "ballots": outcome.taking_part,
        "votes": {names[key]: outcome.votes_for(key) for key in names},
        "abstained": outcome.votes_for(ABSTAIN),
    }
    closing = str(outcome.closing)
    text = readme.of(question, result)
    return bundled(closing=closing, script=script.totals_only(), readme=text, question=question, result=result)
