"""Ending a vote before its last day: with a reason that all whom it concerns are told, and the result tells."""

from __future__ import annotations

from alongside.decisions.actions import letters
from alongside.decisions.actions.concerned import concerned
from alongside.decisions.actions.holding import hold_as_teller
from alongside.decisions.actions.recording import must_say_why, record
from alongside.decisions.on_record import Done
from alongside.decisions.proposal import Proposal
from alongside.decisions.tables import PROPOSALS
from alongside.store import Unit


def end_early(unit: Unit, id: str, why: str) -> Proposal:  # noqa: A002 - what the column is called
    """Take no more votes from now on. Nothing is counted by it: papers are entered, and then it is counted.

    Whoever ends a vote early might choose the moment for an outcome, so it is never done unseen.

    Raises:
        NotNow: before the opening and after the end.
        BadInput: without a reason.
    """
    found = hold_as_teller(unit, id)
    found.must_take_votes(unit.now)
    must_say_why(why)
    record(unit, id, Done.ENDED_EARLY, words=why)
    for person in concerned(unit, found):
        letters.ended_early(unit, found, person)
    return unit.change(PROPOSALS, found, closes=unit.now, ended_early=why.strip())
