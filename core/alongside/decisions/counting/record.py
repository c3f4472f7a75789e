"""The record of a count as plain data, in the shape that ``--json`` prints."""

from __future__ import annotations

from alongside.decisions.counting.ballots import Election
from alongside.decisions.counting.lots import Lot
from alongside.decisions.counting.stages import Count, Stage, said


def figures(result: Count) -> dict[str, object]:
    """The figures of a count in stages for ``--json``; candidates by name, votes as text with five decimals.

    A withdrawn candidate is listed under ``withdrawn`` only. ``stages`` holds what record sheets hold; where
    every vote went beside that stands in ``transfers`` and ``lots``.
    """
    election = result.election
    return {
        "title": election.title,
        "valid_votes": result.valid_votes,
        "quota": result.quota,
        "stages": [_stage_facts(election, stage) for stage in result.stages],
        "transfers": [_transfer_facts(election, stage) for stage in result.stages],
        "lots": [lot_facts(election, lot) for lot in result.lots],
        "seed": result.seed,
        "withdrawn": election.named(sorted(election.withdrawn)),
        "empty_ballots": election.empty_ballots,
        "ballots_with_gaps": election.gaps,
        "ballots_with_shared_ranks": election.shared_ranks,
    }


def _stage_facts(election: Election, stage: Stage) -> dict[str, object]:
    return {
        "stage": stage.number,
        "votes": {election.name(number): said(votes) for number, votes in stage.votes.items()},
        "elected": election.named(stage.elected),
        "excluded": election.named(stage.excluded),
    }


def _transfer_facts(election: Election, stage: Stage) -> dict[str, object]:
    moved = stage.transfer
    return {
        "stage": stage.number,
        "kind": moved.kind if moved else "first preferences",
        "from": election.name(moved.giver) if moved else None,
        "votes": said(moved.votes) if moved else said(sum(stage.votes.values())),
        "non_transferable": said(stage.non_transferable),
        "rounding_loss": said(stage.rounding_loss),
    }


def lot_facts(election: Election, lot: Lot) -> dict[str, object]:
    """One draw as plain data."""
    return {
        "stage": lot.stage,
        "between": election.named(lot.tied),
        "purpose": lot.purpose,
        "drawn": election.name(lot.drawn),
    }
