"""A person's own card: whether she has one, the name on it, and stopping it herself when it is lost."""

from __future__ import annotations

import attrs

from alongside.enterprise import offers as enterprise
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.refusal import NotFound
from alongside.sign_in import offers
from alongside.sign_in.card import Card
from alongside.store import Unit


def _(key: str, picture: str) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, picture=picture)


@attrs.frozen(kw_only=True)
class MyCard:
    """The card of the one who acts, ``name`` as she wants it there, and whom she can ask for a new one."""

    card: Card | None
    name: str
    steward: str | None


def look_at_my_card(unit: Unit) -> MyCard:
    """Return what there is to know of the card of the one who acts."""
    me = unit.actor.id
    return MyCard(
        card=offers.card_of(unit, me),
        name=offers.names_on_cards(unit, [me]).get(me, ""),
        steward=enterprise.steward(unit),
    )


def stop_my_card(unit: Unit, here: str) -> Card:
    """Let the card of the one who acts open nothing any more, and end what it has begun but where she is now.

    She may in a visit too: nobody gets in by it. A steward is told that somebody needs a card.

    Raises:
        NotFound: where she has none.
    """
    card = offers.card_of(unit, unit.actor.id)
    if card is None:
        raise NotFound("card of yours", unit.actor.name)
    stopped = offers.revoke(unit, card, but=here)
    steward = enterprise.steward(unit)
    if steward is not None and steward != unit.actor.id:
        _tell(unit, steward, stopped)
    return stopped


def _tell(unit: Unit, steward: str, stopped: Card) -> None:
    # No name, which would stay in this message when its owner is erased: the page shows who has no card.
    lines = [_("Somebody has stopped their card. It was lost.", picture="card")]
    lines.append(_("Please ask who needs a new one.", picture="question"))
    title = _("A card is lost", picture="card")
    write_to(unit, steward, f"sign_in:lost:{stopped.id}", "sign_in", title, lines, path="/cards")


def choose_name_on_card(unit: Unit, name: str) -> None:
    """Keep the name that the one who acts wants on her next card; her first name where it is empty.

    Raises:
        BadInput: for one that is too long.
    """
    offers.set_name_on_card(unit, unit.actor.id, " ".join(name.split()))
