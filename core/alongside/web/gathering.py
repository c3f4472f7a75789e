"""Gathering the tiles: each part's and plugin's own, those that wait for somebody first.

A tile that raises becomes a sentence with a reference; the others, and the page, do not notice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from alongside.faults import noted
from alongside.plugin import OpenTo, Plugin
from alongside.web.glance import Glance

if TYPE_CHECKING:
    from alongside.plugin import Part, Tile
    from alongside.web import Visit
    from alongside.web.visit import Business


@attrs.frozen(kw_only=True)
class Shown:
    """A tile as the page shows it: ``glance`` is ``None`` where it failed, ``reference`` then tells under what."""

    part: str
    called: str  # what the part is called, for the sentence that says that its tile failed
    title: str
    business: str  # the name of its business, empty where it is of none
    glance: Glance | None
    reference: str = ""

    @property
    def rank(self) -> int:
        """Her own day, then what waits for her, then the rest; each in the order of the parts."""
        if self.glance is None:
            return 3
        return 0 if self.glance.today else 1 if self.glance.waits else 2


def gather(visit: Visit) -> list[Shown]:
    """Return the tiles that the visitor may see and that have something to tell."""
    businesses = visit.host.businesses(visit.unit)
    shown = [one for part in visit.host.parts for one in _of_part(visit, part, businesses)]
    return sorted(shown, key=lambda one: one.rank)


def waiting(visit: Visit) -> list[Shown]:
    """Return what waits for the visitor, of the tiles that stand on her week too; one that failed is left out.

    What is everybody's comes before what a business asks: the first alone is shown on her week, and a vote has an
    end that is the same for all.
    """
    parts = [part for part in visit.host.parts if any(tile.on_week for tile in part.tiles)]
    parts.sort(key=lambda part: isinstance(part, Plugin))
    businesses = visit.host.businesses(visit.unit) if parts else ()
    shown = (one for part in parts for one in _of_part(visit, _on_week(part), businesses))
    return [one for one in shown if one.glance and one.glance.waits]


def _on_week(part: Part) -> Part:
    return attrs.evolve(part, tiles=tuple(tile for tile in part.tiles if tile.on_week))


def _of_part(visit: Visit, part: Part, businesses: Sequence[Business]) -> Iterator[Shown]:
    for tile in part.tiles:
        if not isinstance(part, Plugin):
            if _may(visit, part, tile, None):
                yield from _shown(visit, part, tile, None)
            continue
        for business in businesses:
            if business.kind == part.name and _may(visit, part, tile, business):
                yield from _shown(visit, part, tile, business)


def _may(visit: Visit, part: Part, tile: Tile, business: Business | None) -> bool:
    if isinstance(tile.needs, OpenTo):
        return True
    permission = f"{part.name}.{tile.needs}"
    return visit.unit.may(permission, business.id) if business else visit.unit.may_somewhere(permission)


def _shown(visit: Visit, part: Part, tile: Tile, business: Business | None) -> Iterator[Shown]:
    facts: dict[str, Any] = {
        "part": part.name,
        "called": part.title,
        "title": tile.title,
        "business": business.name if business else "",
    }
    try:
        with visit.unit.apart():
            glance = _told(tile, part, attrs.evolve(visit, part=part.name, business=business))
    except Exception as fault:  # a part may raise anything; the others must not notice
        yield Shown(glance=None, reference=noted(fault, f"the tile “{tile.title}” of {part.name}"), **facts)
        return
    if glance is not None:
        yield Shown(glance=glance, **facts)


def _told(tile: Tile, part: Part, visit: Visit) -> Glance | None:
    told = tile.show.load(part.package)(visit)
    if told is not None and not isinstance(told, Glance):
        raise TypeError(f"the tile answered with {type(told).__name__}, but must with a Glance or None")
    return told
