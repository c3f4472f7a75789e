"""The way to work: a person's steps through the stages, and what she says of herself."""

from __future__ import annotations

from alongside.placements.own_words import OwnWords
from alongside.placements.stage import StageStep, in_order
from alongside.placements.tables.way import OWN_WORDS, STEP, STEPS, WORDS
from alongside.store import Unit


def steps_of(unit: Unit, person: str) -> list[StageStep]:
    """Return every step of a person, in the order of their days."""
    return in_order(unit.find(STEPS, STEP.c.person == person))


def all_steps(unit: Unit) -> dict[str, list[StageStep]]:
    """Return the steps of everybody who has one, by person, in the order of their days."""
    found: dict[str, list[StageStep]] = {}
    for one in in_order(unit.find(STEPS)):
        found.setdefault(one.person, []).append(one)
    return found


def add_step(unit: Unit, step: StageStep) -> StageStep:
    """Put a step on record."""
    return unit.add(STEPS, step)


def own_words_of(unit: Unit, person: str, *, taken_back: bool = False) -> list[OwnWords]:
    """Return what a person says of herself, the oldest first; what she took back only where it is asked for."""
    which = () if taken_back else (WORDS.c.taken_back_on.is_(None),)
    return unit.find(OWN_WORDS, WORDS.c.person == person, *which, order=(WORDS.c.said_on, WORDS.c.id))


def forget_way(unit: Unit, person: str) -> None:
    """Take out a person's steps and what she says of herself."""
    for step in steps_of(unit, person):
        unit.remove(STEPS, step)
    for words in own_words_of(unit, person, taken_back=True):
        unit.remove(OWN_WORDS, words)
