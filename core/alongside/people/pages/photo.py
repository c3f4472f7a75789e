"""The page of a person's photo: she chooses one, agrees that it is shown, and takes it away in one act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from alongside.display import Said, View
from alongside.display import Said as _
from alongside.people import actions, offers
from alongside.photos.making import make_photo
from alongside.web import GoTo, Thinking
from alongside.web.forms import Fields, File, Yes

if TYPE_CHECKING:
    from alongside.people.person import Person
    from alongside.web import Visit


_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")


class _WithConsent(Fields):
    """A form in which nothing is kept without a yes."""

    agreed: Yes
    no: Said

    def check(self) -> None:
        """Refuse a photo of somebody who has not agreed."""
        if not self.agreed.data:
            self.refuse(self.agreed, self.no)


class Choose(_WithConsent):
    """A photo, and that she agrees to have it shown."""

    do = "choose"
    no = _("Please say that you agree. Without it, no photo is kept.")
    photo = File(_("Choose a photo"), endings=_ENDINGS)
    agreed = Yes(
        _("I agree: people who sign in here can see my photo."),
        hint=_("It stands beside your name on pages, on the rota and on the paper on the wall."),
    )


class ChooseFor(_WithConsent):
    """The same, by whoever does it at the person's wish."""

    do = "choose"
    no = _("Please ask first. Without a yes, no photo is kept.")
    photo = File(_("Choose a photo"), endings=_ENDINGS)
    agreed = Yes(
        _("{name} agrees: people who sign in here can see the photo."),
        hint=_("It stands beside the name on pages, on the rota and on the paper on the wall."),
    )


def photo(visit: Visit) -> View:
    """Show the photo as others see it, and how another one is chosen."""
    person = actions.look_at_own_record(visit.unit, visit.path["person"])
    return _view(visit, person, _form(visit, person))


def send_photo(visit: Visit) -> GoTo | View | Thinking:
    """Take the photo away, or make one of what was sent, with no unit open."""
    who = visit.path["person"]
    if visit.form.get("do") == "away":
        visit.host.photos.remove(actions.take_photo_away(visit.unit, who))
        return GoTo(f"/people/{who}", _("The photo is gone, from every page."))
    person = actions.look_at_own_record(visit.unit, who)
    form = _form(visit, person)
    if not form.valid():
        return _view(visit, person, form)
    actions.may_show_photo(visit.unit, who, agreed=bool(form.agreed.data))
    return Thinking(partial(make_photo, form.photo.value.content), _keep)


def _keep(visit: Visit, content: bytes) -> GoTo:
    photos, who = visit.host.photos, visit.path["person"]
    name = photos.keep(content)
    try:
        before = actions.show_photo(visit.unit, who, name, agreed=True)
    except BaseException:
        photos.remove(name)
        raise
    photos.remove(before)
    return GoTo(f"/people/{who}", _("The photo is kept. This is how others see it."))


def _form(visit: Visit, person: Person) -> Choose | ChooseFor:
    own = person.id == visit.actor.id
    return Choose(visit) if own else ChooseFor(visit, facts={"name": person.name})


def _view(visit: Visit, person: Person, form: Fields) -> View:
    own = person.id == visit.actor.id
    facts = {"face": offers.face_of(person), "own": own, "form": form}
    return View("photo.html", _("Your photo") if own else _("The photo of {name}", name=person.name), facts)
