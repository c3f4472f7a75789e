"""The report: every part's chapter, in the reader's edition, as one document.

Everything is read in one reading unit; setting the pages takes seconds and needs none, and noting where the
paper was filed is a unit of its own, so that nobody waits for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import attrs

from alongside.display import Edition
from alongside.display.texts import wording
from alongside.display.wording import period as period_words
from alongside.enterprise import offers as enterprise
from alongside.faults import noted
from alongside.people import offers as people
from alongside.reports import Figure
from alongside.reports.assemble import Ask, assemble, failing_chapter
from alongside.reports.pdf import make_pdf

if TYPE_CHECKING:
    from alongside.display.rendering import Display
    from alongside.instants import Period
    from alongside.plugin import Part
    from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Report:
    """A report before it is set: the document, whose names were read for it, and whose chapter failed."""

    period: Period
    edition: Edition
    html: str
    named: frozenset[str]
    failed: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The name it is filed under."""
        easy = "-easy-read" if self.edition is Edition.EASY else ""
        return f"report-{self.period.first}-to-{self.period.last}{easy}.pdf"

    def pdf(self) -> bytes:
        """Set the document."""
        return make_pdf(self.html)


def write_report(unit: Unit, parts: Sequence[Part], display: Display, period: Period, edition: Edition) -> Report:
    """Read what every part has to tell of a period. Needs ``reports.read``."""
    unit.need("reports.read")
    own, off = enterprise.the_enterprise(unit), enterprise.switched_off(unit)
    parts = [part for part in parts if part.name not in off]
    show = partial(display.render, on_paper=True, edition=edition, words=enterprise.words(unit), zone=own.zone)
    failed: list[str] = []
    html = assemble(
        wording("alongside.house", edition.value, "Report to the trustees"),
        own.name,
        period_words(period, edition),
        [figure for part in parts for figure in _figures(part, unit, period)],
        [chapter for part in parts for chapter in _chapters(part, unit, period, edition, show, failed)],
        edition,
        ask=_ask(unit),
    )
    return Report(period=period, edition=edition, html=html, named=frozenset(unit.named), failed=tuple(failed))


def _chapters(
    part: Part, unit: Unit, period: Period, edition: Edition, show: Callable[..., str], failed: list[str]
) -> Iterator[tuple[str, str]]:
    for chapter in part.chapters:
        title = wording(part.package, edition.value, chapter.title)
        try:
            with unit.apart():
                view = chapter.write.load(part.package)(unit, period)
            if view is not None:  # a chapter may have nothing to tell of this enterprise
                yield title, show(part.name, view)
        except Exception as fault:  # one chapter that fails must not take the others with it
            noted(fault, f"the chapter “{chapter.title}” of “{part.name}”")
            failed.append(part.title)
            yield title, failing_chapter(part.title, edition)


def _figures(part: Part, unit: Unit, period: Period) -> list[Figure]:
    try:
        with unit.apart():
            return [
                figure
                for chapter in part.chapters
                if chapter.figures
                for figure in chapter.figures.load(part.package)(unit, period)
            ]
    except Exception as fault:  # its chapter says so in its own place
        noted(fault, f"the figures of “{part.name}”")
        return []


def _ask(unit: Unit) -> Ask | None:
    chosen = enterprise.steward(unit)
    return Ask(name=people.names_of(unit, [chosen])[chosen]) if chosen else None
