"""Counting what is in a bundle again by our own rules, and comparing every figure of its result."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from alongside.decisions.bundling import ballots_file, held, of_file, script
from alongside.decisions.bundling.differing import differing
from alongside.decisions.bundling.opening import Files
from alongside.decisions.counting import rules
from alongside.decisions.counting.ballots import Contest, Election, Kind
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.scores import Scores
from alongside.decisions.counting.spending import Spending
from alongside.decisions.vote_rule import rule_named
from alongside.refusal import BadInput

Facts = Mapping[str, Any]

MOST_VOTED = 1_000_000
"""Ballots of a decision are laid out one by one, so a stranger's file shall not have us lay out any number."""


def again(files: Files, question: Facts, result: Facts) -> Iterator[str]:
    """What the result says otherwise than the ballots do, where they are here to be counted."""
    named = {question["ballots"]} if "ballots" in question else set[str]()
    if (here := files.keys() & set(ballots_file.NAMES.values())) != named:
        yield f"question: it names other ballots than those that are here ({', '.join(sorted(here)) or 'none'})."
        return
    if not named:
        yield from _totals(question, result)
        return
    contest = _contest(files, question)
    if question["of"] == "decision" and isinstance(contest, Election | Scores | Spending):
        found = held.count(contest, question)
    else:
        found = rules.rule(question["rule"]).count(contest, _asking(question)).facts()
        found = of_file.in_order_of_the_paper(found)
    # What the result tells beside that is looked at too: nothing stands in it that was not counted.
    for key in sorted(found.keys() | result.keys()):
        yield from differing(f"result, {key}", result.get(key), json.loads(json.dumps(found.get(key))))


def _totals(question: Facts, result: Facts) -> Iterator[str]:
    """What a result without ballots says otherwise than its own names do; its figures stand in the record."""
    # Of a decision that few voted on, totals alone are kept. A file that was counted has ballots.
    if question["of"] != "decision":
        yield "question: there are no ballots."
        return
    names = tuple(held.on_the_paper(question, result))
    winners, *tied = ([names.index(name) + 1 for name in one] for one in (result["winners"], *result["tied"]))
    found = held.told(names, question, winners, tied)
    for key in sorted((found.keys() - {"file"}) | (result.keys() - {"ballots", "votes", "abstained"})):
        yield from differing(f"result, {key}", result.get(key), found.get(key))


def _contest(files: Files, question: Facts) -> Contest:
    kind = kind_of(question)
    contest = ballots_file.read(files[question["ballots"]].decode(), kind, _asking(question))
    if question["of"] == "decision" and contest.ballots > MOST_VOTED:
        raise BadInput("question: there are as many ballots as no decision has")
    return attrs.evolve(contest, seats=question["seats"], title=question["title"])


def kind_of(question: Facts) -> Kind:
    """What the ballots are; ``.csv`` may hold anything, so the rule and what was asked tell."""
    rule = question["rule"]
    takes = (held.KINDS[rule_named(rule).ballot],) if question["of"] == "decision" else rules.rule(rule).takes
    fitting = [kind for kind in takes if ballots_file.NAMES[kind] == question["ballots"]]
    if not fitting:
        raise BadInput("question: such ballots are not counted by such a rule")
    return fitting[0]


def _asking(question: Facts) -> Asking:
    """What was asked of the count, beside the rule."""
    return Asking(**{key: question[key] for key in ("lot", "max_score", "satisfaction") if key in question})


def scripts(question: Facts) -> Iterator[bytes]:
    """The script that we would have put into such a bundle."""
    try:
        kind = kind_of(question) if "ballots" in question else None
        ours = script.recount(question["rule"], kind) if kind else script.totals_only()
    except (AttributeError, BadInput, LookupError, TypeError, ValueError):
        return
    yield ours.encode()
