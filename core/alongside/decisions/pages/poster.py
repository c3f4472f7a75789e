"""The poster of an outcome: one sheet for the wall, in the words and pictures of the page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

import attrs

from alongside.decisions.actions import looking
from alongside.decisions.pages.facts import asked_facts
from alongside.display import Edition, Said, View
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.refusal import NotFound, worded
from alongside.reports.pdf import make_pdf
from alongside.web import PdfAnswer, Thinking

if TYPE_CHECKING:
    from alongside.store import Unit
    from alongside.web import Visit

PART = "decisions"


@attrs.frozen(kw_only=True)
class Poster:
    """A poster before it is set: its HTML, its file's name, who is named in it, and where their photos are."""

    html: str
    file: str
    named: tuple[str, ...]
    photos: tuple[str, ...] = ()

    def pdf(self, files: Mapping[str, bytes] | None = None) -> bytes:
        """Return it as an accessible PDF. ``files`` are its photos, by address."""
        return make_pdf(self.html, files=files)


def poster(visit: Visit) -> Thinking:
    """Make the poster in the edition of the address; it is set with no unit open."""
    try:
        edition = Edition(visit.path["edition"])
    except ValueError as wrong:
        raise NotFound("poster", visit.path["edition"]) from wrong
    made = compose(visit.unit, visit.path["proposal"], edition)
    files = visit.host.photos.handed_over(made.photos)
    return Thinking(partial(made.pdf, files), lambda _, pdf: PdfAnswer(pdf, made.file))


def compose(unit: Unit, proposal: str, edition: Edition) -> Poster:
    """Put the poster of an outcome together.

    Raises:
        NotFound: where nothing was voted on yet.
    """
    seen = looking.look(unit, proposal)
    if seen.outcome is None:
        raise NotFound(
            "outcome of", seen.proposal.title, worded("decisions", "It is there once the vote is counted.")
        )
    facts = asked_facts(seen, edition)
    own = enterprise.the_enterprise(unit)
    html = Display({PART: "alongside.decisions"}).render(
        PART,
        View("poster.html", Said("{title}", title=facts["title"]), facts),
        frame="paper",
        edition=edition,
        words=own.words,
        zone=own.zone,
        enterprise=own.name,
    )
    named = [option.person for option in seen.proposal.options if option.person]
    file = f"decision-{seen.proposal.id[:8]}{'-easy-read' if edition is Edition.EASY else ''}.pdf"
    photos = tuple(face.photo for face in seen.faces.values() if face.photo)
    return Poster(html=html, file=file, named=tuple(named), photos=photos)
