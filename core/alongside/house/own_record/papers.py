"""The record as files: for a program, and as a paper in an edition."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from alongside.display import Edition, Said, View
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.house.own_record.actions import Record
from alongside.house.own_record.told import told
from alongside.plugin import Part
from alongside.reports.pdf import make_pdf
from alongside.store import Unit

_TITLE = "What is kept about me"


def paper(
    unit: Unit, record: Record, parts: Sequence[Part], display: Display, edition: Edition, today: date
) -> Callable[[], bytes]:
    """Return what makes the record as a paper, with no unit open."""
    ours, words = enterprise.the_enterprise(unit), enterprise.words(unit)
    facts = {"parts": told(record, parts, edition), "name": record.person.name, "today": today}

    def make() -> bytes:
        html = display.render(
            "record",
            View("record_paper.html", Said(_TITLE).of("record"), facts),
            frame="paper",
            sheet="report",
            enterprise=ours.name,
            edition=edition,
            zone=ours.zone,
            words=words,
        )
        return make_pdf(html)

    return make
