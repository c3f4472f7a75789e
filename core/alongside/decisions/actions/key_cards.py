"""Key cards of a locked box: made once, tried before members vote, handed on, and put together to open it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from alongside.decisions.actions import card_holders, card_letters, sealing
from alongside.decisions.actions.calling import call_again
from alongside.decisions.actions.holding import hold, must_not_stand
from alongside.decisions.actions.recording import must_say_why, record
from alongside.decisions.key_card import KeyCard
from alongside.decisions.key_share import KeyShare, WrongCard, cut, put_together, read_card
from alongside.decisions.level import Level
from alongside.decisions.life import BEFORE_THE_VOTE, NotNow, ProposalState
from alongside.decisions.on_record import Done
from alongside.decisions.proposal import Proposal
from alongside.decisions.tables import KEY_CARDS, PROPOSALS, ROLL
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
from alongside.store import Unit

REHEARSAL = "rehearsal"
"""What is sealed and opened to try cards: it is no ballot of any vote."""

Typed = tuple[str, str]
"""Two cards, as they were typed or scanned."""


@attrs.frozen(kw_only=True)
class Planned:
    """Cards that are to be printed: the public half of their key, who holds them, and what stands on each.

    It lives in memory until the paper is made, and nowhere after that.
    """

    public: str
    holders: tuple[str, ...]
    shares: tuple[KeyShare, ...] = attrs.field(repr=False)


def plan_cards(unit: Unit, id: str, holders: Sequence[str]) -> Planned:  # noqa: A002 - what the column is called
    """Make a key for a locked box, to be printed before ``issue_cards`` puts it in force.

    Raises:
        NotNow: once the vote is open, and for a teller who stands in it.
        BadInput: where it is not three different people, tellers or members, of whom nobody stands in it.
    """
    found = _locked_for_tellers(unit, id)
    found.must_be(*BEFORE_THE_VOTE)
    return new_key(unit, found, holders)


def new_key(unit: Unit, found: Proposal, holders: Sequence[str]) -> Planned:
    """Make a key with cards for these holders; the caller asked whether it may be now."""
    card_holders.check(unit, found, holders)
    public, private = sealing.new_pair()
    return Planned(public=public, holders=tuple(holders), shares=cut(private, public))


def issue_cards(unit: Unit, id: str, planned: Planned) -> None:  # noqa: A002 - what the column is called
    """Put in force the key whose cards are printed; cards made before are worth nothing from now on.

    Raises:
        NotNow: where the vote was opened meanwhile, and for a teller who stands in it.
    """
    found = _locked_for_tellers(unit, id)
    found.must_be(*BEFORE_THE_VOTE)
    put_in_force(unit, found, planned)


def put_in_force(unit: Unit, found: Proposal, planned: Planned) -> None:
    """Note who holds the cards of a new key, and seal for it from now on; holders of old ones tear these up."""
    unit.change(PROPOSALS, found, public_key=planned.public)
    for old in cards_of(unit, found.id):
        unit.remove(KEY_CARDS, old)
        if old.holder:
            card_letters.old_card(unit, found, old.holder, str(found.public_key))
    for number, holder in enumerate(planned.holders, start=1):
        unit.add(KEY_CARDS, KeyCard(id=unit.new_id(), proposal=found.id, number=number, holder=holder))
        card_letters.holds_card(unit, found, holder, planned.public)
    record(unit, found.id, Done.CARDS_MADE)


def try_cards(unit: Unit, id: str, typed: Typed) -> list[KeyCard]:  # noqa: A002 - what the column is called
    """Rehearse the opening with two cards, before anybody has voted; return all cards as they are then.

    Raises:
        WrongCard: where one is not a card of this box.
        NotNow: once a vote is in the box, for then two cards would open it; and for a teller who stands in it.
    """
    found = _locked_for_tellers(unit, id)
    found.must_be(*BEFORE_THE_VOTE, ProposalState.OPEN)
    _must_be_empty(unit, found)
    shares = _read(found, typed)
    private = private_half(found, typed)
    if sealing.unseal(sealing.seal(REHEARSAL, str(found.public_key)), private) != REHEARSAL:
        raise ValueError("a box gave back something else than was put in")
    waited = bool(_untried(unit, id))
    for card in cards_of(unit, id):
        if card.number in {one.number for one in shares} and not card.tried:
            unit.change(KEY_CARDS, card, tried=True)
    record(unit, id, Done.CARDS_TRIED)
    if waited and found.state is ProposalState.OPEN and not _untried(unit, id):
        call_again(unit, found)
    return cards_of(unit, id)


def _must_be_empty(unit: Unit, found: Proposal) -> None:
    if unit.find(ROLL, ROLL.table.c.proposal == found.id, ROLL.table.c.voted):
        raise NotNow(
            worded(
                "decisions",
                "Somebody has voted on “{title}”. Put cards together only when you count it.",
                title=found.title,
            )
        )


def private_half(found: Proposal, typed: Typed) -> str:
    """Return the private key that two cards give, to open a locked box. It lives as long as the caller's unit."""
    private = put_together(_read(found, typed))
    if sealing.public_of(private) != found.public_key:
        raise WrongCard(worded("decisions", "These two cards do not open this box. Take the third card."))
    return private


