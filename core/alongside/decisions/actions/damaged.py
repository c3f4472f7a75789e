"""Ballots that cannot be opened: they are named by their number, and tellers go on without them or begin again."""

from __future__ import annotations

from collections.abc import Sequence

from alongside.decisions.actions import sealing
from alongside.decisions.actions.recording import record, recorded_since
from alongside.decisions.ballot import Ballot
from alongside.decisions.life import ProposalState
from alongside.decisions.on_record import Done, OnRecord
from alongside.decisions.proposal import Proposal
from alongside.decisions.roll import RollLine
from alongside.decisions.tables import PROPOSALS
from alongside.refusal import Refusal, worded
from alongside.store import Unit

Opened = list[tuple[RollLine, Ballot]]
"""Ballots with the lines of the roll they lay on, for as long as a unit lasts."""


class Damaged(Refusal):
    """Some ballots of a vote do not open with its key; ``ballots`` is how many."""

    status = 409

    def __init__(self, title: str, ballots: int) -> None:
        self.ballots = ballots
        super().__init__(
            worded(
                "decisions",
                "Damaged ballots of “{title}” that nobody can open: {n}. Nothing was counted. "
                "Its page says what you can do now.",
                title=title,
                n=ballots,
            )
        )


def opened(lines: Sequence[RollLine], private: str) -> tuple[Opened, int]:
    """Return the ballots that can be opened, and how many cannot."""
    found: Opened = []
    sealed = [line for line in lines if line.sealed]
    for line in sealed:
        try:
            found.append((line, Ballot.of(sealing.unseal(str(line.sealed), private))))
        except sealing.CannotOpen:
            continue
    return found, len(sealed) - len(found)


def note(unit: Unit, id: str, damaged: Damaged) -> None:  # noqa: A002 - what the column is called
    """Put on record that ballots are damaged, once for a vote: from now on its page says what can be done."""
    unit.need("decisions.count")
    if unit.get(PROPOSALS, id).state is ProposalState.OPEN and said_damaged(unit, id) is None:
        record(unit, id, Done.CANNOT_OPEN, words=f"{damaged.ballots}")


def said_damaged(unit: Unit, proposal: str) -> OnRecord | None:
    """Return what is on record of damaged ballots, where the vote has not begun again since."""
    return recorded_since(unit, proposal, Done.BEGUN_AGAIN, Done.CANNOT_OPEN)


def may_begin_again(unit: Unit, found: Proposal) -> bool:
    """True if a vote whose key is there may begin again, for some of its ballots are damaged."""
    return said_damaged(unit, found.id) is not None
