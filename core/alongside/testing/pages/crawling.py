"""Crawling: walk through an enterprise as one person after another, and note where each route was met.

A page looks different in different states (a vote that is open, one that is decided). So a place is kept when
it shows a kind of element that no kept place of its route has shown.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Collection, Iterable
from html import unescape
from urllib.parse import parse_qsl, urljoin, urlsplit

import attrs

from alongside.testing.pages.routes import Route, route_at

_TAG = re.compile(r"<([a-z][a-z0-9]*)\b([^>]*)>")
_KIND = re.compile(r"\b(class|name|type|role)=\"([^\"]*)\"")
_LINK = re.compile(r"<a\b[^>]*?\bhref=\"([^\"]*)\"")
_ID = re.compile(r"[0-9a-f]{16,}|\d+")
_SAME = {"edition", "colours", "text"}
"""What a page is asked with to show the same otherwise: the gate puts on what it wants to see itself."""

_DULL = 2
"""After so many places of one kind in a row that showed nothing new, no more are opened."""


@attrs.frozen
class Answer:
    """What came back: a status, a page's HTML (empty for what is no page), or where it leads to instead."""

    status: int
    html: str = ""
    to: str = ""


@attrs.frozen
class Place:
    """Where a route was met: a path, and the person who may open it."""

    route: str
    path: str
    person: str


@attrs.define
class Crawl:
    """What was met on the way, by all who have walked so far."""

    routes: tuple[Route, ...]
    places: list[Place] = attrs.field(factory=list)
    opened: int = 0
    _seen: dict[str, set[str]] = attrs.field(factory=dict)

    def walk(self, person: str, get: Callable[[str], Answer], starts: Iterable[str] = ("/",)) -> None:
        """Open what leads on from ``starts`` as one person; ``get`` answers as her browser would."""
        waiting, known, dull = deque(starts), set(starts), dict[str, int]()
        while waiting:
            path = waiting.popleft()
            shape = shape_of(path)
            if dull.get(shape, 0) >= _DULL:
                continue
            answer = self._answer(path, get)
            new = answer.status == 200 and self._note(person, path, answer.html)
            dull[shape] = 0 if new else dull.get(shape, 0) + 1
            led = (answer.to, *links(path, answer.html))
            found = [one for one in led if one and one not in known]
            known.update(found)
            waiting.extend(found)

    def _answer(self, path: str, get: Callable[[str], Answer]) -> Answer:
        """A paper takes its time to make, and is no page: that a link leads to it is enough here."""
        route = route_at(self.routes, path)
        if route and route.paper:
            return Answer(200)
        self.opened += 1
        return get(path)

    def _note(self, person: str, path: str, html: str) -> bool:
        """Keep the place if it shows something new of its route; papers are kept by their link alone."""
        route = route_at(self.routes, path)
        if route is None:
            return False
        seen = self._seen.get(route.path)
        new = kinds(html) - (seen or set())
        if seen is None or new:
            self.places.append(Place(route.path, path, person))
            self._seen[route.path] = (seen or set()) | new
        return bool(new)

    def first(self, route: Route) -> Place | None:
        """The first place where a route was met."""
        return next((one for one in self.places if one.route == route.path), None)

    def every(self, route: Route) -> list[Place]:
        """All places that show something of their own of a route."""
        return [one for one in self.places if one.route == route.path]

    def met(self) -> Collection[str]:
        """The paths of all routes that were met."""
        return {one.route for one in self.places}


def kinds(html: str) -> set[str]:
    """The kinds of elements of a page: tags with their classes and the names of fields, whatever they say."""
    inside = html.partition("<main")[2]
    found = set()
    for tag, attributes in _TAG.findall(inside):
        named = " ".join(f"{name}={_ID.sub('#', value)}" for name, value in _KIND.findall(attributes))
        found.add(f"{tag} {named}")
    return found


def shape_of(path: str) -> str:
    """What kind of address it is: ids and days left out, and of a query the names alone."""
    parts = urlsplit(path)
    names = sorted({name for name, _ in _asked(path)})
    return f"{_ID.sub('#', parts.path)}?{'&'.join(names)}"


def links(path: str, html: str) -> list[str]:
    """The addresses of our own that a page leads to, each once, without what only shows the page otherwise."""
    found = (urljoin(path, unescape(link)) for link in _LINK.findall(html))
    ours = (
        one.partition("#")[0] for one in found if one.startswith("/") and not one.startswith(("//", "/static"))
    )
    return [one for one in dict.fromkeys(ours) if one and not _SAME & {name for name, _ in _asked(one)}]


def _asked(path: str) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(path).query, keep_blank_values=True)
