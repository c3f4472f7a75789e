"""The rules that a file of ballots can be counted by, found by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import partial
from pathlib import Path

import attrs

from alongside.decisions.counting import approval, blt, majority, record, scottish_stv, telling, ticks
from alongside.decisions.counting.ballots import Election
from alongside.refusal import BadInput


@attrs.frozen(kw_only=True)
class Counted:
    """A finished count for whoever reads it: plain data for machines, lines of text for people."""

    facts: Mapping[str, object]
    text: str


@attrs.frozen
class Rule:
    """One way of counting: ``count`` takes the election, the seed of its lots and how wide the text may be."""

    name: str
    count: Callable[[Election, str, int], Counted]


def _scottish_stv(election: Election, seed: str, width: int) -> Counted:
    result = scottish_stv.count(election, seed)
    return Counted(facts=record.facts(result), text=telling.count(result, width))


def _majority(threshold: majority.Threshold, election: Election, _seed: str, _width: int) -> Counted:
    verdict = majority.count(threshold, election)
    return Counted(facts=majority.facts(verdict), text=telling.verdict(verdict, election.title))


def _approval(election: Election, seed: str, width: int) -> Counted:
    counted = approval.count(election, seed)
    return Counted(facts=approval.facts(counted), text=telling.approvals(counted, width))


RULES: Mapping[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule(scottish_stv.NAME, _scottish_stv),
        Rule(approval.NAME, _approval),
        *(
            Rule(threshold.name, partial(_majority, threshold))
            for threshold in (majority.SIMPLE, majority.TWO_THIRDS)
        ),
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


def read(path: Path, by: Rule) -> Election:
    """Read a file of ballots by its ending: ticks from ``.csv``, everything else as ``.blt``.

    Raises:
        BadInput: where the file holds ticks and the rule asks for ranks.
    """
    if path.suffix.casefold() != ".csv":
        return blt.read(path)
    if by.name != approval.NAME:
        raise BadInput("a .csv file holds ticks", where=str(path), remedy=f"Count it with --rule {approval.NAME}.")
    return ticks.read(path)
