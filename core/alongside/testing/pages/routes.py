"""Routes: every page and paper that is registered, as a thing that can be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

import attrs

from alongside.plugin import OpenTo, Page, Paper, Part
from alongside.web.addresses import addresses_of

_NAME = re.compile(r"\{[^}]*\}")


@attrs.frozen
class Route:
    """One registered page or paper; ``path`` is as described, with its ``{names}``."""

    path: str
    title: str
    part: str
    sends: bool = False
    paper: bool = False
    before_signing_in: bool = False

    @property
    def names(self) -> int:
        """How many names stand in its path: of two routes that fit an address, the one with fewer is meant."""
        return len(_NAME.findall(self.path))

    def fits(self, address: str) -> bool:
        """True if an address, with or without a query, is one of this route."""
        return _pattern(self.path).fullmatch(urlsplit(address).path) is not None


@cache
def _pattern(path: str) -> re.Pattern[str]:
    pieces = re.split(r"(\{[^}]*\})", path)
    return re.compile("".join("[^/]+" if _NAME.fullmatch(one) else re.escape(one) for one in pieces))


def routes_of(parts: Iterable[Part]) -> tuple[Route, ...]:
    """Return a route for every page and paper of the parts, in their order."""
    return tuple(_route(one.path, one.part.name, one.page) for one in addresses_of(parts))


def _route(path: str, part: str, page: Page | Paper) -> Route:
    return Route(
        path,
        page.title,
        part,
        sends=isinstance(page, Page) and page.send is not None,
        paper=isinstance(page, Paper),
        before_signing_in=page.needs is OpenTo.ANYONE,
    )


def route_at(routes: Iterable[Route], address: str) -> Route | None:
    """Return the route that an address is meant for, or ``None`` where there is none."""
    fitting = [one for one in routes if one.fits(address)]
    return min(fitting, key=lambda one: one.names, default=None)
