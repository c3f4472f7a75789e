"""Closing: counting a vote once, in one transaction, and destroying its key."""

from __future__ import annotations

import attrs

from alongside.decisions import closing_record, offers, story
from alongside.decisions.actions import batches, card_letters, damaged, key_cards, keys, letters, objecting
from alongside.decisions.actions.concerned import concerned
from alongside.decisions.actions.damaged import Damaged
from alongside.decisions.actions.holding import hold_as_teller, must_be_over
from alongside.decisions.actions.key_cards import Typed
from alongside.decisions.actions.recording import record
from alongside.decisions.ballot import Ballot, BallotKind
from alongside.decisions.level import Level
from alongside.decisions.life import VOTED_ON, NotNow, ProposalState
from alongside.decisions.on_record import Done
from alongside.decisions.open_choice import OpenChoice
from alongside.decisions.outcome import Decision, count
from alongside.decisions.proposal import Proposal
from alongside.decisions.roll import RollLine
from alongside.decisions.tables import OPEN_CHOICES, OUTCOMES, PROPOSALS, ROLL
from alongside.refusal import BadInput, worded
from alongside.store import Unit


def close(
    unit: Unit,
    id: str,  # noqa: A002 - what the column is called
    *,
    lot: str = "",
    cards: Typed | None = None,
    without_damaged: str = "",
) -> Decision:
    """Close a vote and count it: ballots are opened in memory, totals written, sealed ballots emptied.

    Reasons of objections are kept apart from then on. ``lot`` is what was thrown in the room to part a tie,
    ``cards`` are two key cards of a locked box, as they were typed. Whom it concerns is told what came out.
    ``without_damaged`` is why the count goes on without ballots that cannot be opened, once they are on record.
    The caller destroys the key by ``destroy_spent_keys`` in a unit of its own, after this one is committed.

    Raises:
        KeyLost: where the ballots cannot be opened; members must vote again.
        Damaged: where some ballots cannot be opened, and it was not said why to go on without them.
        DoesNotAddUp: where paper ballots are not what the roll says; nothing is changed then.
        WrongCard: where two key cards do not open a locked box; nothing is changed then.
        NotNow: where the vote is not open, or takes votes still.
        BadInput: where the checker does not agree with the count; nothing is counted then.
    """
    found = hold_as_teller(unit, id)
    must_be_over(unit, found)
    lines = unit.find(ROLL, ROLL.table.c.proposal == id)
    private = _private_half(found, cards)
    ballots, broken = damaged.opened(lines, private)
    if broken:
        _go_on_without(unit, found, broken, without_damaged)
    every = _standing(found, _apart(ballots, batches.opened(unit, found, lines, private)))
    named = offers.named(unit, [found])[0]
    outcome = count(unit.new_id(), named, every, len(lines), unit.now, lot.strip())
    story.hold(named, outcome, every, lot.strip())
    closing = closing_record.made(named, outcome, lines, lot.strip(), damaged=broken)
    outcome = attrs.evolve(outcome, closing=closing)
    unit.add(OUTCOMES, outcome)
    if found.level is Level.OPEN:
        _put_on_record(unit, found, ballots)
    objecting.keep(unit, found, ballots, every)
    _empty(unit, id, lines)
    closed = unit.change(PROPOSALS, found, state=ProposalState.CLOSED)
    if outcome.waits:
        objecting.tell(unit, closed)
    else:
        unit.tell("decision_closed", proposal=closed, outcome=outcome)
    _write_to(unit, Decision(closed, outcome))
    return Decision(offers.named(unit, [closed])[0], outcome)


def _empty(unit: Unit, proposal: str, lines: list[RollLine]) -> None:
    """Destroy the sealed ballots, on the roll and in batches."""
    for line in lines:
        if line.sealed or line.waits:
            unit.change(ROLL, line, sealed=None, waits=None)
    batches.empty(unit, proposal)


def _write_to(unit: Unit, decision: Decision) -> None:
    """Tell whom it concerns what came out, and holders of key cards that these have done their work."""
    for person in concerned(unit, decision.proposal):
        letters.result(unit, decision.proposal, decision.outcome, person)
    for card in key_cards.cards_of(unit, decision.proposal.id):
        if card.holder:
            card_letters.card_is_spent(unit, decision.proposal, card.holder)


def _private_half(proposal: Proposal, cards: Typed | None) -> str:
    if proposal.public_key is None:
        raise NotNow(worded("decisions", "“{title}” has no key, so it took no votes.", title=proposal.title))
    if proposal.level is not Level.LOCKED:
        return keys.private_half(proposal.public_key, proposal.title)
    if cards is None:
        raise BadInput(
            worded(
                "decisions",
                "“{title}” is a locked box. Two of its three key cards open it: type both of them.",
                title=proposal.title,
            )
        )
    return key_cards.private_half(proposal, cards)


def _go_on_without(unit: Unit, found: Proposal, broken: int, why: str) -> None:
    if not why.strip():
        raise Damaged(found.title, broken)
    record(unit, found.id, Done.COUNTED_WITHOUT, words=why)


def _apart(opened: list[tuple[RollLine, Ballot]], papers: list[Ballot]) -> list[Ballot]:
    """The ballots alone, in an order that tells nothing of whose they are."""
    return sorted([*papers, *(ballot for _line, ballot in opened)], key=lambda ballot: ballot.text)


def _standing(found: Proposal, ballots: list[Ballot]) -> list[Ballot]:
    """The ballots as they count: a tick for somebody who has gone has no next name to go on to."""
    if found.how.ballot is not BallotKind.TICKS or not found.withdrawn:
        return ballots
    return sorted((one.without(found.withdrawn) for one in ballots), key=lambda ballot: ballot.text)


def _put_on_record(unit: Unit, proposal: Proposal, opened: list[tuple[RollLine, Ballot]]) -> None:
    """Write down who chose what: members were told on every ballot page that this is an open vote."""
    made = [
        OpenChoice(id=unit.new_id(), proposal=proposal.id, person=line.person, ballot=ballot.chosen)
        for line, ballot in opened
    ]
    unit.add_all(OPEN_CHOICES, made)


def destroy_key_of_withdrawn(unit: Unit, id: str) -> None:  # noqa: A002 - what the column is called
    """Destroy the key of a withdrawn vote: its ballots were thrown away, and no copy of them shall open."""
    found = unit.get(PROPOSALS, id)
    unit.need("decisions.count", own=found.proposer)
    found.must_be(ProposalState.WITHDRAWN)
    if found.public_key:
        keys.destroy(found.public_key)


def destroy_spent_keys(unit: Unit) -> None:
    """Destroy the keys of votes that are over, those too that a crash after an earlier count has left."""
    unit.need("decisions.count")
    over = [state.value for state in (*VOTED_ON, ProposalState.WITHDRAWN)]
    for proposal in unit.find(PROPOSALS, PROPOSALS.table.c.state.in_(over)):
        if proposal.public_key:
            keys.destroy(proposal.public_key)
