"""A person's own page, and the forms that stand on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from alongside.display import Said as _
from alongside.display import View
from alongside.people import actions, offers
from alongside.people.certificate import NOTICE, Certificate, newest_of_each_kind
from alongside.people.looked_up import standing
from alongside.people.pages.choosing import choices, keep_choices, known_picture, no_way
from alongside.people.pages.noting import (
    Revoke,
    end_role,
    give,
    give_role,
    note_skill,
    revoke,
    skill,
    take_skill,
)
from alongside.web import GoTo

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from alongside.people.profile import Profile
    from alongside.web import Visit
    from alongside.web.forms import Fields


def person(visit: Visit) -> View:
    """Show one person."""
    return _view(visit)


def me(visit: Visit) -> View:
    """Show the visitor's own page."""
    return _view(attrs.evolve(visit, path={"person": visit.actor.id}))


_SENT: Mapping[str, Callable[[Visit, str], GoTo | Fields]] = {
    "skill": note_skill,
    "no-skill": take_skill,
    "role": give_role,
    "no-role": end_role,
    "revoke": revoke,
    "choices": keep_choices,
}


def send_person(visit: Visit) -> GoTo | View:
    """Take whichever of the forms on the person's page was sent."""
    what, _colon, which = visit.form.get("do", "").partition(":")
    done = _SENT.get(what, keep_choices)(visit, which)
    return done if isinstance(done, GoTo) else _view(visit, done)


def _view(visit: Visit, wrong: Fields | None = None) -> View:
    """Show the page; a form that was sent and is ``wrong`` stands there in its place."""
    seen = actions.look_at_person(visit.unit, visit.path["person"])
    facts = {
        "person": seen.person,
        "face": offers.face_of(seen.person),
        "picture": known_picture(seen.person.picture),
        "known_picture": known_picture,
        "supporters": seen.supporters,
        "supports": seen.supports,
        "skills": seen.skills,
        "certificates": [(one, standing(one, visit.today).value) for one in _told(seen.certificates, visit)],
        "today": visit.today,
        "roles": seen.roles,
        "own": seen.person.id == visit.actor.id,
        "may_change": visit.unit.may("people.change", own=seen.person.id),
        "forms": {**_forms(visit, seen), **({wrong.act: wrong} if wrong else {})},
        "missing": no_way(seen.person),
    }
    return View("person.html", _("{name}", name=seen.person.name), facts)


def _forms(visit: Visit, seen: Profile) -> dict[str, Fields]:
    """The forms that this visitor may fill in, by what each sends."""
    who = seen.person
    found: list[Fields] = []
    if visit.unit.may("people.change", own=who.id):
        found.append(choices(visit, who))
    if visit.unit.may("people.skills"):
        found.append(skill(visit, who.name))
    if visit.unit.may("enterprise.change"):
        found.append(give(visit))
    if visit.unit.may("people.change"):
        found += [
            Revoke(visit, which=one.serial)
            for one in seen.certificates
            if standing(one, visit.today).value in {"holds", "not_yet"}
        ]
    return {form.act: form for form in found}


def _told(certificates: Sequence[Certificate], visit: Visit) -> list[Certificate]:
    """The newest of each kind, and what was revoked of late: an old one that was renewed is nobody's worry."""
    lately = visit.today - NOTICE
    newest = newest_of_each_kind(certificates)
    revoked = [one for one in certificates if one.revoked_on and one.revoked_on >= lately and one not in newest]
    return [*newest, *revoked]
