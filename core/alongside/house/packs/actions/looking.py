"""Looking: which packs there are of the day that is due, for whoever may have them."""

from __future__ import annotations

from datetime import date, datetime

import attrs

from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.enterprise.business import Business
from alongside.house.packs.pack import Pack, due, pack_called, topic
from alongside.messages.choosing import choices_of
from alongside.people import offers as people
from alongside.people.reached import has_address
from alongside.refusal import NotFound
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Shown:
    """One pack as it is offered: ``owner`` is whose it is, ``made_at`` None while it is not there."""

    pack: Pack
    owner: str
    business: str | None
    made_at: datetime | None
    mailed: bool


def look(unit: Unit, edition: Edition, day: date | None = None) -> list[Shown]:
    """Look at the packs of a day, else of the one that is due: that of all, then of each business she runs."""
    own = enterprise.the_enterprise(unit)
    day = day or due(unit.now, own.zone, own.evening)
    chosen = choices_of(unit, unit.actor.id)
    places: list[Business | None] = [*([None] if unit.may("pack.see") else []), *_hers(unit)]
    packs = [(Pack(day=day, slug=one.slug if one else "", edition=edition), one) for one in places]
    made = {one.file: one.made_at for one in enterprise.papers_called(unit, [pack.file for pack, _ in packs])}
    return [
        Shown(
            pack=pack,
            owner=one.name if one else own.name,
            business=one.id if one else None,
            made_at=made.get(pack.file),
            mailed=chosen.get(topic(one.id if one else None), False),
        )
        for pack, one in packs
    ]


def _hers(unit: Unit) -> list[Business]:
    return [one for one in enterprise.businesses(unit) if unit.may("pack.see", one.id)]


def must_be_hers(unit: Unit, wanted: Pack) -> Pack:
    """Refuse a pack that is not for the one who asks.

    Raises:
        NotFound: for a business that is not there.
        NotAllowed: for one that she does not run.
    """
    business = enterprise.business_by_slug(unit, None, wanted.slug).id if wanted.slug else None
    unit.need("pack.see", business)
    return wanted


def the_file(unit: Unit, file: str) -> Pack:
    """Return the pack that is filed under a name, for whoever may have it.

    Raises:
        NotFound: where there is none of that name.
    """
    found = pack_called(file)
    if found is None:
        raise NotFound("paper", file)
    must_be_hers(unit, found)
    if not enterprise.papers_called(unit, [file]):
        raise NotFound("paper", file, "Make it on the page “Tomorrow on paper”.")
    return found


def can_be_mailed(unit: Unit) -> bool:
    """True if there is an address to which the one who looks could have them sent."""
    her = people.find(unit, unit.actor.id)
    return her is not None and has_address(her)
