"""Beginning: what an enterprise needs before anybody can open its pages, put in place in one unit."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from alongside.display.pictures import NAMES
from alongside.enterprise import offers as enterprise
from alongside.enterprise.business import Business, slug_of
from alongside.enterprise.enterprise import Enterprise
from alongside.enterprise.roles import Role
from alongside.instants import LONDON
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import BadInput

if TYPE_CHECKING:
    from datetime import date

    from alongside.plugin import Plugin
    from alongside.store import Unit


@attrs.frozen
class NewBusiness:
    """A business to be opened: its name, and the kind that runs it (empty for none)."""

    name: str
    kind: str = ""


@attrs.frozen(kw_only=True)
class Beginning:
    """What people have answered: who they are, their words, their businesses, and who looks after it first."""

    name: str = ""
    zone: str = LONDON
    words: Mapping[str, str] = attrs.field(factory=dict)
    businesses: tuple[NewBusiness, ...] = ()
    steward: str = ""
    email: str = ""

    def enterprise(self) -> Enterprise:
        """Return the enterprise as it would be kept.

        Raises:
            BadInput: where name, zone or a word cannot be.
        """
        return Enterprise(name=self.name.strip(), zone=self.zone, words=self.words)

    def opened(self, day: date) -> tuple[Business, ...]:
        """Return the businesses as they would be kept, under ids of no meaning."""
        slugs: list[str] = []
        for one in self.businesses:
            slugs.append(slug_of(one.name, slugs))
        return tuple(
            Business(id=slug, slug=slug, name=one.name.strip(), kind=one.kind, opened=day)
            for one, slug in zip(self.businesses, slugs, strict=True)
        )


def read_businesses(texts: Sequence[str], kinds: Collection[str]) -> tuple[NewBusiness, ...]:
    """Read “Tideline Café:cafe”, or a name alone for a business that no plugin runs.

    Raises:
        BadInput: for a kind that nothing installed runs.
    """
    found = []
    for text in texts:
        name, colon, kind = text.rpartition(":")
        one = NewBusiness(name.strip(), kind.strip()) if colon else NewBusiness(text.strip())
        check_kind(one.kind, kinds)
        found.append(one)
    return tuple(found)


def check_kind(kind: str, kinds: Collection[str]) -> None:
    """Refuse a kind of business that nothing installed runs."""
    if kind and kind not in kinds:
        remedy = (
            f"Kinds: {', '.join(sorted(kinds)) or 'none yet'}. Leave the kind out for a business without a plugin."
        )
        raise BadInput(f"no plugin here runs “{kind}”", remedy=remedy)


def begin(unit: Unit, beginning: Beginning, plugins: Collection[Plugin]) -> str | None:
    """Put it all in place; return the id of the first steward, None where nobody was named.

    Raises:
        BadInput: where something of it cannot be, or somebody else has set the enterprise up already.
    """
    pictures = {plugin.name: plugin.picture for plugin in plugins if plugin.picture in NAMES}
    enterprise.set_up(unit, beginning.name.strip(), beginning.zone)
    for term, word in beginning.words.items():
        enterprise.set_word(unit, term, word)
    for one in beginning.businesses:
        check_kind(one.kind, {plugin.name for plugin in plugins})
        enterprise.add_business(unit, one.name, one.kind, picture=pictures.get(one.kind, "shop"))
    return _first_steward(unit, beginning) if beginning.steward else None


def _first_steward(unit: Unit, beginning: Beginning) -> str:
    """The first steward is a member like everybody else."""
    new = Person(
        id=unit.new_id(),
        name=" ".join(beginning.steward.split()),
        email=beginning.email or None,
        joined=enterprise.today(unit),
    )
    person = people.add_person(unit, new).id
    for role in (Role.STEWARD, Role.MEMBER):
        enterprise.give_role(unit, person, role)
    return person
