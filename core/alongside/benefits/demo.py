"""The demo's adviser, and what two of its people have chosen for themselves."""

from __future__ import annotations

from alongside.benefits import actions
from alongside.benefits.own_choice import Question
from alongside.cli.demo import Demo
from alongside.placements import actions as placements
from alongside.store import Actor

CHOSEN = {
    "Sam Whitlock": ((Question.PERMITTED_WORK,), 15 * 60),
    "Leah Osei": ((Question.UC_WITHOUT_HOUSING,), None),
}
MOST = {"Leah Osei": 15 * 60 + 59, "Callum Reid": 12 * 60}
"""Two who have told how much they want to work at the most: a wish that has no reason."""


def fill(demo: Demo) -> None:
    """Name an adviser, and let people choose for themselves."""
    with demo.unit() as unit:
        actions.name_adviser(unit, "Harbour Advice, Dilys Webb", "01632 960188")
    for name, (asks, most) in CHOSEN.items():
        with demo.store.unit(Actor.person(demo.people[name], name)) as unit:
            actions.choose(unit, asks, most)
    for name, minutes in MOST.items():
        with demo.store.unit(Actor.person(demo.people[name], name)) as unit:
            placements.say_most(unit, minutes)
    demo.did("What if I take this shift? It is private to each person.", "My week, What if I take this shift?")
