"""A record cut into papers of a size that one can hold: in Easy Read no paper has more than twenty pages.

That is E12 of our Easy Read list. Nothing is left out: what is long goes on in the next paper. How many pages it
comes to is known only once it is printed, so lines are counted, and more of them than a page will need.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from alongside.display import Said
from alongside.house.own_record.saying import Fact, Section
from alongside.house.own_record.told import Told

MOST_PAGES = 20
MOST_LINES = 480
"""Twenty-four lines a page; on the papers of the demo, a page held 27 of the lines counted here, and more."""

_A_LINE = 40
_WORTH_A_LOOK = 0.25
_HEADING, _TITLE, _GAP = 4, 5, 1
"""The lines of a part's heading, of a section's with its picture, and of the room between two things."""

Booklet = tuple[Told, ...]


def booklets(parts: Sequence[Told], most: int = MOST_LINES) -> tuple[Booklet, ...]:
    """Return what goes into each paper, in order; a part that fits into one is not divided."""
    count = _Lines(parts)
    papers: list[list[Told]] = [[]]
    room = most
    for part in parts:
        # A part that has to be cut begins in what is left of a paper where that is worth a look.
        for piece in _pieces(part, count, room if room > most * _WORTH_A_LOOK else most, most):
            lines = count.of_part(piece)
            if lines > room and papers[-1]:
                papers.append([])
                room = most
            papers[-1].append(piece)
            room -= lines
    return tuple(tuple(paper) for paper in papers)


def lines_of(part: Told) -> int:
    """Return about how many lines a part takes on paper."""
    return _Lines([part]).of_part(part)


class _Lines:
    """About how many lines each thing of some parts takes; each is counted once, in however many pieces it is."""

    def __init__(self, parts: Sequence[Told]) -> None:
        # By identity: the parts outlive the count, and a year of things is too much to compare.
        self._of = {
            id(thing): _GAP + sum(map(_lines_of_fact, thing))
            for part in parts
            for section in part.sections
            for thing in section.things
        }

    def of_thing(self, thing: tuple[Fact, ...]) -> int:
        return self._of[id(thing)]

    def of_part(self, part: Told) -> int:
        return _HEADING + sum(_TITLE + sum(map(self.of_thing, section.things)) for section in part.sections)


def _pieces(part: Told, count: _Lines, room: int, most: int) -> Iterator[Told]:
    """A part as it is, or cut so that its first piece fills what room there is, and each other one a paper."""
    if count.of_part(part) <= most:
        yield part
        return
    sections: list[Section] = []
    left = room - _HEADING
    for section in part.sections:
        things: list[tuple[Fact, ...]] = []
        left -= _TITLE
        for thing in section.things:
            if count.of_thing(thing) > left and (things or sections):
                yield attrs.evolve(part, sections=(*sections, *_some(section, things)))
                sections, things, left = [], [], most - _HEADING - _TITLE
            things.append(thing)
            left -= count.of_thing(thing)
        sections += _some(section, things)
    yield attrs.evolve(part, sections=tuple(sections))


def _some(section: Section, things: Sequence[tuple[Fact, ...]]) -> list[Section]:
    return [attrs.evolve(section, things=tuple(things))] if things else []


def _lines_of_fact(fact: Fact) -> int:
    """A value beside what it is called; several values each on lines of their own, below it."""
    if len(fact.values) == 1:
        beside = bool(fact.called and _letters(fact.called) > _A_LINE // 2)
        return 1 + _letters(fact.values[0]) // _A_LINE + beside
    return 1 + sum(1 + _letters(one) // _A_LINE for one in fact.values)


def _letters(words: Said | str) -> int:
    """About how many letters words take: of a sentence, its key and all that is filled in."""
    if isinstance(words, str):
        return len(words)
    return len(words.key) + sum(len(str(fact)) for fact in words.facts.values())
