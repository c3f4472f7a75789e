"""Coming in with a card, on a device that cards open."""

from __future__ import annotations

import attrs

from alongside.enterprise import offers as enterprise
from alongside.enterprise.roles import Role
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import BadInput
from alongside.sign_in import offers
from alongside.sign_in.card import Card, secret_in
from alongside.sign_in.device import Device
from alongside.sign_in.session import Way
from alongside.store import Unit

NEEDS_MORE = frozenset({Role.STEWARD, Role.MANAGER})


class NoSuchCard(BadInput):
    """No card could be read, or one that opens nothing here: which of the two, nobody is told."""

    def __init__(self) -> None:
        super().__init__("this card opens nothing here", remedy="Show it once more, or ask for a new one.")


class NotOurDevice(BadInput):
    """A card was shown to a device that cards do not open."""

    def __init__(self) -> None:
        super().__init__(
            "a card opens our own tablets, and this device is none of them", remedy="Come in another way."
        )


class NotByACardAlone(BadInput):
    """Whoever runs a business or looks after everything comes in by more than what can be lost on a bus."""

    def __init__(self) -> None:
        found = "a card alone does not open what managers and stewards may do"
        super().__init__(found, remedy="Come in another way.")


class AsksForMore(BadInput):
    """She has chosen to be asked for more than her card where others use the device too."""

    def __init__(self) -> None:
        super().__init__("the card alone is not enough here", remedy="Show it once more.")


@attrs.frozen
class Shown:
    """A card that was shown where it opens something: whose it is, and what it was shown to."""

    card: Card
    person: Person
    device: Device


def look_at_card(unit: Unit, typed: str, device: str) -> Shown:
    """Say whose card was shown, and to which device; nobody has come in yet.

    Raises:
        NotOurDevice: where the browser is none that cards open.
        NoSuchCard: where the card opens nothing here.
    """
    ours = offers.device_with(unit, device)
    if ours is None:
        raise NotOurDevice
    secret = secret_in(typed)
    card = offers.card_with(unit, secret) if secret else None
    person = people.by_ids(unit, [card.person]).get(card.person) if card else None
    if card is None or person is None or not ours.takes(card.person):
        raise NoSuchCard
    return Shown(card, person, ours)


def is_hers(unit: Unit, session: str, typed: str) -> bool:
    """True if the card that was shown is that of whoever is here already, or of whoever came in with her."""
    going, secret = offers.session_by_id(unit, session), secret_in(typed)
    card = offers.card_with(unit, secret) if secret else None
    return card is not None and card.person in {going.person, going.helper}


def needs_more(unit: Unit, person: str) -> bool:
    """True if she may do today what asks for more than a card or a mailbox, which others may lay hands on."""
    return any(held.role in NEEDS_MORE for held in enterprise.roles_of(unit, person))


def come_in(unit: Unit, shown: Shown, *, extra: str = "") -> str:
    """Begin a session of the person whose card was shown, and return its secret; whoever was there has left.

    ``extra`` is the digest that was fitted where she is asked for more than her card.

    Raises:
        AsksForMore: where she is, and this is none or another one by now.
        NotByACardAlone: for a manager or a steward.
        NoSuchCard: where the card was revoked a moment ago.
        NotOurDevice: where the device was.
    """
    if needs_more(unit, shown.card.person):
        raise NotByACardAlone
    if not offers.hold_card(unit, shown.card):
        raise NoSuchCard
    if not offers.hold_device(unit, shown.device):
        raise NotOurDevice
    held = offers.extra_of(unit, shown.card.person)
    if held is not None and shown.device.shared and held.digest != extra:
        raise AsksForMore
    offers.end_on(unit, shown.device.id)
    return offers.begin(
        unit,
        shown.card.person,
        Way.CARD,
        shared=shown.device.shared,
        card=shown.card.id,
        device=shown.device.id,
    )
