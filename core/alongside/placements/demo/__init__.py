"""The demo's ways to work: stages, own words, job coaches, and hours that grow."""

from __future__ import annotations

from datetime import timedelta

from alongside.cli.demo import Demo
from alongside.people import offers as people
from alongside.placements import actions, offers
from alongside.placements.coaching import Coaching
from alongside.placements.demo import leave, talks
from alongside.placements.hours_plan import HoursStep
from alongside.placements.hours_wish import Pace
from alongside.placements.own_words import About
from alongside.placements.stage import Stage
from alongside.placements.tables import PLACEMENTS
from alongside.placements.tables.way import COACHINGS
from alongside.store import Actor, Unit

STAGES = tuple(Stage)

LOOKING = {"Oscar Lindley": 1, "Tess Holloway": 2, "Winston Clarke": 3, "Molly Jarvis": 4, "Nora Finch": 2}
"""People without a placement, and how many stages of the way they have come."""

SAYS = {
    "Sam Whitlock": (("brings", "I remember what people order"), ("wants", "I want to make good coffee")),
    "Leah Osei": (("brings", "I am never late"), ("wants", "I want more mornings")),
    "Zara Hussain": (("brings", "I learn fast by watching"), ("wants", "I want a paid job in the café")),
    "Archie Nolan": (("brings", "I like to clean until it shines"), ("wants", "I want to work with my hands")),
    "Tess Holloway": (("brings", "I am good with plants"), ("wants", "I want to work outside")),
    "Winston Clarke": (("brings", "I know all the bus times"), ("wants", "I want to work near my home")),
    "Jonah Price": (("brings", "I have a good ear for sound"), ("wants", "I want to mix a whole song")),
}

GROWS = {
    "Sam Whitlock": (4, ((70, 6), (56, 9), (40, 12), (-5, 14), (-14, 16))),
    "Zara Hussain": (15, ((-6, 18),)),
    "Archie Nolan": (8, ((-5, 10), (-9, 12))),
    "Callum Reid": (4, ((28, 8), (-6, 10))),
    "Leah Osei": (12, ((-5, 15),)),
}
"""Hours a week at the beginning, then steps by weeks ago; a number below nothing is still to come."""


COACHED = "Callum Reid"
"""Who has agreed that a job coach works each shift with him."""


LONGER = "Marcus Bell"
"""Who has said yes to longer weeks: it changes nothing of the hours that she has agreed."""


def fill(demo: Demo) -> None:
    """Let people choose job coaches, note the way of each, say things of themselves, and agree their hours."""
    supported = [row for row in demo.rows if row["supporter"] and row["name"] in demo.people]
    with demo.unit(demo.day(7 * 12)) as unit:
        for row in supported:
            _coach(unit, demo, row["name"], row["supporter"])
    for row in supported:
        _way(demo, row["name"], LOOKING.get(row["name"], 5 if row["kind"] else 1), int(row["weeks_here"]))
    for name, said in SAYS.items():
        with demo.store.unit(Actor.person(demo.people[name], name)) as unit:
            for about, words in said:
                actions.say(unit, About(about), words)
    with demo.unit() as unit:
        for name, (first, steps) in GROWS.items():
            _grow(unit, demo, name, 60 * first, steps)
        (here,) = offers.placements_of(unit, demo.people[COACHED])
        actions.agree_coach(unit, here.id, beside=True)
    with demo.store.unit(Actor.person(demo.people["Leah Osei"], "Leah Osei")) as unit:
        (here,) = offers.placements_of(unit, unit.actor.id)
        actions.wish_for_hours(unit, here.id, Pace.STAY, "I like it as it is. Ask me again in spring.")
    with demo.store.unit(Actor.person(demo.people[LONGER], LONGER)) as unit:
        actions.opt_out(unit)
    leave.fill(demo)
    talks.fill(demo, [row["name"] for row in supported if row["kind"]])
    demo.did(f"{len(supported)} people have a job coach and a way to work.", "My work; People I coach")
    demo.did("The hours of some grow step by step; one asks to stay as she is.", "Placements, Hours that grow")


def _coach(unit: Unit, demo: Demo, name: str, coach: str) -> None:
    unit.add(
        COACHINGS,
        Coaching(
            id=unit.new_id(),
            person=demo.people[name],
            coach=demo.people[coach],
            # As long as anybody has worked for whom a rota of the past was filled.
            first_day=demo.day(7 * 60),
            last_day=demo.today + timedelta(weeks=40),
        ),
    )


def _way(demo: Demo, name: str, come: int, weeks: int) -> None:
    """The stages one after the other, the last of them for the longest."""
    days = [7 * weeks * (9 - number) // 9 for number in range(come)]
    for stage, ago in zip(STAGES, days, strict=False):
        with demo.unit(demo.day(ago)) as unit:
            actions.note_stage(unit, demo.people[name], stage)


def _grow(unit: Unit, demo: Demo, name: str, minutes: int, steps: tuple[tuple[int, int], ...]) -> None:
    (here,) = offers.placements_of(unit, demo.people[name])
    manager = people.find_person(unit, "Marcus Bell").id
    plan = tuple(
        HoursStep(
            first_day=demo.day(7 * ago),
            minutes=60 * hours,
            agreed_by=manager,
            agreed_on=demo.day(max(7 * ago + 14, 7)),
        )
        for ago, hours in steps
    )
    unit.change(PLACEMENTS, here, agreed_minutes=minutes, plan=plan)
