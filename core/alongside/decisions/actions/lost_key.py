"""A locked box whose key is lost: one teller says so, another begins the vote again, and members are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from alongside.decisions.actions import key_cards, letters
from alongside.decisions.actions.emptying import empty_roll
from alongside.decisions.actions.holding import must_not_stand
from alongside.decisions.actions.key_cards import Planned, locked
from alongside.decisions.actions.recording import must_say_why, record, recorded_since
from alongside.decisions.life import NotNow, ProposalState
from alongside.decisions.on_record import Done, OnRecord
from alongside.decisions.proposal import Proposal
from alongside.decisions.tables import PROPOSALS, ROLL
from alongside.refusal import worded
from alongside.store import Unit


def say_lost(unit: Unit, id: str, why: str) -> OnRecord:  # noqa: A002 - what the column is called
    """Put on record that two cards of an open vote are gone, so that its box cannot be opened.

    Raises:
        NotNow: where the vote is not an open one with a locked box.
    """
    unit.need("decisions.count")
    found = _open_box(unit, id)
    must_say_why(why)
    if said_lost(unit, id):
        raise NotNow(
            worded("decisions", "It is on record already that the key of “{title}” is lost.", title=found.title)
        )
    return record(unit, id, Done.KEY_LOST, words=why)


def plan_again(unit: Unit, id: str, holders: Sequence[str]) -> Planned:  # noqa: A002 - what the column is called
    """Make a new key for a vote whose key is lost, to be printed before ``begin_again`` puts it in force.

    Raises:
        NotNow: where no other teller has said that the key is lost.
    """
    unit.need("decisions.count")
    found = _open_box(unit, id)
    _must_be_said_by_another(unit, found)
    return key_cards.new_key(unit, found, holders)


def begin_again(unit: Unit, id: str, planned: Planned, closes: datetime) -> None:  # noqa: A002 - what the column is called
    """Begin a vote again whose key is lost: its ballots are cleared, its roll stays, the cards are new.

    Nobody can prove that paper is lost. So that no teller alone can throw votes away, another one has said it.
    Everybody on the roll is told; no ballot is taken before each new card was tried.

    Raises:
        NotNow: where no other teller has said that the key is lost.
    """
    unit.need("decisions.count")
    found = _open_box(unit, id)
    _must_be_said_by_another(unit, found)
    empty_roll(unit, id)
    again = unit.change(PROPOSALS, found, closes=closes, ended_early=None)
    again.must_close_after(unit.now)
    key_cards.put_in_force(unit, again, planned)
    record(unit, id, Done.BEGUN_AGAIN)
    for line in unit.find(ROLL, ROLL.table.c.proposal == id, ROLL.table.c.person.is_not(None)):
        letters.votes_lost(unit, again, str(line.person))


def said_lost(unit: Unit, proposal: str) -> OnRecord | None:
    """Return what was said about a lost key or damaged ballots, where the vote has not begun again since."""
    return recorded_since(unit, proposal, Done.BEGUN_AGAIN, Done.KEY_LOST, Done.CANNOT_OPEN)


def _must_be_said_by_another(unit: Unit, found: Proposal) -> None:
    said = said_lost(unit, found.id)
    if said is None:
        raise NotNow(
            worded(
                "decisions",
                "Nobody has said that the key of “{title}” is lost. A teller says so first.",
                title=found.title,
            )
        )
    if said.by is not None and said.by == unit.actor.id:
        raise NotNow(
            worded(
                "decisions",
                "You said yourself that the key of “{title}” is lost. Another teller begins the vote again.",
                title=found.title,
            )
        )


def _open_box(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    found = locked(unit, id)
    must_not_stand(unit, found)
    found.must_be(ProposalState.OPEN)
    return found
