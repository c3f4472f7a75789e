"""Gathering: what every part has to tell of one day, read in one unit and made into one document.

One sheet that raises does not take the others with it: a sentence stands in its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from alongside.display import Edition, View
from alongside.display.texts import fill, wording
from alongside.display.wording import clock
from alongside.display.wording import day as day_words
from alongside.enterprise import offers as enterprise
from alongside.faults import noted
from alongside.house.packs import own_sheets
from alongside.instants import local
from alongside.plugin import Plugin
from alongside.reports.packing import Cover, Sheet, failing_sheet, pack

if TYPE_CHECKING:
    from datetime import date

    from alongside.enterprise.business import Business
    from alongside.house.opening import House
    from alongside.house.packs.pack import Pack
    from alongside.plugin import Lazy
    from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Gathered:
    """A pack before it is set: the document, the photos in it, whose names were read, and which sheets failed."""

    pack: Pack
    html: str
    photos: Mapping[str, bytes]
    named: frozenset[str]
    failed: tuple[str, ...] = ()


_PHOTO = re.compile(r'src="(/photos/[^"]+)"')
_NO_PHOTO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path fill="#F3ECE4" d="M0 0h1v1H0z"/></svg>'
)

Views = Sequence[View]
FOOT = "For {day}. Made on {made} at {time}."


@attrs.frozen
class _Writes:
    """What writes one kind of sheet: the part whose templates show it, its title, and how it looks."""

    part: str
    package: str
    title: str
    style: str
    write: Callable[[], Views]


def gather(house: House, wanted: Pack) -> Gathered:
    """Read a pack as the daily round does: whoever asks for it, it is the same."""
    with house.reading() as unit:
        own, here = enterprise.the_enterprise(unit), _businesses(unit, wanted.slug)
        owner = here[0].name if wanted.slug else own.name
        making = _Making(house, unit, wanted.edition, _foot(unit, wanted, own.zone), several=len(here) > 1)
        for business in here:
            making.add(business.name, _of_business(house, unit, business, wanted.day))
        if not wanted.slug:
            making.add(own.name, _of_all(house, unit, wanted.day))
        cover = Cover(owner=owner, day=wanted.day, made_at=unit.now, zone=own.zone)
        html = pack(cover, making.sheets, wanted.edition)
        photos, named = _photos(house, html), frozenset(unit.named)
        return Gathered(pack=wanted, html=html, photos=photos, named=named, failed=tuple(making.failed))


def _photos(house: House, html: str) -> dict[str, bytes]:
    """The photos that a document shows; a plain square for one whose file is gone: no pack fails for that."""
    addresses = set(_PHOTO.findall(html))
    return {**dict.fromkeys(addresses, _NO_PHOTO), **house.photos.handed_over(addresses)}


def _foot(unit: Unit, wanted: Pack, zone: str) -> str:
    """Say on every sheet for which day it is and when it was made: sheets are taken apart."""
    made, edition = local(unit.now, zone), wanted.edition
    key = wording(own_sheets.PACKAGE, edition.value, FOOT)
    facts = {
        "day": day_words(wanted.day, edition),
        "made": day_words(made.date(), edition),
        "time": clock(made, edition),
    }
    return fill(key, facts)


def _businesses(unit: Unit, slug: str) -> list[Business]:
    return [enterprise.business_by_slug(unit, None, slug)] if slug else enterprise.businesses(unit)


def _of_business(house: House, unit: Unit, business: Business, day: date) -> Iterator[_Writes]:
    """What there is of one business: of what a manager of it may see, and so may a steward."""
    off = enterprise.switched_off(unit)
    allowed = enterprise.manager_may(business, house.permissions)
    for part in house.parts:
        if part.name in off or (isinstance(part, Plugin) and part.name != business.kind):
            continue
        for one in part.day_sheets:
            if f"{part.name}.{one.needs}" in allowed:
                write = partial(_loaded, one.write, part.package, unit, business, day)
                yield _Writes(part.name, part.package, one.title, one.style, write)
    for title, sheet in own_sheets.OF_A_BUSINESS:
        yield _Writes("pack", own_sheets.PACKAGE, title, "report", partial(sheet, house, unit, business, day))


def _loaded(write: Lazy, package: str, *given: Any) -> Views:
    """Load what writes a sheet as late as that: a module that cannot be imported is a sheet that fails."""
    views: Views = write.load(package)(*given)
    return views


def _of_all(house: House, unit: Unit, day: date) -> Iterator[_Writes]:
    for title, sheet in own_sheets.OF_ALL:
        yield _Writes("pack", own_sheets.PACKAGE, title, "report", partial(sheet, house, unit, day))


class _Making:
    """The sheets while they are made, one after the other."""

    def __init__(self, house: House, unit: Unit, edition: Edition, foot: str, *, several: bool) -> None:
        self.sheets: list[Sheet] = []
        self.failed: list[str] = []
        self._house, self._unit, self._edition, self._several = house, unit, edition, several
        own = enterprise.the_enterprise(unit)
        self._show = partial(
            house.display.render, frame="sheet", edition=edition, words=dict(own.words), zone=own.zone, foot=foot
        )

    def add(self, owner: str, writers: Iterator[_Writes]) -> None:
        """Add what is written of a business, or of all of them."""
        for one in writers:
            title = wording(one.package, self._edition.value, one.title)
            name = f"{owner}: {title}" if self._several else title
            try:
                for html in self._written(one, owner):
                    self.sheets.append(Sheet(name=name, id=self._next, html=html))
            except Exception as fault:  # one sheet that fails must not take the others with it
                noted(fault, f"the sheet “{one.title}” of “{one.part}”")
                self.failed.append(one.title)
                html = failing_sheet(title, owner, self._next, self._edition)
                self.sheets.append(Sheet(name=name, id=self._next, html=html))

    @property
    def _next(self) -> str:
        return f"sheet-{len(self.sheets) + 1}"

    def _written(self, one: _Writes, owner: str) -> list[str]:
        """All sheets of one writer, or none: half of them would look like all."""
        with self._unit.apart():
            views = one.write()
        first = len(self.sheets) + 1
        return [
            self._show(one.part, view, sheet=one.style, enterprise=owner, id=f"sheet-{first + place}")
            for place, view in enumerate(views)
        ]
