"""One page of what a part keeps of a person: a year of it is too much to read at once, and to send."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from alongside.house.own_record.saying import Fact, Section
from alongside.house.own_record.told import Told

MOST = 40
"""Things of one sort that stand on one page."""


@attrs.frozen(kw_only=True)
class Shown:
    """Things of a section as they stand on a page: those from ``first`` on, counted from 0, of ``of``.

    ``number`` is the section's own, by which its other pages are asked for.
    """

    section: Section
    number: int
    first: int

    @property
    def of(self) -> int:
        """How many things of this sort there are."""
        return len(self.section.things)

    @property
    def things(self) -> tuple[tuple[Fact, ...], ...]:
        """The things that stand here."""
        return self.section.things[self.first : self.first + MOST]

    @property
    def later(self) -> int | None:
        """With which thing the next page begins; None on the last."""
        following = self.first + MOST
        return following if following < self.of else None

    @property
    def earlier(self) -> int | None:
        """With which thing the page before begins; None on the first."""
        return max(0, self.first - MOST) if self.first else None


@attrs.frozen(kw_only=True)
class Page:
    """The sections of a page: the beginning of each, or one alone from some thing on."""

    sections: tuple[Shown, ...]
    alone: bool

    @classmethod
    def asked(cls, told: Told | None, query: Mapping[str, str]) -> Page:
        """Return what an address asks for by ``section`` and ``from``; all sections where it asks wrongly."""
        every = told.sections if told else ()
        number, first = (_whole(query.get(name, "")) for name in ("section", "from"))
        if number is not None and number < len(every) and (first or 0) < len(every[number].things):
            return cls(sections=(Shown(section=every[number], number=number, first=first or 0),), alone=True)
        return cls(sections=tuple(_beginnings(every)), alone=False)


def _beginnings(every: tuple[Section, ...]) -> Iterator[Shown]:
    for number, one in enumerate(every):
        yield Shown(section=one, number=number, first=0)


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else None
