"""Voting: opening a vote, taking sealed ballots, and voting again where a key was lost."""

from __future__ import annotations

from datetime import datetime

from alongside.decisions.actions import keys, letters, sealing
from alongside.decisions.ballot import Ballot, BallotKind
from alongside.decisions.life import NotNow, ProposalState
from alongside.decisions.proposal import Proposal
from alongside.decisions.remark import RemarkKind, unanswered
from alongside.decisions.roll import Channel, NotOnTheRoll, RollLine
from alongside.decisions.tables import PROPOSALS, REMARKS, ROLL
from alongside.enterprise import offers as enterprise
from alongside.store import Unit


def hold(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    """Return a proposal as it is now, held until the unit ends, so that votes and the count take turns."""
    unit.lock(PROPOSALS, [id])
    return unit.get(PROPOSALS, id)


def open_vote(unit: Unit, id: str, *, closes: datetime | None = None) -> Proposal:  # noqa: A002 - what the column is called
    """Open the vote: the roll is frozen to the members of this instant, who are told, and the key is made.

    Raises:
        NotNow: before members have had their days to read, or while somebody waits for a clearer paper.
    """
    unit.need("decisions.count")
    found = hold(unit, id)
    members = enterprise.people_with(unit, "member")
    if closes is not None:
        found = unit.change(PROPOSALS, found, closes=closes)
    found.must_open(unit.now, len(members), enterprise.the_enterprise(unit).zone)
    _refuse_while_unclear(unit, found)
    for person in members:
        unit.add(ROLL, RollLine(id=unit.new_id(), proposal=id, person=person))
    opened = unit.change(PROPOSALS, found, state=ProposalState.OPEN, opens=unit.now, public_key=keys.make())
    for person in members:
        letters.vote_opened(unit, opened, person)
    return opened


def _refuse_while_unclear(unit: Unit, proposal: Proposal) -> None:
    waiting = unanswered(unit.find(REMARKS, REMARKS.table.c.proposal == proposal.id))
    if any(one.kind is RemarkKind.NOT_CLEAR for one in waiting):
        found = f"A member says that “{proposal.title}” is not clear enough yet."
        raise NotNow(f"{found} Answer on its page before you open the vote.")


def vote(unit: Unit, id: str, ballot: Ballot, *, helped: bool = False) -> RollLine:  # noqa: A002 - what the column is called
    """Take the ballot of the one who acts; one she sent before is replaced. It is sealed before it is stored.

    ``helped`` is noted on the roll where she says that somebody helped her; never who, nor with what choice.

    Raises:
        NotOnTheRoll: where she had no vote when the roll was frozen.
        NotNow: before the opening and after the close.
    """
    unit.need("decisions.vote")
    found = hold(unit, id)
    found.must_take(ballot, unit.now)
    line = line_of(unit, id, unit.actor.id)
    if line is None or found.public_key is None:
        raise NotOnTheRoll(f"You are not on the roll of “{found.title}”. It was frozen when the vote opened.")
    said = ballot if found.how.ballot is BallotKind.RANKS else ballot.in_order_of(found.keys)
    sealed = sealing.seal(said.text, found.public_key)
    mark = {"voted": True, "day": enterprise.today(unit), "channel": Channel.WEB, "helped": helped}
    return unit.change(ROLL, line, **mark, sealed=sealed)


def line_of(unit: Unit, proposal: str, person: str) -> RollLine | None:
    """Return a person's line on the roll, or None where she is not on it."""
    table = ROLL.table
    return next(iter(unit.find(ROLL, table.c.proposal == proposal, table.c.person == person)), None)


def reopen(unit: Unit, id: str, closes: datetime) -> Proposal:  # noqa: A002 - what the column is called
    """Begin a vote again whose key is lost: its ballots are cleared, the roll stays and is told, the key is new.

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
    for line in unit.find(ROLL, ROLL.table.c.proposal == id, ROLL.table.c.person.is_not(None)):
        letters.vote_again(unit, again, str(line.person))
    return again


def empty_roll(unit: Unit, proposal: str) -> None:
    """Take every mark and ballot off the roll."""
    for line in unit.find(ROLL, ROLL.table.c.proposal == proposal, ROLL.table.c.voted):
        unit.change(ROLL, line, voted=False, day=None, channel=None, sealed=None, helped=False)