def _read(found: Proposal, typed: Typed) -> tuple[KeyShare, KeyShare]:
    if found.public_key is None:
        raise NotNow(
            worded(
                "decisions",
                "The key cards of “{title}” are not made yet. Make and print them first.",
                title=found.title,
            )
        )
    first, second = typed
    return read_card(first, "first", found.public_key), read_card(second, "second", found.public_key)


def must_be_tried(unit: Unit, found: Proposal) -> None:
    """Refuse to open a locked vote before each of its cards has worked once, or while a holder stands in it.

    Raises:
        NotNow: naming the cards that nobody has tried, or the holder who stands.
    """
    if not cards_of(unit, found.id):
        raise NotNow(
            worded(
                "decisions",
                "The key cards of “{title}” are not made yet. Make and print them first.",
                title=found.title,
            )
        )
    untried = _untried(unit, found.id)
    if untried:
        raise NotNow(
            worded(
                "decisions",
                "Nobody has tried key card {cards} of “{title}”. Try each card before members vote.",
                cards=" and ".join(str(card.number) for card in untried),
                title=found.title,
            )
        )
    card_holders.must_not_stand(unit, found, cards_of(unit, found.id))


def must_take_ballots(unit: Unit, found: Proposal) -> None:
    """Refuse a ballot while a card of a locked box is untried: what it seals could be lost for good.

    Raises:
        NotNow: after a vote has begun again with new cards, until each has worked once.
    """
    if has_untried(unit, found):
        raise NotNow(
            worded(
                "decisions",
                "“{title}” takes no votes yet: its new key cards are tried first. You are told when you can vote.",
                title=found.title,
            )
        )


def has_untried(unit: Unit, found: Proposal) -> bool:
    """True if a locked box has a card that has not worked yet."""
    return found.level is Level.LOCKED and bool(_untried(unit, found.id))


def _untried(unit: Unit, proposal: str) -> list[KeyCard]:
    return [card for card in cards_of(unit, proposal) if not card.tried]


def take_seat(unit: Unit, id: str, *, leave: bool = False) -> KeyCard:  # noqa: A002 - what the column is called
    """Take the seat for lived experience among the holders, or leave it: the one who acts, for herself alone.

    Raises:
        NotNow: where she holds no card, or somebody else has the seat.
    """
    unit.need_alone()
    unit.need("decisions.see")
    found = locked(unit, id)
    cards = cards_of(unit, id)
    own = next((card for card in cards if card.holder == unit.actor.id), None)
    if own is None:
        raise NotNow(worded("decisions", "You hold no key card of “{title}”.", title=found.title))
    if not leave and any(card.seat for card in cards if card != own):
        raise NotNow(worded("decisions", "Somebody has taken this seat already."))
    return unit.change(KEY_CARDS, own, seat=not leave)


def hand_on(unit: Unit, id: str, number: int, to: str, why: str) -> KeyCard:  # noqa: A002 - what the column is called
    """Note that a card goes to another holder, with the reason: two tellers are away, somebody is ill.

    Raises:
        NotNow: after the count, and for a teller who stands in it.
        BadInput: where the new holder has a card already, or may have none.
    """
    found = _locked_for_tellers(unit, id)
    found.must_be(*BEFORE_THE_VOTE, ProposalState.OPEN)
    must_say_why(why)
    cards = cards_of(unit, id)
    card = next((one for one in cards if one.number == number), None)
    if card is None:
        raise BadInput(worded("decisions", "There is no key card {n}. Say which of the cards it is.", n=number))
    if to in {one.holder for one in cards}:
        raise BadInput(
            worded(
                "decisions",
                "{name} holds a key card already. One person holds one card.",
                name=people.present(unit, to).name,
            )
        )
    card_holders.check_one(unit, found, to)
    card_letters.holds_card(unit, found, to, str(found.public_key))
    record(unit, id, Done.CARD_HANDED_ON, person=to, words=why)
    return unit.change(KEY_CARDS, card, holder=to, seat=False)


def cards_of(unit: Unit, proposal: str) -> list[KeyCard]:
    """Return the cards of a locked box, by number."""
    table = KEY_CARDS.table
    return unit.find(KEY_CARDS, table.c.proposal == proposal, order=(table.c.number,))


def locked(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    """Return a proposal with a locked box, held until the unit ends; ``NotNow`` where it has none."""
    found = hold(unit, id)
    if found.level is not Level.LOCKED:
        raise NotNow(
            worded("decisions", "“{title}” is not a locked-box vote: it has no cards.", title=found.title)
        )
    return found


def _locked_for_tellers(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    unit.need("decisions.count")
    found = locked(unit, id)
    must_not_stand(unit, found)
    return found
