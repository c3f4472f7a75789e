"""Who may hold the key cards of a locked box: three tellers or members, of whom nobody stands in the vote."""

from __future__ import annotations

from collections.abc import Sequence

from alongside.decisions.key_card import KeyCard
from alongside.decisions.key_share import CARDS
from alongside.decisions.life import NotNow
from alongside.decisions.proposal import Proposal
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
from alongside.store import Unit


def check(unit: Unit, found: Proposal, holders: Sequence[str]) -> None:
    """Refuse holders of new cards who are not three different people, each of whom may hold one."""
    if len(holders) != CARDS or len(set(holders)) != CARDS:
        raise BadInput(
            worded("decisions", "Each of the three cards needs a holder of its own. Name three people.")
        )
    for holder in holders:
        check_one(unit, found, holder)


def check_one(unit: Unit, found: Proposal, holder: str) -> None:
    """Refuse to give a card to somebody who may have none.

    Raises:
        BadInput: for whoever is neither a teller nor a member, and for whoever stands in the vote.
    """
    person = people.present(unit, holder)
    if holder not in {*enterprise.people_with(unit, "teller"), *enterprise.people_with(unit, "member")}:
        raise BadInput(
            worded(
                "decisions",
                "{name} is neither a teller nor a member, and cannot hold a key card. Name somebody else.",
                name=person.name,
            )
        )
    if found.is_stood_in_by(holder):
        raise BadInput(
            worded(
                "decisions",
                "{name} stands in “{title}” and cannot hold a key card of it. Name somebody else.",
                name=person.name,
                title=found.title,
            )
        )


def must_not_stand(unit: Unit, found: Proposal, cards: Sequence[KeyCard]) -> None:
    """Refuse to open a vote while somebody who stands in it holds a card.

    Whoever holds one may stand all the same, as every member may; then the cards are made anew for others.
    """
    for card in cards:
        if card.holder and found.is_stood_in_by(card.holder):
            raise NotNow(
                worded(
                    "decisions",
                    "{name} holds a key card of “{title}” and stands in it. Make new cards for other holders.",
                    name=people.present(unit, card.holder).name,
                    title=found.title,
                )
            )
