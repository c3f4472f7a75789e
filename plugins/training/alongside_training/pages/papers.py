"""The papers of training: a certificate to hang up, and a register to tick with a pen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from alongside.api import enterprise
from alongside.api.display import Display, Edition, View
from alongside.api.display import Said as _
from alongside.api.reports import make_pdf
from alongside.api.web import PdfAnswer, Thinking, Visit

from ..actions import awarding, looking
from .learning import here

EMPTY_LINES = 3
"""Lines for people who come without having been put down."""

PACKAGE = __package__.rpartition(".")[0]


def certificate(visit: Visit) -> Thinking:
    """Make the paper of the certificate that the address names."""
    seen = awarding.certificate(visit.unit, here(visit).id, visit.path["certificate"])
    words, edition, zone = enterprise.words(visit.unit), visit.edition, visit.zone
    return Thinking(
        lambda: certificate_pdf(seen, edition, zone, words),
        lambda _later, content: PdfAnswer(content, certificate_file(seen)),
    )


def certificate_file(seen: awarding.Awarded) -> str:
    """Return the name of a certificate's file: its serial, and nobody's name."""
    return f"certificate-{seen.certificate.serial}.pdf"


def certificate_pdf(seen: awarding.Awarded, edition: Edition, zone: str, words: Mapping[str, str]) -> bytes:
    """Return a certificate as a paper to hang up."""
    course, easy = seen.course, edition is Edition.EASY
    facts = {
        "seen": seen,
        "title": ((course.easy_title if easy else "") or course.title) if course else seen.certificate.title,
        "able": ((course.easy_able if easy else ()) or course.able) if course else (),
        "picture": course.picture if course else "certificate",
    }
    view = View("certificate.html", _("Certificate: {title}", title=facts["title"]), facts)
    return _pdf(view, edition, "certificate", seen.business, zone, words)


def sheet(visit: Visit) -> Thinking:
    """Make the register of a run to be ticked with a pen."""
    seen = looking.manage(visit.unit, visit.path["run"])
    words, edition, zone, today = enterprise.words(visit.unit), visit.edition, visit.zone, visit.today
    business = here(visit).name
    return Thinking(
        lambda: sheet_pdf(seen, business, today, edition, zone, words),
        lambda _later, content: PdfAnswer(content, f"register-{seen.seen.run.id[:8]}.pdf"),
    )


def sheet_pdf(
    seen: looking.Managed, business: str, made_on: date, edition: Edition, zone: str, words: Mapping[str, str]
) -> bytes:
    """Return a register sheet: people down, sessions across, and some empty lines."""
    return _pdf(sheet_view(seen, made_on, edition), edition, "report", business, zone, words)


def sheet_view(seen: looking.Managed, made_on: date, edition: Edition = Edition.STANDARD) -> View:
    """Return a register sheet as a view."""
    easy = edition is Edition.EASY
    title = (seen.seen.course.easy_title if easy else "") or seen.seen.course.title
    facts = {"managed": seen, "seen": seen.seen, "empty": EMPTY_LINES, "made_on": made_on, "title": title}
    return View("sheet.html", _("Register: {title}", title=title), facts)


def _pdf(view: View, edition: Edition, sheet: str, owner: str, zone: str, words: Mapping[str, str]) -> bytes:
    html = Display({"training": PACKAGE}).render(
        "training", view, frame="paper", sheet=sheet, enterprise=owner, edition=edition, zone=zone, words=words
    )
    return make_pdf(html)
