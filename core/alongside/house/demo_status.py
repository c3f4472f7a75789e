"""The demo's questions about status: one was not answered in time, one was answered, and one came this morning."""

from __future__ import annotations

from datetime import time

from alongside.cli.demo import Demo
from alongside.instants import at
from alongside.placements import actions, offers
from alongside.placements.status_review import Change, Verdict
from alongside.store import Actor, Unit

OVERDUE, ANSWERED = "Hana Novak", "Fergus Boyd"
BY = "Beatriz Lopes"
RAISED, LOOKED_AT = 20, 12  # days ago


def fill(demo: Demo) -> None:
    """Let the record ask about three volunteers who come at set times; one of them a human has answered."""
    with demo.unit(demo.day(RAISED)) as unit:
        for name in (OVERDUE, ANSWERED):
            for one in offers.placements_of(unit, demo.people[name]):
                offers.look_at_status(unit, one)
    _answer(demo)
    demo.did(
        f"The record asks whether the work of {OVERDUE} is a job, and nobody has answered in time.",
        "Is this a job?",
    )


def _answer(demo: Demo) -> None:
    demo.clock.moment = at(demo.day(LOOKED_AT), time(11), demo.zone)
    with demo.store.unit(Actor.person(demo.people[BY], BY)) as unit:
        review = _newest(unit, demo.people[ANSWERED])
        words = "We agreed that he says each week whether he comes."
        actions.answer_status(unit, review, Verdict.CHANGE, changes=[Change.NO_SET_HOURS], words=words)


def _newest(unit: Unit, person: str) -> str:
    return offers.status_reviews_about(unit, person)[-1].id
