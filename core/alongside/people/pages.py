"""The pages about people: everybody, and each person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said, View
from alongside.display.pictures import NAMES
from alongside.enterprise import actions as enterprise_actions
from alongside.enterprise import offers as enterprise
from alongside.enterprise.roles import Role, role_named
from alongside.people import actions
from alongside.people.certificate import NOTICE, Certificate, newest_of_each_kind
from alongside.people.looked_up import standing
from alongside.people.person import EDITIONS, Format
from alongside.people.skill import key_of
from alongside.refusal import BadInput, NotFound
from alongside.web import GoTo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from alongside.people.person import Person
    from alongside.web import Visit

LONGEST_WORDS = 120
"""The most characters of what somebody is said to do well."""

LONGEST_REASON = 300
"""The most characters of why a certificate is taken back."""

PICTURES = ("star", "sun", "plant", "cup", "music", "guitar", "paint", "book", "camera", "bread", "key", "bus")
"""What people may choose to stand beside their name: things rather than faces."""


def people(visit: Visit) -> View:
    """Show everybody."""
    seen = actions.look_at_everybody(visit.unit)
    cards = [
        {"id": one.id, "name": one.name, "picture": _picture(one.picture), "skills": skills}
        for one, skills in seen
    ]
    return View("people.html", "People", {"people": cards})


def person(visit: Visit) -> View:
    """Show one person."""
    return _view(visit, {})


def send_person(visit: Visit) -> GoTo | View:
    """Take whichever of the forms on the person's page was sent."""
    what, _colon, which = visit.form.get("do", "").partition(":")
    sent = {
        "skill": _note_skill,
        "no-skill": _take_skill,
        "role": _give_role,
        "no-role": _end_role,
        "revoke": _revoke,
    }
    return sent[what](visit, which) if what in sent else send_choices(visit)


def _note_skill(visit: Visit, _which: str) -> GoTo | View:
    words, key = " ".join(visit.form.get("words", "").split()), visit.form.get("key", "")
    if not words or len(words) > LONGEST_WORDS or not words.isprintable():
        return _view(visit, {"words": Said("Write what the person does well, in a few words.")})
    actions.add_skill(visit.unit, visit.path["person"], key or key_of(words), words)
    return _kept(visit)


def _take_skill(visit: Visit, key: str) -> GoTo:
    actions.remove_skill(visit.unit, visit.path["person"], key)
    return _kept(visit)


def _give_role(visit: Visit, _which: str) -> GoTo | View:
    role, slug = visit.form.get("role", ""), visit.form.get("business", "")
    try:
        enterprise_actions.give_role(visit.unit, visit.path["person"], role_named(role), slug or None)
    except BadInput:
        return _view(visit, {"role": Said("A manager needs a business; a steward is for all of them.")})
    return _kept(visit)


def _end_role(visit: Visit, which: str) -> GoTo:
    role, _colon, slug = which.partition(":")
    enterprise_actions.end_role(visit.unit, visit.path["person"], role_named(role), slug or None)
    return _kept(visit)


def _revoke(visit: Visit, serial: str) -> GoTo | View:
    because = " ".join(visit.form.get("because", "").split())
    if not because or len(because) > LONGEST_REASON:
        return _view(visit, {f"because-{serial}": Said("Say why, in a sentence or two.")})
    taken = actions.revoke(visit.unit, serial, because)
    if taken.person != visit.path["person"]:
        raise NotFound("certificate of this person with the serial", serial)
    return GoTo(
        visit.link(f"/people/{taken.person}"),
        Said("The certificate is taken back. Shifts that need it wait for a new one."),
    )


def _kept(visit: Visit) -> GoTo:
    return GoTo(visit.link(f"/people/{visit.path['person']}"), Said("That is kept."))


def send_choices(visit: Visit) -> GoTo | View:
    """Take what a person has chosen for herself, or show the form again with what is wrong."""
    mistakes = _mistakes(visit.form)
    if mistakes:
        return _view(visit, mistakes)
    who = visit.path["person"]
    actions.change_own_choices(
        visit.unit,
        who,
        preferred_format=Format(visit.form["format"]),
        edition=visit.form["edition"],
        picture=visit.form.get("picture") or None,
    )
    return GoTo(visit.link(f"/people/{who}"), Said("Your choices are kept."))


def _mistakes(form: Mapping[str, str]) -> dict[str, Said]:
    wanted = {
        "format": (form.get("format") in {one.value for one in Format}, Said("Choose how we tell you things.")),
        "edition": (form.get("edition") in EDITIONS, Said("Choose how much we write.")),
        "picture": (form.get("picture", "") in {"", *NAMES}, Said("Choose one of the pictures.")),
    }
    return {field: said for field, (right, said) in wanted.items() if not right}


def _view(visit: Visit, mistakes: Mapping[str, Said]) -> View:
    seen = actions.look_at_person(visit.unit, visit.path["person"])
    facts = {
        "person": seen.person,
        "picture": _picture(seen.person.picture),
        "skills": seen.skills,
        "certificates": [(one, standing(one, visit.today).value) for one in _told(seen.certificates, visit)],
        "today": visit.today,
        "roles": seen.roles,
        "own": seen.person.id == visit.actor.id,
        "may_revoke": visit.unit.may("people.change"),
        "because": visit.form.get("because", ""),
        "may_change": visit.unit.may("people.change", own=seen.person.id),
        "pictures": tuple(dict.fromkeys((*filter(None, (_picture(seen.person.picture),)), *PICTURES))),
        **_forms(visit),
        "mistakes": mistakes,
        "missing": _missing(seen.person),
    }
    return View("person.html", Said("{name}", name=seen.person.name), facts)


def _forms(visit: Visit) -> dict[str, object]:
    """What the forms about skills and roles offer, to those who may fill them in."""
    notes, gives = visit.unit.may("people.skills"), visit.unit.may("enterprise.change")
    return {
        "may_note": notes,
        "wanted": actions.skills_to_offer(visit.unit) if notes else (),
        "may_give": gives,
        "roles_there_are": [role.value for role in Role] if gives else [],
        "businesses": [(one.slug, one.name) for one in enterprise.businesses(visit.unit)] if gives else [],
    }


def _told(certificates: Sequence[Certificate], visit: Visit) -> list[Certificate]:
    """The newest of each kind, and what was revoked of late: an old one that was renewed is nobody's worry."""
    lately = visit.today - NOTICE
    newest = newest_of_each_kind(certificates)
    revoked = [one for one in certificates if one.revoked_on and one.revoked_on >= lately and one not in newest]
    return [*newest, *revoked]


def certificate(visit: Visit) -> View:
    """Look up a certificate by the serial that stands on it."""
    serial = visit.query.get("serial", "").strip()
    found = actions.look_up_certificate(visit.unit, serial) if serial else None
    facts = {"serial": serial, "found": found, "standing": found.standing.value if found else ""}
    return View("certificate.html", "Look up a certificate", facts)


def _missing(person: Person) -> str:
    """What the way she chose would need and nobody has noted: ``email``, ``phone`` or nothing."""
    if person.preferred_format is Format.EMAIL:
        return "" if person.email else "email"
    if person.preferred_format in {Format.PHONE_CALL, Format.AUDIO}:
        return "" if person.phone else "phone"
    return ""


def _picture(name: str | None) -> str | None:
    # A picture that the pack has lost since it was chosen must not take the page away.
    return name if name in NAMES else None
