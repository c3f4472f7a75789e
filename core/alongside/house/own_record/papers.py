"""The record as papers, in an edition: one, or in Easy Read as many as it takes to keep each of them short."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import attrs

from alongside.display import Edition, Said, View
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.house.own_record.actions import Record
from alongside.house.own_record.booklets import Booklet, booklets
from alongside.house.own_record.told import told
from alongside.plugin import Part
from alongside.reports.pdf import make_pdf
from alongside.store import Unit

_TITLE, _ONE_OF = "What is kept about me", "What is kept about me: paper {number} of {of}"


@attrs.frozen(kw_only=True)
class Paper:
    """The ``number``-th of ``of`` papers, and what makes it, with no unit open."""

    number: int
    of: int
    make: Callable[[], bytes]

    @property
    def suffix(self) -> str:
        """What stands behind a file's name, so that several papers have names of their own."""
        return f"-{self.number}-of-{self.of}" if self.of > 1 else ""


def contents(record: Record, parts: Sequence[Part], edition: Edition) -> tuple[Booklet, ...]:
    """Return what goes into each paper: all of it into one, save in Easy Read."""
    kept = told(record, parts, edition)
    return booklets(kept) if edition is Edition.EASY else (kept,)


def papers(
    unit: Unit, record: Record, parts: Sequence[Part], display: Display, edition: Edition, today: date
) -> tuple[Paper, ...]:
    """Return the papers that hold the record together."""
    ours, words = enterprise.the_enterprise(unit), enterprise.words(unit)
    several = contents(record, parts, edition)

    def making(number: int, booklet: Booklet) -> Callable[[], bytes]:
        title = _ONE_OF if len(several) > 1 else _TITLE
        facts = {
            "parts": booklet,
            "name": record.person.name,
            "today": today,
            "number": number,
            "of": len(several),
        }

        def make() -> bytes:
            html = display.render(
                "record",
                View("record_paper.html", Said(title, number=number, of=len(several)).of("record"), facts),
                frame="paper",
                sheet="report",
                enterprise=ours.name,
                edition=edition,
                zone=ours.zone,
                words=words,
            )
            return make_pdf(html)

        return make

    return tuple(
        Paper(number=number, of=len(several), make=making(number, booklet))
        for number, booklet in enumerate(several, start=1)
    )
