"""What people do with the enterprise: look at it, choose words, open businesses, switch plugins, give roles."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta

from alongside.enterprise import offers
from alongside.enterprise.business import Business
from alongside.enterprise.enterprise import Enterprise
from alongside.enterprise.overview import Overview, counted
from alongside.enterprise.plugin_row import PluginRow
from alongside.enterprise.roles import Grant, Role
from alongside.refusal import BadInput
from alongside.store import Unit


def look(unit: Unit) -> Overview:
    """Look at the whole enterprise."""
    unit.need("enterprise.see")
    businesses = offers.businesses(unit)
    return Overview(
        enterprise=offers.the_enterprise(unit),
        businesses=tuple(businesses),
        plugins=tuple(offers.plugins(unit)),
        roles=counted(offers.grants(unit), businesses),
    )


def rename(unit: Unit, name: str) -> Enterprise:
    """Call the enterprise by another name; papers that were made keep the one they were made with."""
    unit.need("enterprise.change")
    return offers.rename(unit, name)


def choose_words(unit: Unit, words: Mapping[str, str]) -> Enterprise:
    """Choose words of the members' own, by term; an empty one goes back to what Alongside says."""
    unit.need("enterprise.change")
    for term, word in words.items():
        if offers.words(unit).get(term, "") != word.strip():
            offers.set_word(unit, term, word)
    return offers.the_enterprise(unit)


def choose_evening(unit: Unit, at: time) -> Enterprise:
    """Choose at what time tomorrow's papers are made."""
    unit.need("enterprise.change")
    return offers.set_evening(unit, at)


def open_business(
    unit: Unit, name: str, kind: str, *, picture: str = "shop", opened: date | None = None
) -> Business:
    """Open a business of a kind that is here, or of none.

    Raises:
        BadInput: for a kind that no plugin of this enterprise runs.
    """
    unit.need("enterprise.change")
    kinds = [row.name for row in offers.plugins(unit) if row.switched_on]
    if kind and kind not in kinds:
        remedy = f"Kinds: {', '.join(kinds) or 'none yet'}. Leave the kind out for a business without a plugin."
        raise BadInput(f"no plugin here runs “{kind}”", remedy=remedy)
    return offers.add_business(unit, name, kind, picture=picture, opened=opened)


def close_business(unit: Unit, slug: str, last_day: date) -> Business:
    """Close a business after its last day; what it was stays on record."""
    unit.need("enterprise.change")
    return offers.close_business(unit, offers.business_by_slug(unit, None, slug), last_day)


def switch_plugin(unit: Unit, name: str, *, on: bool) -> PluginRow:
    """Switch a plugin on or off; its data stays either way."""
    unit.need("enterprise.change")
    return offers.switch_plugin(unit, name, on=on)


def give_role(
    unit: Unit, person: str, role: Role, slug: str | None = None, *, last_day: date | None = None
) -> Grant:
    """Give a person a role, for one business or for the whole enterprise, until a day if one is said.

    Raises:
        BadInput: for a last day that is over.
    """
    unit.need("enterprise.change")
    _not_over(unit, last_day)
    return offers.give_role(unit, person, role, _business(unit, slug), last_day=last_day)


def look_at_roles(unit: Unit) -> list[Grant]:
    """Look at the roles that people hold or are going to hold."""
    unit.need("enterprise.change")
    return offers.grants_not_over(unit)


def look_at_role(unit: Unit, grant: str) -> Grant:
    """Look at one role that somebody holds."""
    unit.need("enterprise.change")
    return offers.grant(unit, grant)


def end_role_on(unit: Unit, grant: str, last_day: date) -> Grant:
    """Say which day is the last of a role; it still gives what it gives on that day.

    Raises:
        BadInput: for a day that is over, for a role that has ended, and for the one steward there is.
    """
    held = look_at_role(unit, grant)
    _not_over(unit, last_day)
    if held.last_day is not None and held.last_day < offers.today(unit):
        raise BadInput("this role has ended already", remedy="Give it anew if it is needed.")
    _not_the_last_steward(unit, held.person, held.role)
    return offers.end_role(unit, held, last_day)


def _not_over(unit: Unit, last_day: date | None) -> None:
    if last_day is not None and last_day < offers.today(unit):
        raise BadInput(f"the last day {last_day} is over", remedy="Give today or a day to come.")


def _not_the_last_steward(unit: Unit, person: str, role: Role) -> None:
    if role is Role.STEWARD and offers.people_with(unit, role) == [person]:
        raise BadInput(
            "this is the last steward, so nobody could give roles", remedy="Make somebody else one first."
        )


def end_role(unit: Unit, person: str, role: Role, slug: str | None = None) -> Grant:
    """End a person's role: from now on it gives nothing.

    Raises:
        BadInput: where she does not hold it, and for the one steward there is.
    """
    unit.need("enterprise.change")
    place = _business(unit, slug)
    held = [one for one in offers.roles_of(unit, person) if (one.role, one.business) == (role, place)]
    if not held:
        at = f" of {slug}" if slug else ""
        raise BadInput(
            f"this person is not {role.value}{at}", remedy="See who holds what: alongside people show PERSON"
        )
    _not_the_last_steward(unit, person, role)
    # A role's last day is still its own, so it ends with yesterday.
    return offers.end_role(unit, held[0], offers.today(unit) - timedelta(days=1))


def _business(unit: Unit, slug: str | None) -> str | None:
    return offers.business_by_slug(unit, None, slug).id if slug else None
