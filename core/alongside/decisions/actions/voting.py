"""Voting: opening a vote, taking sealed ballots, and voting again where a key was lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from alongside.decisions import offers
from alongside.decisions.actions import damaged, helping, key_cards, keys, letters, rewording, sealing
from alongside.decisions.actions.by_the_roll import need_to_vote
from alongside.decisions.actions.calling import call_again
from alongside.decisions.actions.emptying import empty_roll
from alongside.decisions.actions.holding import hold_as_teller, own_line
from alongside.decisions.actions.recording import record
from alongside.decisions.ballot import Ballot
from alongside.decisions.electorate import LEAST, Who
from alongside.decisions.level import Level
from alongside.decisions.life import NotNow, ProposalState
from alongside.decisions.on_record import Done
from alongside.decisions.proposal import Proposal
from alongside.decisions.quorum import least
from alongside.decisions.remark import RemarkKind, unanswered
from alongside.decisions.roll import NO_CALL, NO_HELP, NOTHING_SENT, Channel, Helped, RollLine
from alongside.decisions.tables import PROPOSALS, REMARKS, ROLL
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
from alongside.store import Unit


def open_vote(unit: Unit, id: str, *, closes: datetime | None = None) -> Proposal:  # noqa: A002 - what the column is called
    """Open the vote: the roll is frozen to those who decide at this instant, who are told, and a key is there.

    Raises:
        NotNow: before members have had their days to read, while somebody waits for a clearer paper, before each
            card of a locked box was tried, or where one person alone is left of a panel or a business.
    """
    found = hold_as_teller(unit, id)
    deciding = offers.entitled(unit, found)
    if closes is not None:
        found = unit.change(PROPOSALS, found, closes=closes)
    found.must_open(unit.now, len(deciding), enterprise.the_enterprise(unit).zone)
    _refuse_one_alone(found, deciding)
    rewording.must_say_the_same(found)
    _refuse_while_unclear(unit, found)
    for person in deciding:
        unit.add(ROLL, RollLine(id=unit.new_id(), proposal=id, person=person))
    public = _locked_key(unit, found) if found.level is Level.LOCKED else keys.make()
    frozen = {"opens": unit.now, "quorum": least(found.quorum, len(deciding)), "public_key": public}
    opened = unit.change(PROPOSALS, found, state=ProposalState.OPEN, **frozen)
    for person in deciding:
        letters.vote_opened(unit, opened, person)
    return opened


def _refuse_one_alone(found: Proposal, deciding: Sequence[str]) -> None:
    """People leave between the proposal and its vote; all members may be as few as they are."""
    if found.decides is not Who.MEMBERS and len(deciding) < LEAST:
        raise NotNow(
            worded(
                "decisions",
                "Fewer than 2 people can vote on “{title}”, so its result would tell how one voted. "
                "Propose it again for others to decide.",
                title=found.title,
            )
        )


def _locked_key(unit: Unit, found: Proposal) -> str:
    """The public half of a key that stands on cards, each of which has worked."""
    key_cards.must_be_tried(unit, found)
    return str(found.public_key)


def _refuse_while_unclear(unit: Unit, proposal: Proposal) -> None:
    waiting = unanswered(unit.find(REMARKS, REMARKS.table.c.proposal == proposal.id))
    if any(one.kind is RemarkKind.NOT_CLEAR for one in waiting):
        unclear = worded(
            "decisions",
            "A member says that “{title}” is not clear enough yet. Answer on its page before you open the vote.",
            title=proposal.title,
        )
        raise NotNow(unclear)


def vote(unit: Unit, id: str, ballot: Ballot, *, helped: Helped | None = None) -> RollLine:  # noqa: A002 - what the column is called
    """Take the ballot of the one who acts; one she sent before is replaced. It is sealed before it is stored.

    ``helped`` is noted on the roll where she says that somebody helped her, and whoever has come in with her
    whether she says so or not: who and how, never with what choice.

    Raises:
        BadInput: where it is not said how she was helped.
        NotOnTheRoll: where she had no vote when the roll was frozen.
        NotNow: before the opening and after the close.
    """
    need_to_vote(unit, id)
    helped = _with_her(unit, helped)
    _must_say_how(helped)
    if helped and helped.helper:
        people.must_all_be_here(unit, [helped.helper])
    found, line = own_line(unit, id)
    found.must_take(ballot, unit.now)
    key_cards.must_take_ballots(unit, found)
    _must_have_no_paper(found, line)
    if helped and helped.helper:
        helping.check_helper(unit, found, helped.helper)
    sealed = sealing.seal(found.how.written(ballot, found.keys), str(found.public_key), found.how.room)
    mark = {"voted": True, "day": enterprise.today(unit), "channel": Channel.WEB, "sealed": sealed, **NO_CALL}
    return unit.change(ROLL, line, **mark, **_help(helped), waits=None)


def _must_have_no_paper(found: Proposal, line: RollLine) -> None:
    if line.voted and line.paper:
        raise NotNow(
            worded(
                "decisions",
                "You have voted on paper in “{title}”. Your paper lies in the box, and nobody knows which it is.",
                title=found.title,
            )
        )
    if line.paper:
        raise NotNow(
            worded(
                "decisions",
                "You have a paper ballot for “{title}”. Give it back to a teller, then you can vote here.",
                title=found.title,
            )
        )


def _with_her(unit: Unit, helped: Helped | None) -> Helped | None:
    beside = unit.actor.helper
    return Helped(helper=beside) if beside and (helped is None or helped.helper != beside) else helped


def _must_say_how(helped: Helped | None) -> None:
    if helped and helped.how is None:
        raise BadInput(
            worded("decisions", "It was not said how you are helped. Choose one of the answers."),
        )


def _help(helped: Helped | None) -> dict[str, Any]:
    return {"helped": True, "helper": helped.helper, "help": helped.how} if helped else NO_HELP


def take_back(unit: Unit, id: str) -> RollLine:  # noqa: A002 - what the column is called
    """Take the ballot of the one who acts out of the box: she has not voted, until she votes again.

    Raises:
        NotNow: after the close, or where she has no ballot in the box.
    """
    need_to_vote(unit, id)
    found, line = own_line(unit, id)
    found.must_take_votes(unit.now)
    if not line.voted:
        raise NotNow(worded("decisions", "You have no vote on “{title}” in the box.", title=found.title))
    _must_have_no_paper(found, line)
    return unit.change(ROLL, line, **NOTHING_SENT, **NO_HELP)


def reopen(unit: Unit, id: str, closes: datetime) -> Proposal:  # noqa: A002 - what the column is called
    """Begin a vote again whose key is lost, or some of its ballots: they are cleared, the roll stays and is told.

    Raises:
        NotNow: where the key is there and no ballot is damaged: members' votes would be thrown away.
    """
    found = hold_as_teller(unit, id)
    found.must_be(ProposalState.OPEN)
    if found.level is Level.LOCKED:
        raise NotNow(
            worded(
                "decisions",
                "The key of “{title}” is on three cards. Its page says what to do if they are lost.",
                title=found.title,
            )
        )
    if not (is_key_lost(found) or damaged.may_begin_again(unit, found)):
        there = worded(
            "decisions",
            "The key of “{title}” is not lost. Close the vote instead: its ballots count.",
            title=found.title,
        )
        raise NotNow(there)
    empty_roll(unit, id)
    again = unit.change(PROPOSALS, found, closes=closes, ended_early=None, public_key=keys.make())
    again.must_close_after(unit.now)
    record(unit, id, Done.BEGUN_AGAIN)
    call_again(unit, again)
    return again


def is_key_lost(found: Proposal) -> bool:
    """True if the server should have the key of a vote and has not. That of a locked box it never has."""
    at_the_server = found.level is not Level.LOCKED and found.public_key is not None
    return at_the_server and not keys.is_there(str(found.public_key))
