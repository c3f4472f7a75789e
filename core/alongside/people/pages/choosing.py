"""What a person chooses for herself: how to be told things, and a picture beside the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display.pictures import NAMES
from alongside.people import actions
from alongside.people.person import Format
from alongside.web import GoTo
from alongside.web.forms import Answer, Fields, OneOf

if TYPE_CHECKING:
    from alongside.people.person import Person
    from alongside.web import Visit

PICTURES = ("star", "sun", "plant", "cup", "music", "guitar", "paint", "book", "camera", "bread", "key", "bus")
"""What people may choose to stand beside their name: things rather than faces."""

LETTER = "letter"
"""What the form sends for no picture."""

_NO_WAY = {
    "email": _("We have no e-mail address for this. Until we do, news comes by letter."),
    "phone": _("We have no phone number for this. Until we do, news comes by letter."),
}


class Choices(Fields):
    """What a person chooses."""

    do = "choices"
    format = OneOf(
        _("How shall we tell you things?"),
        [one.value for one in Format],
        missing=_("Choose how we tell you things."),
    )
    picture = OneOf(_("Which picture stands beside your name?"), missing=_("Choose one of the pictures."))


def choices(visit: Visit, person: Person) -> Choices:
    """Return the form, as she has chosen so far."""
    mine = known_picture(person.picture)
    form = Choices(visit, {"format": person.preferred_format, "picture": mine or LETTER})
    pictures = dict.fromkeys((*([mine] if mine else []), *PICTURES))
    letter = Answer(LETTER, _("The first letter"), face=person.name)
    form.picture.offer([letter, *(Answer(one, one.replace("-", " ").capitalize(), one) for one in pictures)])
    form.format.hint = no_way(person)
    return form


def keep_choices(visit: Visit, _which: str) -> GoTo | Choices:
    """Take what a person has chosen for herself."""
    who = visit.path["person"]
    visit.unit.need("people.change", own=who)
    form = choices(visit, actions.look_at_person(visit.unit, who).person)
    if not form.valid():
        return form
    picture = form.picture.value
    actions.change_own_choices(
        visit.unit,
        who,
        preferred_format=Format(form.format.value),
        picture=None if picture == LETTER else picture,
    )
    return GoTo(visit.link(f"/people/{who}"), _("Your choices are kept."))


def no_way(person: Person) -> _ | None:
    """Say what the way she chose would need and nobody has noted; None where nothing is missing."""
    if person.preferred_format is Format.EMAIL and not person.email:
        return _NO_WAY["email"]
    rung = person.preferred_format in {Format.PHONE_CALL, Format.AUDIO}
    return _NO_WAY["phone"] if rung and not person.phone else None


def known_picture(name: str | None) -> str | None:
    """Return a picture that is there: one that the pack has lost since must not take the page away."""
    return name if name in NAMES else None
