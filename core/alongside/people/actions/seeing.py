"""How a person sees pages: the words, the colours and the size of text that she has chosen."""

from __future__ import annotations

from alongside.people import offers
from alongside.people.person import Person
from alongside.people.tables import PEOPLE
from alongside.store import Unit


def look_at_seeing(unit: Unit, person: str) -> Person:
    """Look at how a person sees pages: she herself, and whoever may change her record.

    Raises:
        NotFound: where there is no such person, or she was erased.
    """
    unit.need("people.change", own=person)
    return offers.present(unit, person)


def choose_seeing(unit: Unit, person: str, *, edition: str, colours: str, text_size: str) -> Person:
    """Choose how a person sees pages; everybody may for herself."""
    found = look_at_seeing(unit, person)
    return unit.change(PEOPLE, found, edition=edition, colours=colours, text_size=text_size)
