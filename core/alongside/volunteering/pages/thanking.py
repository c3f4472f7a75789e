"""“Thank you”: the volunteers who have chosen to be named, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import View
from alongside.people import offers as people
from alongside.volunteering import offers

if TYPE_CHECKING:
    from alongside.web import Visit


def thanks(visit: Visit) -> View:
    """Show whom we thank by name."""
    chosen = [one.person for one in offers.thanked(visit.unit)]
    faces = people.faces_of(visit.unit, chosen)
    named = sorted((faces[one] for one in chosen if one in faces), key=lambda face: face.name.casefold())
    return View("thanks.html", "Thank you", {"named": named})
