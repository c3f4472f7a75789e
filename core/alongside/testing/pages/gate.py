"""The gate: one served demo, one browser, and for every route a place to look at and somebody who may open it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from alongside.testing.pages.answered import Answered
from alongside.testing.pages.cells import Cell, cells_in_turn
from alongside.testing.pages.crawling import Crawl, Place
from alongside.testing.pages.looking import Eyes
from alongside.testing.pages.routes import Route, routes_of
from alongside.testing.pages.walking import NOBODY, people_to_walk_as, walk

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from alongside.house.opening import House


@attrs.define
class Gate:
    """Looks at places, each as the person who met it.

    ``member`` is the id of a member, the first of those who signed in to walk.
    """

    browser: Browser
    address: str
    crawl: Crawl
    member: str
    _eyes: dict[str, Eyes] = attrs.field(factory=dict)

    @property
    def members(self) -> set[str]:
        """The paths of the routes that members may open."""
        hers = (one for one in self.crawl.places if one.person == self.member or one.person.startswith(NOBODY))
        return {one.route for one in hers}

    def eyes_of(self, person: str) -> Eyes:
        """A tab in which a person is signed in, opened when it is first asked for."""
        if person not in self._eyes:
            eyes = Eyes.open(self.browser, self.address)
            self._eyes[person] = eyes if person.startswith(NOBODY) else eyes.come_in(person)
        return self._eyes[person]

    def faults(self, place: Place, cells: Iterable[Cell], *, status: int = 200) -> list[str]:
        """Everything that is wrong with a place in some cells; who looked and where stands before each."""
        member = place.route in self.members
        found = self.eyes_of(place.person).faults(place.path, cells, member=member, status=status)
        return [f"{place.path} {one}" for one in found]

    def faults_answered(self, answered: Answered, cells: Iterable[Cell]) -> list[str]:
        """Everything that is wrong with a page that was answered before; which state it is stands before each."""
        found = self.eyes_of(answered.person).faults_answered(answered, cells)
        return [f"{answered} {one}" for one in found]

    def faults_of(self, part: str) -> list[str]:
        """Everything that is wrong with the pages of a part or plugin that anybody in the demo is led to.

        Each is looked at in a few cells, in turn; a page that nobody is led to is named as well.
        """
        found = []
        for route in pages_of(self.crawl.routes, part):
            place = self.crawl.first(route)
            found += (
                self.faults(place, cells_in_turn(route.path)) if place else [f"{route.path}: no page leads to it"]
            )
        return found

    def close(self) -> None:
        """Close every tab."""
        for eyes in self._eyes.values():
            eyes.close()


def crawl_once(file: Path, house: House, address: str) -> Crawl:
    """Walk through a served enterprise as everybody, or read from ``file`` what an earlier walk has met."""
    if not file.exists():
        met = walk(Crawl(routes_of(house.parts)), address, people_to_walk_as(house))
        file.write_text(json.dumps([attrs.astuple(one) for one in met.places]), encoding="utf-8")
    places = [Place(*one) for one in json.loads(file.read_text(encoding="utf-8"))]
    return Crawl(routes_of(house.parts), places)


def pages_of(routes: Iterable[Route], part: str | None = None) -> list[Route]:
    """The routes that are pages, of one part or of all."""
    return [one for one in routes if not one.paper and part in {None, one.part}]
