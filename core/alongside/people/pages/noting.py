"""What others note of a person: skills that rotas ask for, roles, and that a certificate is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.enterprise import actions as enterprise_actions
from alongside.enterprise import offers as enterprise
from alongside.enterprise.roles import Role, role_named
from alongside.people import actions
from alongside.people.skill import key_of
from alongside.refusal import BadInput, NotFound
from alongside.web import GoTo
from alongside.web.forms import Fields, FromList, Line, LongText

if TYPE_CHECKING:
    from alongside.web import Visit

LONGEST_WORDS = 120
"""The most characters of what somebody is said to do well."""

LONGEST_REASON = 300
"""The most characters of why a certificate is taken back."""


class Skill(Fields):
    """Something that a person does well."""

    do = "skill"
    words = Line(
        _("Something else {name} does well"),
        longest=LONGEST_WORDS,
        missing=_("Write what the person does well, in a few words."),
    )
    key = FromList(
        _("What the rota can ask for with it"), none=_("For nothing in particular"), needed=False, depends=True
    )


class Give(Fields):
    """A role, everywhere or in one business."""

    do = "role"
    role = FromList(_("Another role"), [one.value for one in Role])
    business = FromList(_("For which business?"), none=_("For all of them"), needed=False, depends=True)


class Revoke(Fields):
    """Why a certificate is taken back."""

    do = "revoke"
    because = LongText(
        _("Why is it taken back?"),
        longest=LONGEST_REASON,
        rows=2,
        missing=_("Say why, in a sentence or two."),
    )


def skill(visit: Visit, name: str) -> Skill:
    """Return the form about a skill of the person of this name."""
    form = Skill(visit, facts={"name": name})
    form.key.offer(actions.skills_to_offer(visit.unit))
    return form


def give(visit: Visit) -> Give:
    """Return the form about a role."""
    form = Give(visit, {"role": Role.MEMBER})
    form.business.offer((one.slug, one.name) for one in enterprise.businesses(visit.unit))
    return form


def note_skill(visit: Visit, _which: str) -> GoTo | Skill:
    """Note what a person does well."""
    form = skill(visit, actions.look_at_person(visit.unit, visit.path["person"]).person.name)
    if not form.valid():
        return form
    words = form.words.value
    actions.add_skill(visit.unit, visit.path["person"], form.key.value or key_of(words), words)
    return kept(visit)


def take_skill(visit: Visit, key: str) -> GoTo:
    """Take a skill out."""
    actions.remove_skill(visit.unit, visit.path["person"], key)
    return kept(visit)


def give_role(visit: Visit, _which: str) -> GoTo | Give:
    """Give a role."""
    visit.unit.need("enterprise.change")
    form = give(visit)
    if not form.valid():
        return form
    try:
        role, business = role_named(form.role.value), form.business.value or None
        enterprise_actions.give_role(visit.unit, visit.path["person"], role, business)
    except BadInput:
        form.refuse(form.role, _("A manager needs a business; a steward is for all of them."))
        return form
    return kept(visit)


def end_role(visit: Visit, which: str) -> GoTo:
    """End a role."""
    role, _colon, slug = which.partition(":")
    enterprise_actions.end_role(visit.unit, visit.path["person"], role_named(role), slug or None)
    return kept(visit)


def revoke(visit: Visit, serial: str) -> GoTo | Revoke:
    """Take a certificate back."""
    visit.unit.need("people.change")
    form = Revoke(visit, which=serial)
    if not form.valid():
        return form
    taken = actions.revoke(visit.unit, serial, " ".join(form.because.value.split()))
    if taken.person != visit.path["person"]:
        raise NotFound("certificate of this person with the serial", serial)
    return GoTo(
        visit.link(f"/people/{taken.person}"),
        _("The certificate is taken back. Shifts that need it wait for a new one."),
    )


def kept(visit: Visit) -> GoTo:
    """Go back to the person's page, and say that it is kept."""
    return GoTo(visit.link(f"/people/{visit.path['person']}"), _("That is kept."))
