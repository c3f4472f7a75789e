"""Waiting with a vote: being unsure, wanting to talk first, and giving everybody more days because of it."""

from __future__ import annotations

from datetime import datetime

from alongside.decisions.actions import letters
from alongside.decisions.actions.by_the_roll import need_to_vote
from alongside.decisions.actions.concerned import who_counts
from alongside.decisions.actions.holding import hold_as_teller, own_line
from alongside.decisions.life import NotNow
from alongside.decisions.proposal import Proposal
from alongside.decisions.roll import RollLine, Waiting
from alongside.decisions.tables import PROPOSALS, ROLL
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
from alongside.store import Unit


def wait(unit: Unit, id: str, why: Waiting) -> RollLine:  # noqa: A002 - what the column is called
    """Note that the one who acts is not sure yet, or wants to talk first. She is reminded; it is no vote.

    Whoever proposed it is told that somebody wants to talk; the page names her to those who lead it.

    Raises:
        NotNow: after the close, or where she has voted: her vote would be gone without her having said so.
    """
    need_to_vote(unit, id)
    found, line = own_line(unit, id)
    found.must_take_votes(unit.now)
    if line.voted:
        raise NotNow(
            worded("decisions", "You have voted on “{title}”. Take your vote back first.", title=found.title)
        )
    noted = unit.change(ROLL, line, waits=why)
    if why is Waiting.TALK and line.waits is not Waiting.TALK:
        _tell(unit, found)
    return noted


def _tell(unit: Unit, about: Proposal) -> None:
    """Write to the one who proposed it; where she is gone, or it is she herself who asks, to the tellers."""
    proposer = about.proposer if about.proposer and people.find(unit, about.proposer) else None
    asked = [proposer] if proposer and proposer != unit.actor.id else who_counts(unit, about, unit.actor.id)
    for person in asked:
        letters.wants_to_talk(unit, about, person, len(waiting_lines(unit, about.id, Waiting.TALK)))


def waiting_lines(unit: Unit, proposal: str, *why: Waiting) -> list[RollLine]:
    """Return the lines of those who wait with their vote, for one of these reasons; for any, if none is said."""
    table = ROLL.table
    meant = [one.value for one in why or tuple(Waiting)]
    return unit.find(ROLL, table.c.proposal == proposal, table.c.waits.in_(meant), table.c.person.is_not(None))


def give_more_days(unit: Unit, id: str, closes: datetime) -> Proposal:  # noqa: A002 - what the column is called
    """Let a vote end later, because somebody on the roll is not sure or wants to talk. Everybody on it is told.

    Raises:
        NotNow: after the close, and where nobody waits: time that nobody asked for could serve an outcome.
        BadInput: where the new end is no later than the old one.
    """
    found = hold_as_teller(unit, id)
    found.must_take_votes(unit.now)
    if not waiting_lines(unit, id):
        raise NotNow(
            worded("decisions", "Nobody has asked for more time to vote on “{title}”.", title=found.title)
        )
    if closes <= found.closes:
        raise BadInput("the vote ends then already, or later", remedy="Give a later closing day.")
    longer = unit.change(PROPOSALS, found, closes=closes)
    for line in unit.find(ROLL, ROLL.table.c.proposal == id, ROLL.table.c.person.is_not(None)):
        letters.more_days(unit, longer, str(line.person))
    return longer
