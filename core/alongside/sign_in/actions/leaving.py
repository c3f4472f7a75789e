"""Leaving, and being asked to come in another way."""

from __future__ import annotations

from alongside.sign_in import offers
from alongside.sign_in.actions.coming_in import needs_more
from alongside.sign_in.session import Way
from alongside.store import Unit


def leave(unit: Unit, session: str) -> None:
    """End the session of whoever leaves: no other browser can go on with it."""
    offers.end(unit, session)


def end_by_card_alone(unit: Unit, person: str) -> None:
    """End what a card alone has begun, if its person may do more by now: she comes in by another way again."""
    if needs_more(unit, person):
        offers.end_begun_by(unit, person, Way.CARD)


def end_all_by_card_alone(unit: Unit) -> None:
    """Do the same for everybody: what somebody may do grows by a date, too."""
    for person in offers.here_by(unit, Way.CARD):
        end_by_card_alone(unit, person)
