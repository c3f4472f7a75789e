"""Saying what can be learnt: a course is written once and given as often as anybody likes."""

from __future__ import annotations

from typing import Any

import attrs

from alongside.api.store import Unit
from alongside.api.values import BadInput

from .. import offers
from ..course import Course, circle_among
from ..tables import COURSES, WISHES
from ..wish import topic_of


def add_course(unit: Unit, business: str, *, from_wishes: str = "", **facts: Any) -> Course:
    """Add a course; wishes in the words ``from_wishes`` are from now on wishes for it.

    Raises:
        BadInput: where its title is taken, or courses would have to be done in a circle.
    """
    unit.need("training.plan", business)
    new = Course(id=unit.new_id(), business=business, **facts)
    _refuse_twice(unit, new)
    _refuse_circle(unit, new)
    unit.add(COURSES, new)
    for wish in offers.wishes(unit, business):
        if from_wishes and wish.course is None and wish.topic == topic_of(from_wishes):
            unit.change(WISHES, wish, course=new.id)
    return new


def change_course(unit: Unit, course: str, **facts: Any) -> Course:
    """Change what is said of a course; certificates that were given stay as they are.

    Raises:
        BadInput: where its title is taken, or courses would have to be done in a circle.
    """
    old = offers.course(unit, course)
    unit.need("training.plan", old.business)
    wanted = attrs.evolve(old, **facts)
    _refuse_twice(unit, wanted)
    _refuse_circle(unit, wanted)
    return unit.change(COURSES, old, **facts)


def _refuse_twice(unit: Unit, wanted: Course) -> None:
    known = offers.courses(unit, wanted.business).values()
    if any(one.title.casefold() == wanted.title.casefold() and one.id != wanted.id for one in known):
        raise BadInput(f"there is a course “{wanted.title}” already", remedy="Choose another title.")


def _refuse_circle(unit: Unit, wanted: Course) -> None:
    known = offers.courses(unit, wanted.business)
    circle = circle_among([*(one for one in known.values() if one.id != wanted.id), wanted])
    if circle:
        named = ", then ".join([*circle, circle[0]])
        raise BadInput(f"nobody could begin: {named}", remedy="Take one of these out of what comes first.")
