"""The demo's job roles and checks: most are ready, one has begun, one has run out."""

from __future__ import annotations

from datetime import time, timedelta

from alongside.checks import actions
from alongside.checks.check import Decision, Kind
from alongside.checks.job_role import Eligible, JobRole, Level
from alongside.cli.demo import Demo
from alongside.instants import at
from alongside.store import Actor, Unit

DECIDES = "Nia Castell"
BEGAN = 400  # days ago

CAFE = ("I know where the fire exit is.", "I wash my hands before I touch food.", "I know whom to ask.")
TRAINING = ("I know the rules of the room.", "I know what to do when somebody is upset.")
DRIVER = ("I have looked at the van with somebody.", "I know what to do after a bump.")

HELPERS = ("Sam Whitlock", "Rosa Delgado", "Leah Osei", "Mei Tanaka", "Archie Nolan")
LEARNS = "Archie Nolan"
DRIVES, SUPPORTS = "Fergus Boyd", "Stan Kowalski"


def fill(demo: Demo) -> None:
    """Name three job roles, and note who was looked at."""
    demo.clock.moment = at(demo.day(BEGAN), time(9), demo.zone)
    with demo.store.unit(Actor.person(demo.people[DECIDES], DECIDES)) as unit:
        helper = actions.add_role(unit, name="Café helper", induction=CAFE, first=True)
        supporter = actions.add_role(
            unit,
            name="Training supporter",
            level=Level.ENHANCED,
            why=Eligible.ADULTS,
            induction=TRAINING,
        )
        driver = actions.add_role(unit, name="Driver", level=Level.BASIC, induction=DRIVER, min_age=21)
    demo.clock.moment = at(demo.day(30), time(9), demo.zone)
    with demo.store.unit(Actor.person(demo.people[DECIDES], DECIDES)) as unit:
        for name in HELPERS:
            _helper(unit, demo, name, helper)
        _supporter(unit, demo, supporter)
        _driver(unit, demo, driver)
    demo.did(f"3 job roles with what each may ask for; {LEARNS} is not yet ready.", "Checks, under Our enterprise")


def _helper(unit: Unit, demo: Demo, name: str, role: JobRole) -> None:
    who, cafe = demo.people[name], demo.businesses["cafe"].id
    actions.choose_role(unit, cafe, who, role.id)
    actions.show_points(unit, cafe, who, CAFE[:1] if name == LEARNS else CAFE)
    actions.note_check(unit, who, role.id, Kind.RIGHT_TO_WORK, Decision.FINE, done_on=demo.day(31))


def _supporter(unit: Unit, demo: Demo, role: JobRole) -> None:
    who, place = demo.people[SUPPORTS], demo.businesses["training"].id
    actions.choose_role(unit, place, who, role.id)
    actions.show_points(unit, place, who, TRAINING)
    actions.note_check(unit, who, role.id, Kind.RIGHT_TO_WORK, Decision.FINE, done_on=demo.day(31))
    # It ran out a few days ago: we look again every year.
    actions.note_check(
        unit,
        who,
        role.id,
        Kind.RECORD,
        Decision.FINE,
        level=Level.ENHANCED,
        number="001700000001",
        done_on=demo.day(370),
        until=demo.day(370) + timedelta(days=365),
    )


def _driver(unit: Unit, demo: Demo, role: JobRole) -> None:
    who, place = demo.people[DRIVES], demo.businesses["catering"].id
    actions.choose_role(unit, place, who, role.id)
    actions.show_points(unit, place, who, DRIVER)
    actions.note_check(unit, who, role.id, Kind.RIGHT_TO_WORK, Decision.FINE, done_on=demo.day(31))
    actions.note_check(
        unit,
        who,
        role.id,
        Kind.RECORD,
        Decision.FINE,
        level=Level.BASIC,
        number="001700000002",
        done_on=demo.day(33),
        until=demo.day(-332),
    )
