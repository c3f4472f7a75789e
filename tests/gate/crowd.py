"""More people in the demo, each with rows that pages list: work, a shift, a vote, a course, a supporter."""

from __future__ import annotations

from datetime import timedelta

from alongside.decisions.roll import RollLine
from alongside.decisions.tables import PROPOSALS, ROLL
from alongside.diary import offers as diary
from alongside.diary.claim import Purpose
from alongside.enterprise import offers as enterprise
from alongside.messages import outbox
from alongside.messages.message import Sentence
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import offers as placements
from alongside.placements.placement import Placement, PlacementType
from alongside.store import Actor
from alongside_cafe.rota import KeptAssignment
from alongside_cafe.tables import ASSIGNMENT, ASSIGNMENTS, SHIFT, SHIFTS
from alongside_training.enrolment import Enrolment, EnrolmentState
from alongside_training.tables import ENROLMENTS, RUNS

LONG = timedelta(days=300)


def bring(house, names, visitor):
    """Put people of these names on record, all of them about the visitor: beside her, supporting her, writing."""
    for name in names:
        with house.store.unit(Actor.keyboard("the test")) as unit:
            _one(unit, name, visitor)


def _one(unit, name, visitor):
    today = enterprise.today(unit)
    who = people.add_person(unit, Person(id=unit.new_id(), name=name, joined=today)).id
    cafe = enterprise.businesses(unit, "cafe")[0].id
    for role in ("member", "supporter"):
        enterprise.give_role(unit, who, role)
    people.add_skill(unit, who, "front", "serves")
    people.award(unit, who, "food_hygiene", today, today + LONG, "Tideline Learning")
    people.choose_supporter(unit, visitor, who, today, today + LONG)
    people.choose_supporter(unit, who, visitor, today, today + LONG)
    terms = {"kind": PlacementType.VOLUNTEERING, "first_day": today, "agreed_minutes": 240}
    placements.add_placement(unit, Placement(id=unit.new_id(), person=who, business=cafe, **terms))
    outbox.write_to(
        unit, visitor, f"people:met:{who}", "people", Sentence(key="Somebody is new"), [Sentence(key="Say hello.")]
    )
    for proposal in unit.find(PROPOSALS):
        unit.add(ROLL, RollLine(id=unit.new_id(), proposal=proposal.id, person=who))
    for run in unit.find(RUNS):
        joined = {"state": EnrolmentState.WAITING, "since": unit.now}
        unit.add(ENROLMENTS, Enrolment(id=unit.new_id(), business=run.business, run=run.id, person=who, **joined))
    _beside(unit, who, visitor, today)


def _beside(unit, who, visitor, today):
    """On each shift that the visitor works from now on."""
    diary.ensure_person(unit, who)
    hers = {one.shift for one in unit.find(ASSIGNMENTS, ASSIGNMENT.c.person == visitor)}
    for shift in unit.find(SHIFTS, SHIFT.c.id.in_(hers), SHIFT.c.day >= today):
        there = unit.find(ASSIGNMENTS, ASSIGNMENT.c.shift == shift.id)
        claim = diary.claim(unit, who, shift.starts, shift.ends, Purpose.WORK, shift.job, business=shift.business)
        place = {"shift": shift.id, "place": 1 + max(one.place for one in there), "claim": claim.id}
        unit.add(ASSIGNMENTS, KeptAssignment(id=unit.new_id(), business=shift.business, person=who, **place))
