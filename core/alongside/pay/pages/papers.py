"""A pay advice as a paper, in the edition of whoever it is for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs

from alongside.display import Edition, View
from alongside.display import Said as _
from alongside.display.pictures import NAMES
from alongside.display.rendering import Display
from alongside.display.wording import period as period_words
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.money import pounds
from alongside.pay.actions import Paid
from alongside.pay.advice import Run
from alongside.people import offers as people
from alongside.reports.pdf import make_pdf
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class AdvicePaper:
    """Everything that a paper needs, so that it can be made with no unit open."""

    facts: Mapping[str, Any]
    title: _
    edition: Edition
    zone: str
    owner: str
    words: Mapping[str, str]
    file: str

    def make(self) -> bytes:
        """Return the paper as PDF."""
        html = Display({"pay": "alongside.pay"}).render(
            "pay",
            View("advice.html", self.title, self.facts),
            frame="paper",
            sheet="report",
            enterprise=self.owner,
            edition=self.edition,
            zone=self.zone,
            words=self.words,
        )
        return make_pdf(html)


def paper_of(unit: Unit, run: Run, paid: Paid, edition: Edition | None = None) -> AdvicePaper:
    """Return the paper of an advice: in the edition that the person herself reads, unless another is asked for."""
    ours = enterprise.the_enterprise(unit)
    found = people.find(unit, paid.advice.person)
    return AdvicePaper(
        facts={**facts_of(unit, run, paid), "on_page": False},
        title=title_of(run),
        edition=edition or Edition(found.edition if found else "en"),
        zone=ours.zone,
        owner=ours.name,
        words=enterprise.words(unit),
        file=f"pay-advice-{run.last_day}-{paid.advice.id[:8]}.pdf",
    )


def title_of(run: Run) -> _:
    """Return what an advice is called."""
    return _("Your pay for {period}", period=period_words(run.period))


def facts_of(unit: Unit, run: Run, paid: Paid) -> dict[str, Any]:
    """Return what the page and the paper of an advice say alike."""
    return {
        "run": run,
        "exact": pounds,
        "advice": paid.advice,
        "name": paid.name,
        "picture": _picture(unit, paid.advice.person),
        "places": {one.id: one.name for one in enterprise.all_businesses(unit)},
        "periods": {one.about: _about(one.about, one.until) for one in paid.advice.earlier},
    }


def _picture(unit: Unit, person: str) -> str | None:
    """The picture that she chose, as long as the pack has it; a photo stays where it is asked for by consent."""
    face = people.faces_of(unit, {person}).get(person)
    return face.picture if face and face.picture in NAMES else None


def _about(first: date | None, last: date | None) -> str:
    return period_words(Period(first, last)) if first and last else ""
