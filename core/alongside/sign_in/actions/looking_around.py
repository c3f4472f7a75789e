"""Looking around in a demo."""

from __future__ import annotations

from alongside.people import offers as people
from alongside.sign_in import offers
from alongside.sign_in.session import Way
from alongside.store import Unit


def look_around_as(unit: Unit, person: str) -> str:
    """Begin a session as one of a demo's people; the page has seen to it that this is a demo. Returns its secret.

    Raises:
        NotFound: where nobody of that id is here.
    """
    return offers.begin(unit, people.present(unit, person).id, Way.DEMO)
