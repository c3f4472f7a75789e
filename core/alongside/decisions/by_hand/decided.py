"""A vote of the enterprise to be counted by hand: its cards and totals as they were kept at the count."""

from __future__ import annotations

import json
from collections.abc import Mapping

import attrs

from alongside.decisions.ballot import ABSTAIN, BallotKind
from alongside.decisions.by_hand.choosing import Mark
from alongside.decisions.by_hand.compared import Column, Lot, Totals
from alongside.decisions.by_hand.vote import MOST_CARDS, RULES, Vote, cards_of
from alongside.decisions.counting import lots, majority
from alongside.decisions.counting.stages import ONE_VOTE
from alongside.decisions.outcome import Outcome, StageFigures, Stages
from alongside.decisions.proposal import Proposal


def can_be_counted(asked: Proposal, outcome: Outcome | None) -> bool:
    """True if the ballots were kept, have room on a table, and all that the count came to can be told."""
    if outcome is None or asked.rule not in RULES or not (outcome.alike and outcome.conditions_met):
        return False
    if outcome.taking_part > MOST_CARDS < len(outcome.alike):
        return False
    return asked.how.ballot is not BallotKind.RANKS or (outcome.stages is not None and _text(outcome) is not None)


@attrs.frozen(kw_only=True)
class Called:
    """What options are called on a paper, by key, and what abstaining is: in the words of one edition."""

    options: Mapping[str, str]
    none: str


def vote(asked: Proposal, called: Called, outcome: Outcome | None) -> Vote:
    """Return the vote; without its ``outcome``, as it is before anybody has voted."""
    answers = asked.how.ballot is BallotKind.ONE
    outside = (called.none,) if answers else ()
    gone = asked.withdrawn
    standing = tuple(words for key, words in called.options.items() if key not in gone)
    said = [
        (tuple(called.options[key] for key in one.keys if key not in {ABSTAIN, *gone}) or outside, one.ballots)
        for one in (outcome.alike if outcome else ())
    ]
    return Vote(
        rule=asked.rule,
        names=(*standing, *outside),
        seats=asked.seats,
        outside=outside,
        cards=cards_of(said, asked.title),
        ticked=True,
    )


def lot(asked: Proposal, called: Called, outcome: Outcome) -> Lot | None:
    """Return the order of the lot by which a vote was counted; none where a tie would have stayed."""
    text = _text(outcome)
    if asked.how.ballot is BallotKind.ONE or not text or (text == outcome.id and not outcome.stages):
        return None
    numbers = range(1, len(asked.options) + 1)
    order = lots.in_order(text, numbers, lambda number: asked.names[asked.keys[number - 1]])
    return Lot(text, tuple(called.options[asked.keys[number - 1]] for number in order), text != outcome.id)


def _text(outcome: Outcome) -> str | None:
    """What was thrown, or else the number of the outcome; None where the record of an old count does not tell."""
    if outcome.closing is None:
        return None if outcome.drawn else outcome.id
    return str(json.loads(outcome.closing)["lot"]) or outcome.id


def totals(asked: Proposal, called: Called, outcome: Outcome) -> Totals:
    """Return the figures that were written down at the count."""
    if outcome.stages:
        return _staged(called, outcome, outcome.stages)
    figures = {called.options[total.choice]: total.votes for total in outcome.totals if total.choice != ABSTAIN}
    boxes = {"Cards": outcome.taking_part}
    if asked.how.ballot is BallotKind.ONE:
        cast = sum(figures.values())
        boxes |= {"Votes": cast, "Enough": majority.THRESHOLDS[asked.rule].needed(cast)}
        figures[called.none] = outcome.votes_for(ABSTAIN)
    winners = [called.options[key] for key in outcome.chosen_ones]
    column = Column(
        figures={name: f"{votes:,}" for name, votes in figures.items()}, marks=dict.fromkeys(winners, Mark.IN)
    )
    told = {name: f"{number:,}" for name, number in boxes.items()}
    return Totals(boxes=told, columns=(column,), tied=tuple(called.options[key] for key in outcome.tied))


def _staged(called: Called, outcome: Outcome, stages: Stages) -> Totals:
    boxes = {"Cards": outcome.taking_part, "Votes": stages.valid, "Enough": stages.quota}
    return Totals(
        boxes={name: f"{number:,}" for name, number in boxes.items()},
        columns=tuple(_stage(called, stages, stage) for stage in stages.stages),
    )


def _stage(called: Called, stages: Stages, stage: StageFigures) -> Column:
    held = sum(total.votes for total in stage.votes)
    marks = {**dict.fromkeys(stage.elected, Mark.IN), **dict.fromkeys(stage.excluded, Mark.OUT)}
    return Column(
        figures={called.options[total.choice]: _written(total.votes) for total in stage.votes},
        marks={called.options[key]: mark for key, mark in marks.items()},
        moved=called.options[stage.giver] if stage.giver else "",
        nobody=_written(stage.spent),
        left_out=_written(stages.valid * ONE_VOTE - held - stage.spent),
    )


def _written(votes: int) -> str:
    """Hundred-thousandths as they are written at the table: ``11``, ``7.5``, ``2.66665``."""
    whole, rest = divmod(votes, ONE_VOTE)
    return f"{whole}.{rest:05d}".rstrip("0").rstrip(".")
