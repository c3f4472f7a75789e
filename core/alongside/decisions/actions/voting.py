"""Voting: opening a vote, taking sealed ballots, and voting again where a key was lost."""

from __future__ import annotations

from datetime import datetime

from alongside.decisions.actions import keys, sealing
from alongside.decisions.proposal import NotNow, Proposal, ProposalState
from alongside.decisions.roll import Channel, NotOnTheRoll, RollLine
from alongside.decisions.tables import PROPOSALS, ROLL
from alongside.enterprise import offers as enterprise
from alongside.store import Unit


def hold(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    """Return a proposal as it is now, held until the unit ends, so that votes and the count take turns."""
    unit.lock(PROPOSALS, [id])
    return unit.get(PROPOSALS, id)


def open_vote(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    """Open the vote: the roll is frozen to the members of this instant, and the decision's key is made."""
    unit.need("decisions.count")
    found = hold(unit, id)
    members = enterprise.people_with(unit, "member")
    found.must_open(unit.now, len(members))
    for person in members:
        unit.add(ROLL, RollLine(id=unit.new_id(), proposal=id, person=person))
    return unit.change(PROPOSALS, found, state=ProposalState.OPEN, opens=unit.now, public_key=keys.make())


def vote(unit: Unit, id: str, choice: str) -> RollLine:  # noqa: A002 - what the column is called
    """Take the ballot of the one who acts; one she sent before is replaced. It is sealed before it is stored.

    Raises:
        NotOnTheRoll: where she had no vote when the roll was frozen.
        NotNow: before the opening and after the close.
    """
    unit.need("decisions.vote")
    found = hold(unit, id)
    found.must_take(choice, unit.now)
    line = line_of(unit, id, unit.actor.id)
    if line is None or found.public_key is None:
        raise NotOnTheRoll(f"You are not on the roll of “{found.title}”. It was frozen when the vote opened.")
    sealed = sealing.seal(choice, found.public_key)
    return unit.change(ROLL, line, voted=True, day=enterprise.today(unit), channel=Channel.WEB, sealed=sealed)


def line_of(unit: Unit, proposal: str, person: str) -> RollLine | None:
    """Return a person's line on the roll, or None where she is not on it."""
    table = ROLL.table
    return next(iter(unit.find(ROLL, table.c.proposal == proposal, table.c.person == person)), None)


def reopen(unit: Unit, id: str, closes: datetime) -> Proposal:  # noqa: A002 - what the column is called
    """Begin a vote again whose key is lost: its ballots are cleared, the roll stays, there is a new key.

    Raises:
        NotNow: where the key is there, because members' votes would be thrown away.
    """
    unit.need("decisions.count")
    found = hold(unit, id)
    found.must_be(ProposalState.OPEN)
    if found.public_key and keys.is_there(found.public_key):
        raise NotNow(f"The key of “{found.title}” is not lost. Close the vote instead: its ballots count.")
    empty_roll(unit, id)
    again = unit.change(PROPOSALS, found, closes=closes, public_key=keys.make())
    again.must_close_after(unit.now)
    return again


def empty_roll(unit: Unit, proposal: str) -> None:
    """Take every mark and ballot off the roll."""
    for line in unit.find(ROLL, ROLL.table.c.proposal == proposal, ROLL.table.c.voted):
        unit.change(ROLL, line, voted=False, day=None, channel=None, sealed=None)
