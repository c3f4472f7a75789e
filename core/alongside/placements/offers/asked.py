"""Questions about hours, by whose they are and by business."""

from __future__ import annotations

from alongside.placements.hours_question import HoursQuestion
from alongside.placements.tables import QUESTION, QUESTIONS
from alongside.store import Unit


def question(unit: Unit, id: str) -> HoursQuestion:  # noqa: A002 - what the column is called
    """Return a question by its id."""
    return unit.get(QUESTIONS, id)


def questions_of(unit: Unit, person: str, claim: str | None = None) -> list[HoursQuestion]:
    """Return what a person has asked, of all her work or of one stretch of it, the oldest first."""
    there = () if claim is None else (QUESTION.c.claim == claim,)
    order = (QUESTION.c.asked_at, QUESTION.c.id)
    return unit.find(QUESTIONS, QUESTION.c.person == person, *there, order=order)


def waiting_questions(unit: Unit, business: str) -> list[HoursQuestion]:
    """Return the questions in a business that nobody has answered yet, the oldest first."""
    order = (QUESTION.c.asked_at, QUESTION.c.id)
    return unit.find(QUESTIONS, QUESTION.c.business == business, QUESTION.c.answered_at.is_(None), order=order)


def waiting_everywhere(unit: Unit) -> list[HoursQuestion]:
    """Return every question that nobody has answered yet, the oldest first."""
    return unit.find(QUESTIONS, QUESTION.c.answered_at.is_(None), order=(QUESTION.c.asked_at, QUESTION.c.id))


def forget_questions(unit: Unit, person: str) -> None:
    """Take out what a person has asked."""
    for one in questions_of(unit, person):
        unit.remove(QUESTIONS, one)
