"""The pages about people: everybody, each person's own, and a certificate looked up by its serial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.people import actions, offers
from alongside.people.pages.choosing import known_picture
from alongside.web.forms import Fields, Line

if TYPE_CHECKING:
    from alongside.web import Visit


class LookUp(Fields):
    """What stands on a certificate."""

    by_address = True
    serial = Line(_("Serial"))


def people(visit: Visit) -> View:
    """Show everybody."""
    seen = actions.look_at_everybody(visit.unit)
    cards = [
        {
            "id": one.id,
            "name": one.name,
            "photo": offers.face_of(one).photo,
            "picture": known_picture(one.picture),
            "skills": skills,
        }
        for one, skills in seen
    ]
    return View("people.html", "People", {"people": cards})


def certificate(visit: Visit) -> View:
    """Look up a certificate by the serial that stands on it."""
    form = LookUp(visit)
    serial = form.serial.value if form.sent and form.valid() else ""
    found = actions.look_up_certificate(visit.unit, serial) if serial else None
    facts = {"form": form, "serial": serial, "found": found, "standing": found.standing.value if found else ""}
    return View("certificate.html", "Look up a certificate", facts)
