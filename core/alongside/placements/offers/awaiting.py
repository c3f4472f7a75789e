"""What waits for somebody in the work of several people: each kind of row is read once, however many they are."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import attrs

from alongside.placements.job import jobs_of
from alongside.placements.offers.reviews import rhythm
from alongside.placements.placement import Placement
from alongside.placements.review import AHEAD, Review, Rhythm
from alongside.placements.tables import PLACEMENT, PLACEMENTS
from alongside.placements.tables.outcomes import OUTCOME, OUTCOMES
from alongside.placements.tables.talks import REVIEW, REVIEWS
from alongside.placements.tables.way import WISH, WISHES
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Awaiting:
    """How many talks are due or were missed, how many wishes and outcomes wait for somebody."""

    talks: int
    wishes: int
    outcomes: int


def awaiting(unit: Unit, people: Collection[str], today: date) -> Awaiting:
    """Count what waits in the work of some people, each of whom has a job coach."""
    ids = sorted(people)
    if not ids:
        return Awaiting(talks=0, wishes=0, outcomes=0)
    placements = unit.find(PLACEMENTS, PLACEMENT.c.person.in_(ids))
    reviews = unit.find(REVIEWS, REVIEW.c.person.in_(ids))
    return Awaiting(
        talks=_talks(placements, reviews, rhythm(unit), today),
        wishes=len(unit.find(WISHES, WISH.c.person.in_(ids), WISH.c.answered_at.is_(None))),
        outcomes=len(unit.find(OUTCOMES, OUTCOME.c.person.in_(ids), OUTCOME.c.confirmed_on.is_(None))),
    )


def _talks(placements: list[Placement], reviews: list[Review], rhythm: Rhythm, today: date) -> int:
    of_people: dict[str, list[Placement]] = {}
    for one in placements:
        of_people.setdefault(one.person, []).append(one)
    due = 0
    for job in (job for theirs in of_people.values() for job in jobs_of(theirs) if job.runs_on(today)):
        ids = {one.id for one in job.placements}
        held = [one for one in reviews if one.placement in ids]
        waiting = next((one.due for one in held if one.open), None)
        number = max((one.number for one in held), default=0) + 1
        due += (waiting or rhythm.due(job.first_day, number)) - AHEAD <= today
    return due
