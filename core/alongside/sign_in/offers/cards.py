"""Cards: whose card opens, that a new one stands in the place of the old, and that one opens nothing any more."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.enterprise import offers as enterprise
from alongside.people.certificate import serial_of
from alongside.sign_in.card import Card, CardName, seal_of
from alongside.sign_in.offers.sessions import end_begun_with
from alongside.sign_in.tables import CARD_NAMES, CARDS, card, card_name
from alongside.store import Unit


def card_of(unit: Unit, person: str) -> Card | None:
    """Return the card by which a person can come in, None where she has none."""
    return cards_of(unit, [person]).get(person)


def cards_of(unit: Unit, people: Iterable[str]) -> dict[str, Card]:
    """Return the cards that open, by person. One query, however many."""
    wanted = sorted(set(people))
    found = unit.find(CARDS, card.c.person.in_(wanted), card.c.revoked_on.is_(None)) if wanted else []
    return {one.person: one for one in found}


def card_with(unit: Unit, secret: str) -> Card | None:
    """Return the card with this secret, None where there is none or it opens nothing any more."""
    return next(iter(unit.find(CARDS, card.c.seal == seal_of(secret), card.c.revoked_on.is_(None))), None)


def hold_card(unit: Unit, opening: Card) -> bool:
    """Hold a card that was read until the unit ends; False where somebody has revoked it meanwhile."""
    unit.lock(CARDS, [opening.id])
    return unit.get(CARDS, opening.id).revoked_on is None


def serial_for(id: str) -> str:  # noqa: A002 - what the column is called
    """Return the serial of the card that will have this id."""
    return serial_of(id)


def issue(unit: Unit, id: str, person: str, secret: str) -> Card:  # noqa: A002 - what the column is called
    """Give a person a card; the one she had opens nothing any more.

    Raises:
        Guarded: where somebody gives her another at the same time.
    """
    if (old := card_of(unit, person)) is not None:
        revoke(unit, old)
    new = Card(id=id, person=person, seal=seal_of(secret), serial=serial_of(id), printed_on=enterprise.today(unit))
    return unit.add(CARDS, new)


def revoke(unit: Unit, opening: Card, *, but: str = "") -> Card:
    """Let a card open nothing any more, and end whatever it has begun, ``but`` one session."""
    unit.lock(CARDS, [opening.id])
    end_begun_with(unit, opening.id, but=but)
    return unit.change(CARDS, opening, revoked_on=enterprise.today(unit))


def names_on_cards(unit: Unit, people: Iterable[str]) -> dict[str, str]:
    """Return the names that people want to have on their cards, by person, where they have said one."""
    wanted = sorted(set(people))
    found = unit.find(CARD_NAMES, card_name.c.person.in_(wanted)) if wanted else []
    return {one.person: one.name for one in found}


def set_name_on_card(unit: Unit, person: str, name: str) -> None:
    """Note the name that a person wants to have on her card; an empty one is her first name again."""
    for before in unit.find(CARD_NAMES, card_name.c.person == person):
        unit.remove(CARD_NAMES, before)
    if name:
        unit.add(CARD_NAMES, CardName(id=unit.new_id(), person=person, name=name))


def every_card(unit: Unit, person: str) -> list[Card]:
    """Return all cards a person has ever had, the newest first."""
    return unit.find(CARDS, card.c.person == person, order=(card.c.printed_on.desc(), card.c.id))
