"""Learning wishes: saying what one would like to learn, and seeing what courses suggest themselves."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from alongside.api import enterprise, people
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotFound, worded

from .. import offers
from ..course import Course
from ..tables import WISHES
from ..wish import ENOUGH, Suggestion, Wish, suggestions
from . import telling


def wish(unit: Unit, business: str, person: str, *, course: str | None = None, words: str = "") -> Wish:
    """Say what somebody would like to learn: a course there is, or words of her own; everybody may for herself.

    The third who wishes for the same makes a course suggest itself, and the managers are told.

    Raises:
        BadInput: where she wished for it before.
    """
    unit.need("training.see", business)
    unit.need("training.plan", business, own=person)
    same = _course_in_words(unit, business, words) if course is None else _course_here(unit, business, course)
    new = Wish(
        id=unit.new_id(),
        business=business,
        person=person,
        course=same,
        words="" if same else words,
        since=enterprise.today(unit),
    )
    open_ = [one for one in offers.wishes(unit, business) if one.topic == new.topic and one.met_on is None]
    if any(one.person == person for one in open_):
        raise BadInput(
            worded("training", "This wish is noted already. Wish for something else, or wait for the course.")
        )
    unit.add(WISHES, new)
    if len(open_) + 1 == ENOUGH:
        said = offers.course(unit, same).title if same else new.words
        telling.enough_wishes(unit, business, new.topic, said, ENOUGH)
    return new


def take_wish_back(unit: Unit, wish: str) -> None:
    """Take a wish back; everybody may her own."""
    found = unit.get(WISHES, wish)
    unit.need("training.plan", found.business, own=found.person)
    unit.remove(WISHES, found)


def _course_here(unit: Unit, business: str, course: str) -> str:
    if course not in offers.courses(unit, business):
        raise NotFound("course", course)
    return course


def _course_in_words(unit: Unit, business: str, words: str) -> str | None:
    """Who writes the title of a course means the course."""
    wanted = words.strip().casefold()
    found = [one.id for one in offers.courses(unit, business).values() if one.title.casefold() == wanted]
    return found[0] if found else None


@attrs.frozen(kw_only=True)
class Wished:
    """A suggestion with the words for it and the names of who wished, in the order of their wishes."""

    suggestion: Suggestion
    words: str
    names: tuple[str, ...]


def wished(unit: Unit, business: str) -> list[Wished]:
    """Look at what people wish to learn and have not learnt yet; who plans may."""
    unit.need("training.plan", business)
    found, courses = suggestions(offers.wishes(unit, business)), offers.courses(unit, business)
    names = people.names_of(unit, {one.person for each in found for one in each.wishes})
    return [
        Wished(
            suggestion=one,
            words=_words(one, courses),
            names=tuple(names[wish.person] for wish in one.wishes),
        )
        for one in found
    ]


def _words(suggestion: Suggestion, courses: Mapping[str, Course]) -> str:
    return courses[suggestion.course].title if suggestion.course else suggestion.words
