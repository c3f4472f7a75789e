"""Which pages somebody meets: found from the registered routes by walking, not from a list kept by hand."""

from __future__ import annotations

import inspect
from pathlib import Path

import attrs

from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.hosting import in_menu_order
from alongside.house.settings import read_settings
from alongside.plugin import Page
from alongside.testing.pages.crawling import Answer, Crawl
from alongside.testing.pages.routes import Route, routes_of
from alongside.web.addresses import Address, addresses_of

from .visiting import Visitor


@attrs.frozen
class Met:
    """A page that was met: its address, and the registered route it is of."""

    path: str
    route: Route
    in_menu: bool
    thinks: bool
    """Whether it looks for an answer with no unit open, which takes a while and has an aim of its own."""


def parts() -> list:
    """Return the descriptions of what is installed, in the order of the menu."""
    return in_menu_order([*core_parts(), *find_plugins().plugins])


def shown_as(home: Path, role: str) -> str:
    """Return the id of the person whom the demo offers to look around as."""
    return read_settings(home).look_as[role]


def pages_met(visitor: Visitor) -> tuple[list[Met], list[str]]:
    """Walk as somebody; return the first place of each route that was met.

    And the paths of those that were not, though nothing is needed to open them: they come after a form, or on
    another device.
    """
    crawl = Crawl(routes_of(parts()))

    def get(path: str) -> Answer:
        told = visitor.get(path)
        return Answer(told.status, told.text, told.to)

    crawl.walk("", get)
    every = addresses_of(parts())
    menu, free = ({one.path for one in every if holds(one)} for holds in (_in_menu, _needs_nothing))
    thinking = {one.path for one in every if _thinks(one)}
    met = [
        Met(place.path, route, route.path in menu, route.path in thinking)
        for route in crawl.routes
        if not route.paper and (place := crawl.first(route))
    ]
    others = free - set(crawl.met())
    return met, [one.path for one in crawl.routes if not one.paper and one.path in others]


def _thinks(address: Address) -> bool:
    """Its function says so in what it returns."""
    shown = address.page.show.load(address.part.package) if isinstance(address.page, Page) else None
    return "Thinking" in str(inspect.signature(shown).return_annotation) if shown else False


def _in_menu(address: Address) -> bool:
    return address.in_menu


def _needs_nothing(address: Address) -> bool:
    return address.permission is None
