"""The demo's volunteers: what they do, what they asked to get back, and one who is thanked by name."""

from __future__ import annotations

from datetime import time

from alongside.cli.demo import Demo
from alongside.instants import at
from alongside.money import Pence
from alongside.store import Actor, Unit
from alongside.volunteering import actions, offers
from alongside.volunteering.expense import Cost

DOES = {
    "Hana Novak": "Welcomes people in the studio and makes the tea.",
    "Stan Kowalski": "Reads with people in the training room.",
    "Fergus Boyd": "Packs and carries the boxes for catering.",
}
ASKED = {
    "Hana Novak": (
        (40, Cost.TRAVEL, 460, "Bus there and back"),
        (12, Cost.MEAL, 395, "Soup"),
        (5, Cost.TRAVEL, 460, "Bus"),
    ),
    "Stan Kowalski": (
        (33, Cost.TRAVEL, 500, ""),
        (26, Cost.TRAVEL, 500, ""),
        (19, Cost.TRAVEL, 500, ""),
        (6, Cost.TRAVEL, 500, ""),
    ),
    "Fergus Boyd": ((9, Cost.OTHER, 1250, "Work gloves"),),
}
"""Days ago, what for, pence, words; Stan’s are all the same, so that the question is asked."""

THANKED = ("Hana Novak",)


def fill(demo: Demo) -> None:
    """Say what volunteers do, let them ask, and answer what is older than a week."""
    for name, words in DOES.items():
        with demo.unit() as unit:
            for one in offers.volunteering_of(unit, demo.people[name]):
                actions.say_role(unit, one.id, words)
    for name, asked in ASKED.items():
        for ago, cost, pence, words in asked:
            demo.clock.moment = at(demo.day(ago), time(8), demo.zone)
            with demo.store.unit(Actor.person(demo.people[name], name)) as unit:
                _ask(unit, demo, name, ago, cost, Pence(pence), words)
    with demo.unit() as unit:
        _answer(unit, demo)
        actions.set_income(unit, demo.today.year - 1, Pence(41_200_000), charity=False)
    for name in THANKED:
        with demo.store.unit(Actor.person(demo.people[name], name)) as unit:
            actions.thank_by_name(unit, wanted=True)
    demo.did("Volunteers ask for what they really paid.", "Volunteers, under Placements; My expenses")


def _ask(unit: Unit, demo: Demo, name: str, ago: int, cost: Cost, amount: Pence, words: str) -> None:
    for here in offers.volunteering_of(unit, demo.people[name])[-1:]:
        actions.ask(unit, here.id, demo.day(ago), cost, amount, words, really_paid=True)


def _answer(unit: Unit, demo: Demo) -> None:
    for person in (demo.people[name] for name in ASKED):
        for one in offers.expenses_of(unit, person):
            if (demo.today - one.day).days > 7:
                actions.agree(unit, one.id, receipt=bool(one.words))
            if (demo.today - one.day).days > 20:
                actions.mark_paid(unit, one.business, [one.id])
