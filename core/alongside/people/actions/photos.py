"""A person's photo: she shows it, or somebody who may change records at her wish, and takes it away in one act."""

from __future__ import annotations

from alongside.people import offers
from alongside.refusal import BadInput, worded
from alongside.store import Unit


def may_show_photo(unit: Unit, person: str, *, agreed: bool) -> None:
    """Refuse whoever may not, and without the person's agreement; asked before the slow work of making it.

    Raises:
        BadInput: where she has not agreed to be shown.
    """
    unit.need("people.change", own=person)
    offers.present(unit, person)
    if not agreed:
        raise BadInput(
            worded("people", "Nobody is shown who has not agreed to it. Tick that the photo may be shown.")
        )


def show_photo(unit: Unit, person: str, name: str, *, agreed: bool) -> str | None:
    """Show a person by a photo that is kept under this name; return the name of the one it replaces."""
    may_show_photo(unit, person, agreed=agreed)
    return offers.show_photo(unit, person, name)


def take_photo_away(unit: Unit, person: str) -> str | None:
    """Show a person by no photo any more, on any page; return the name of the file to be taken away."""
    unit.need("people.change", own=person)
    return offers.take_photo_away(unit, person)
