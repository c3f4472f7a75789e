"""A trial: an invented enterprise in a folder of its own, with one plugin, to see how the plugin does in it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from alongside.cli.demo import Clock, Demo
from alongside.display.pictures import NAMES
from alongside.enterprise import offers as enterprise
from alongside.house import demo_people
from alongside.house.core import core_parts
from alongside.house.examples import examples
from alongside.house.finding import Found
from alongside.house.opening import House, morning
from alongside.house.reacting import Reactions
from alongside.house.settings import Settings
from alongside.plugin import Plugin
from alongside.sign_in import offers as sign_in
from alongside.sign_in.session import Way
from alongside.store import Actor

DAY = date(2026, 11, 23)
"""The day it is in a trial: a Monday in winter, so that a trial today finds what one tomorrow does."""


@attrs.frozen
class Trial:
    """The enterprise that was opened for a trial, the plugin's business in it, and who looks at it, by role."""

    house: House
    plugin: Plugin
    demo: Demo

    @property
    def business(self) -> Any:
        """The business of the plugin's kind."""
        return next(one for one in self.demo.businesses.values() if one.kind == self.plugin.name)

    def people(self) -> Mapping[str, str]:
        """Return a steward, a manager of the business and a member, by their ids."""
        with self.demo.unit() as unit:
            steward = enterprise.steward(unit) or ""
            managers = {one.person for one in enterprise.grants(unit) if one.role.value == "manager"}
            manager, member = [
                one for one in enterprise.people_with(unit, "member") if one not in {*managers, steward}
            ][:2]
            enterprise.give_role(unit, manager, "manager", self.business.id)
            return {"steward": steward, "manager": manager, "member": member}

    def visitors(self) -> Mapping[str, str]:
        """Return the same three by the secrets of sessions that they are in."""
        people = self.people()
        with self.demo.unit() as unit:
            return {role: sign_in.begin(unit, person, Way.DEMO) for role, person in people.items()}


@contextmanager
def trial(plugin: Plugin) -> Iterator[Trial]:
    """Open a trial; its folder is gone afterwards. Its tables are still to be made."""
    with tempfile.TemporaryDirectory(prefix="alongside-trial-") as folder:
        clock, home = Clock(morning(DAY)), Path(folder)
        house = House(Settings(home, demo_today=DAY), core_parts(), Found((plugin,), ()), clock=clock)
        builder = Actor.keyboard("the trial")
        demo = Demo(
            store=house.store,
            clock=clock,
            today=DAY,
            zone="Europe/London",
            examples=examples(),
            rows=demo_people.rows(examples()),
            say=lambda _: None,
            actor=builder,
            file_paper=partial(house.file_paper, builder),
        )
        try:
            yield Trial(house, plugin, demo)
        finally:
            house.close()


def invent(now: Trial) -> None:
    """Put the invented people of every demo in place, and a business of the plugin's kind.

    The plugin is told nothing of it yet: a reaction that raises would leave nothing to try the rest with.
    """
    plugin, store = now.plugin, now.house.store
    store.dispatch = Reactions(now.house.core)
    demo_people.fill(now.demo)
    with now.demo.unit(now.demo.day(7 * 26)) as unit:
        if not any(one.kind == plugin.name for one in now.demo.businesses.values()):
            picture = plugin.picture if plugin.picture in NAMES else "shop"
            new = enterprise.add_business(unit, plugin.title, plugin.name, picture=picture)
            now.demo.businesses[plugin.name] = new
    store.dispatch = now.house.reactions
