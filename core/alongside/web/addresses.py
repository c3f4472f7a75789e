"""Addresses: where each page and paper of each part is found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import count

import attrs

from alongside.plugin import OpenTo, Page, Paper, Part, Plugin
from alongside.store import ActorKind, Unit

BUSINESS = "the business"  # no name in a path can hold a blank, so none can be mistaken for it

_NAME = re.compile(r"\{([^}]*)\}")


@attrs.frozen
class Address:
    """One page or paper of one part."""

    part: Part
    page: Page | Paper

    @property
    def of_business(self) -> bool:
        """True if the page is there once for each business."""
        return isinstance(self.part, Plugin)

    @property
    def path(self) -> str:
        """The whole path, with names: ``/cafe/{the business}/rota``."""
        return self._whole(self.page.path)

    @property
    def under(self) -> str | None:
        """The whole path, with names, of the page it stands under; ``None`` for one that stands by itself."""
        above = self.page.under if isinstance(self.page, Page) else None
        return self._whole(above) if above else None

    def _whole(self, path: str) -> str:
        own = path.rstrip("/")
        return f"/{self.part.name}/{{{BUSINESS}}}{own}" if self.of_business else own or "/"

    @property
    def pattern(self) -> str:
        """The path for the router, its names replaced by their places.

        Two pages may call the same place by different names, which a router refuses.
        """
        places = count()
        return _NAME.sub(lambda _: f"{{p{next(places)}:str}}", self.path)

    @property
    def permission(self) -> str | None:
        """What the visitor needs, with its prefix; ``None`` where none is asked for."""
        needs = self.page.needs
        return None if isinstance(needs, OpenTo) else f"{self.part.name}.{needs}"

    @property
    def for_anyone(self) -> bool:
        """True if it is met before signing in."""
        return self.page.needs is OpenTo.ANYONE

    @property
    def in_menu(self) -> bool:
        """True if the page stands in the menu, or under one that does."""
        return isinstance(self.page, Page) and self.page.menu and not _NAME.search(self.page.path)

    def named(self, places: Mapping[str, str]) -> dict[str, str]:
        """Give back their names to what the router found: ``{"p1": "x"}`` becomes ``{"shift": "x"}``."""
        return {name: places[f"p{place}"] for place, name in enumerate(_NAME.findall(self.path))}

    def may_open(self, unit: Unit, business: str | None) -> bool:
        """True if the visitor may open it; a page of no one business shows what she may see of each."""
        if self.permission is None:
            return self.for_anyone or unit.actor.kind is not ActorKind.STRANGER
        return unit.may(self.permission, business) if business else unit.may_somewhere(self.permission)

    def opens_also(self, unit: Unit, names: Mapping[str, str]) -> bool:
        """True if the visitor may open it by what she is to the very thing that it is about."""
        if self.page.also is None or unit.actor.kind is ActorKind.STRANGER:
            return False
        return self.page.also.load(self.part.package)(unit, names) is True

    def at(self, slug: str) -> str:
        """The path for one business."""
        return self.path.replace(f"{{{BUSINESS}}}", slug)


def addresses_of(parts: Iterable[Part]) -> tuple[Address, ...]:
    """Return the address of every page and paper, in the order of the parts."""
    return tuple(Address(part, page) for part in parts for page in _pages(part))


def _pages(part: Part) -> tuple[Page | Paper, ...]:
    return (*part.pages, *part.papers)
