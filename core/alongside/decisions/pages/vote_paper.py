"""A paper about one vote: how it is laid out in an edition, what its file is called, how a page hands it out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from alongside.display import Edition, Said, View
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.refusal import NotFound
from alongside.reports.pdf import make_pdf
from alongside.web import PdfAnswer, Thinking

if TYPE_CHECKING:
    from alongside.decisions.actions.looking import Seen
    from alongside.store import Unit
    from alongside.web import Visit

PART = "decisions"


@attrs.frozen(kw_only=True)
class VotePaper:
    """A paper before it is set: its HTML, its file's name, who is named in it, and where their photos are."""

    html: str
    file: str
    named: tuple[str, ...]
    photos: tuple[str, ...] = ()

    def pdf(self, files: Mapping[str, bytes] | None = None) -> bytes:
        """Return it as an accessible PDF. ``files`` are its photos, by address."""
        return make_pdf(self.html, files=files)


def laid_out(
    unit: Unit, seen: Seen, edition: Edition, template: str, facts: Mapping[str, Any], *, called: str, names: bool
) -> VotePaper:
    """Lay a paper out. ``called`` begins its file's name; ``names`` says that it names those who stand.

    By what it is ``called`` the style sheet knows it too: a decision hangs on a wall, a ballot is one sheet.
    """
    own = enterprise.the_enterprise(unit)
    html = Display({PART: "alongside.decisions"}).render(
        PART,
        View(template, Said("{title}", title=facts["title"]), facts),
        frame="paper",
        sheet=f"report {called}",
        edition=edition,
        words=own.words,
        zone=own.zone,
        enterprise=own.name,
    )
    easy = "-easy-read" if edition is Edition.EASY else ""
    return VotePaper(
        html=html,
        file=f"{called}-{seen.proposal.id[:8]}{easy}.pdf",
        named=tuple(option.person for option in seen.proposal.options if option.person and names),
        photos=tuple(face.photo for face in seen.faces.values() if face.photo),
    )


def handed_out(visit: Visit, called: str, compose: Callable[[Unit, str, Edition], VotePaper]) -> Thinking:
    """Make a paper in the edition of the address; it is set with no unit open.

    Raises:
        NotFound: for an edition that there is not.
    """
    try:
        edition = Edition(visit.path["edition"])
    except ValueError as wrong:
        raise NotFound(called, visit.path["edition"]) from wrong
    made = compose(visit.unit, visit.path["proposal"], edition)
    files = visit.host.photos.handed_over(made.photos)
    return Thinking(partial(made.pdf, files), lambda _, pdf: PdfAnswer(pdf, made.file))
