"""Locking: a device that was left alone is covered, and opened again by the card of whoever has left it."""

from __future__ import annotations

from alongside.refusal import BadInput
from alongside.sign_in import offers
from alongside.sign_in.actions.coming_in import NoSuchCard, is_hers
from alongside.sign_in.card import secret_in
from alongside.store import Unit


class SomebodyElses(BadInput):
    """The card is good, but not that of whoever has left something here."""

    def __init__(self) -> None:
        super().__init__("somebody else has not finished here", remedy="Finish it for them, or ask them.")


def is_locked(unit: Unit, session: str) -> bool:
    """True if a session waits for the card of whoever has left it."""
    going, minutes = offers.session_by_id(unit, session), offers.locking_minutes(unit)
    return offers.locks_itself(going) and offers.presence_in(unit, going).is_locked(unit.now, minutes)


def lock(unit: Unit, session: str) -> None:
    """Cover what somebody has left alone; where it does not lock itself, nothing happens."""
    if offers.locks_itself(offers.session_by_id(unit, session)):
        offers.lock(unit, session)


def unlock(unit: Unit, session: str, typed: str) -> None:
    """Go on where somebody has left off, by her own card or that of whoever came in with her.

    Raises:
        NoSuchCard: where no card was shown that opens anything.
        SomebodyElses: where it is that of somebody else.
    """
    secret = secret_in(typed)
    card = offers.card_with(unit, secret) if secret else None
    if card is None or not offers.hold_card(unit, card):
        raise NoSuchCard
    if not is_hers(unit, session, typed):
        raise SomebodyElses
    offers.note_seen(unit, session)


def choose_minutes(unit: Unit, minutes: int) -> None:
    """Say after how many minutes a device that many use locks itself.

    Raises:
        BadInput: for no minute, or more than an hour.
    """
    unit.need("sign_in.devices")
    offers.set_locking_minutes(unit, minutes)
