"""Cards: who has one, that one is made for her, and that it opens nothing any more."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from alongside.enterprise import offers as enterprise
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import NotAllowed, NotFound, SomebodyWasFaster
from alongside.sign_in import offers
from alongside.sign_in.card import Card, new_secret
from alongside.store import Guarded, Unit

WITH_A_CARD_BY_A_MANAGER = frozenset({"member", "supporter"})
"""Whose card somebody may print who does not look after everything: those of people with no other role."""


def _(key: str, picture: str) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, picture=picture)


@attrs.frozen
class Holder:
    """A person, the card that opens for her, and whether whoever looks may print her one."""

    person: Person
    card: Card | None
    may: bool


@attrs.frozen(kw_only=True)
class Planned:
    """A card before it is printed: its secret is on the paper that is being made, and nowhere else.

    ``wished`` is the name that its owner wants on it, empty where she has said none.
    """

    id: str
    person: Person
    secret: str
    serial: str
    wished: str = ""


def look_at_cards(unit: Unit) -> list[Holder]:
    """Return everybody with her card, by name."""
    unit.need("sign_in.cards")
    everybody = people.everybody(unit)
    found = offers.cards_of(unit, [one.id for one in everybody])
    beyond = _beyond(unit)
    return [Holder(one, found.get(one.id), _may(unit, one.id, beyond)) for one in everybody]


def _beyond(unit: Unit) -> frozenset[str]:
    """Those with more to say than members and supporters have."""
    today = enterprise.today(unit)
    grants = (held for held in enterprise.grants(unit) if held.holds(today))
    return frozenset(one.person for one in grants if one.role.value not in WITH_A_CARD_BY_A_MANAGER)


def _may(unit: Unit, person: str, beyond: frozenset[str]) -> bool:
    # A card opens all that its owner may do: who may not do that herself must not be able to make one.
    return unit.may("enterprise.change") or person not in beyond


def plan_cards(unit: Unit, wanted: Iterable[str]) -> list[Planned]:
    """Draw the secrets of new cards for people, by name; nothing is kept of them yet.

    Raises:
        NotAllowed: for somebody whose card only those may print who look after everything.
    """
    unit.need("sign_in.cards")
    beyond, chosen = _beyond(unit), [people.present(unit, one) for one in dict.fromkeys(wanted)]
    for one in chosen:
        if not _may(unit, one.id, beyond):
            raise NotAllowed(unit.actor.name, "enterprise.change", one.name)
    ordered = sorted(chosen, key=lambda one: (one.name.casefold(), one.id))
    wished = offers.names_on_cards(unit, [one.id for one in ordered])
    return [_planned(unit.new_id(), one, wished.get(one.id, "")) for one in ordered]


def _planned(id: str, person: Person, wished: str) -> Planned:  # noqa: A002 - what the column is called
    return Planned(id=id, person=person, secret=new_secret(), serial=offers.serial_for(id), wished=wished)


def issue_cards(unit: Unit, planned: Iterable[Planned]) -> list[Card]:
    """Let printed cards open from now on, and those they replace no more; each person is told.

    Raises:
        SomebodyWasFaster: where somebody has printed one of them at the same time.
    """
    unit.need("sign_in.cards")
    try:
        made = [offers.issue(unit, one.id, one.person.id, one.secret) for one in planned]
    except Guarded as twice:
        raise SomebodyWasFaster("card") from twice
    for card in made:
        if unit.actor.id != card.person:
            _tell(unit, card)
    return made


def _tell(unit: Unit, card: Card) -> None:
    lines = [
        _("Somebody has printed a card for you.", picture="key"),
        _("If you had another card, it opens nothing now.", picture="lock"),
    ]
    title = _("You have a new card", picture="key")
    write_to(unit, card.person, f"sign_in:card:{card.id}", "sign_in", title, lines, path="/ways-in")


def revoke_card(unit: Unit, person: str) -> Card:
    """Let a person's card open nothing any more; whatever it has begun ends at once. Her own she may always.

    Raises:
        NotFound: where she has none.
    """
    unit.need("sign_in.cards", own=person)
    card = offers.card_of(unit, person)
    if card is None:
        raise NotFound("card of this person", person)
    return offers.revoke(unit, card)
