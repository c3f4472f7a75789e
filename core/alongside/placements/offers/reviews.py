"""Reviews: the rhythm they come in, those of a job, and the next one."""

from __future__ import annotations

from datetime import date

import attrs

from alongside.placements.job import Job
from alongside.placements.review import USUAL, Review, Rhythm
from alongside.placements.tables.talks import REVIEW, REVIEWS, RHYTHMS
from alongside.store import Unit


def rhythm(unit: Unit) -> Rhythm:
    """Return the rhythm in which reviews come: the one that was chosen, else the usual one."""
    return next(iter(unit.find(RHYTHMS)), USUAL)


def set_rhythm(unit: Unit, weeks: tuple[int, ...], every: int) -> Rhythm:
    """Let reviews come in another rhythm; those that are on record keep their days."""
    there = next(iter(unit.find(RHYTHMS)), None)
    if there is None:
        return unit.add(RHYTHMS, Rhythm(id=USUAL.id, weeks=weeks, every=every))
    return unit.change(RHYTHMS, there, weeks=weeks, every=every)


def reviews_of_job(unit: Unit, job: Job) -> list[Review]:
    """Return the reviews of a job that are on record, the first one first."""
    ids = [one.id for one in job.placements]
    return unit.find(REVIEWS, REVIEW.c.placement.in_(ids), order=(REVIEW.c.number, REVIEW.c.id))


def reviews_of(unit: Unit, person: str) -> list[Review]:
    """Return every review of a person, by the days they were due."""
    return unit.find(REVIEWS, REVIEW.c.person == person, order=(REVIEW.c.due, REVIEW.c.id))


def next_review(unit: Unit, job: Job) -> Review:
    """Return the next review of a job: the one that is on record, else as the rhythm has it, not yet on record."""
    there = reviews_of_job(unit, job)
    waiting = next((one for one in there if one.open), None)
    if waiting is not None:
        return waiting
    number = max((one.number for one in there), default=0) + 1
    due = rhythm(unit).due(job.first_day, number)
    return Review(id="", person=job.person, placement=job.id, number=number, due=due)


def on_record(unit: Unit, review: Review) -> Review:
    """Put the next review on record if it is not there yet."""
    if review.id:
        return review
    return unit.add(REVIEWS, attrs.evolve(review, id=unit.new_id()))


def held_in(unit: Unit, first: date, last: date) -> int:
    """Return how many reviews were held in a period."""
    return len(unit.find(REVIEWS, REVIEW.c.held_on.between(first, last)))


def forget_reviews(unit: Unit, person: str) -> None:
    """Take out a person's reviews."""
    for one in reviews_of(unit, person):
        unit.remove(REVIEWS, one)
