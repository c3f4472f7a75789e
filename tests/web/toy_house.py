"""A host with two toy parts, three people and two bakeries."""

from datetime import date

import attrs
import toy_bakery
import toy_office
from toy_bakery.pages import metadata

from alongside.display.rendering import Display
from alongside.store import Actor, Store
from alongside.store.audit import ENTRIES
from alongside.web import Choice, Visitor
from alongside.web.tables import sent

PEOPLE = {"p1": "Rosa Fenn", "p2": "Idris <b>Vale</b>", "p3": "Maud Orr"}
RIGHTS = {
    "p1": {None: frozenset({"office.see", "bakery.see", "bakery.plan", "enterprise.change"})},
    "p2": {"b1": frozenset({"bakery.see"})},
    "p3": {},
}


@attrs.frozen
class Bakery:
    id: str
    slug: str
    name: str
    kind: str = "bakery"


@attrs.frozen
class Left:
    name: str
    reason: str


class ToyHouse:
    def __init__(self, url, clock, door=None):
        self.door = door
        self.is_demo, self.can_mail = True, False
        self.store = Store(url, rights=lambda unit: RIGHTS.get(unit.actor.id, {}), clock=clock)
        ENTRIES.create(self.store.engine)
        sent.create(self.store.engine)
        metadata.create_all(self.store.engine)
        self.parts = (toy_office.PART, toy_bakery.PLUGIN)
        packages = {**{part.name: part.package for part in self.parts}}
        self.display = Display(packages)
        self.broken = (Left("pottery", "It could not be loaded."),)
        self.notice = "This is a toy."
        self.photos = {}
        self.bakeries = (Bakery("b1", "crumb", "Crumb {Street}"), Bakery("b2", "crust", "Crust"))

    def visitor(self, _, token):
        """Whoever holds a person's id is that person: the sessions of a toy."""
        name = PEOPLE.get(token)
        return Visitor(Actor.person(token, name), name, session=token) if name else None

    def photo(self, _, name):
        if name == "broken":
            raise OSError("the disk")
        return self.photos.get(name)

    def choices(self, _):
        return [Choice(person, name, picture="no such picture") for person, name in PEOPLE.items()]

    def to_ask(self, _):
        return None

    def businesses(self, _):
        return self.bakeries

    def business(self, _, kind, slug):
        return next((one for one in self.bakeries if (one.kind, one.slug) == (kind, slug)), None)

    def enterprise(self, _):
        return "Toy Town"

    def zone(self, _):
        return "Europe/London"

    def words(self, _):
        return {}

    def today(self, _):
        return date(2026, 11, 23)
