"""A copy of the demo with one person for each role, and a browser for each of them."""

from __future__ import annotations

from datetime import timedelta

import attrs

from alongside.enterprise import offers as enterprise
from alongside.house.first_run.hosting import pages
from alongside.house.opening import House
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.sign_in import offers as sign_in
from alongside.sign_in.session import Way
from alongside.store import Actor
from alongside.testing.browsing import Browser

ROLES = ("nobody", "member", "supporter", "manager", "trustee", "teller", "steward")
"""“nobody” has not signed in; the member has chosen the supporter; the manager runs the business asked for."""


@attrs.define
class World:
    """``people`` are ids by role; each holds this role and no other, but the steward, who may everything."""

    house: House
    app: object
    people: dict[str, str]
    other: str
    """Somebody who chose nobody and is asked about by all."""

    def browser(self, role: str) -> Browser:
        """A browser in which one of them has just come in."""
        fresh = Browser(self.app)
        fresh.follow_redirects = False
        if role != "nobody":
            with self.house.store.unit(Actor.keyboard("the test")) as unit:
                fresh.come_in(sign_in.begin(unit, self.people[role], Way.DEMO))
        return fresh


def world(house: House) -> World:
    """Put the people in place who are not in the demo: those who hold one role alone."""
    shown = house.settings.look_as
    found = {"member": shown["member"], "trustee": shown["trustee"], "steward": shown["steward"]}
    with house.store.unit(Actor.keyboard("the test")) as unit:
        today = enterprise.today(unit)
        for role in ("supporter", "manager", "teller"):
            new = Person(id=unit.new_id(), name=f"Test {role.capitalize()}", joined=today)
            found[role] = people.add_person(unit, new).id
            for business in _first_of_each_kind(unit) if role == "manager" else (None,):
                enterprise.give_role(unit, found[role], role, business)
        people.choose_supporter(
            unit, found["member"], found["supporter"], today, today + timedelta(days=90), herself=True
        )
        other = people.find_person(unit, "Rosa Delgado").id
    return World(house, pages(house), found, other)


def _first_of_each_kind(unit):
    kinds = {}
    for one in enterprise.businesses(unit):
        kinds.setdefault(one.kind, one.id)
    return tuple(kinds.values())
