"""Pages for what did not work: a refusal in its own sentence, a fault as a reference to look up.

A fault's own words may name people, so they are shown and kept nowhere.
"""

from __future__ import annotations

from litestar import Response

from alongside.display import Edition, Said, View
from alongside.display.look import Look
from alongside.display.refused import refused_said
from alongside.faults import noted
from alongside.refusal import Refusal
from alongside.web import answers
from alongside.web.addresses import Address
from alongside.web.around import Around, around, marking
from alongside.web.asked import Asked
from alongside.web.forms.field import kit as _
from alongside.web.host import Host
from alongside.web.visit import Visitor

TITLES = {
    403: _("This page is not open to you"),
    404: _("There is no such page"),
    409: _("Somebody else was faster"),
    413: _("That is too much"),
}
"""The heading of a refusal, by its status."""

OTHER = _("That did not work")

PICTURES = {403: "lock", 404: "magnifier", 409: "changed", 429: "wait", 503: "wait"}
"""What stands beside a refusal in Easy Read, by its status."""


def refused_page(host: Host, visitor: Visitor | None, asked: Asked, refused: Refusal) -> Response[bytes]:
    """Show a refusal in the words of whoever refused."""
    view = _refused(refused.status, refused_said(refused))
    return _shown(host, visitor, asked, view, refused.status)


def faulty_page(
    host: Host, visitor: Visitor | None, asked: Asked, address: Address, fault: BaseException
) -> Response[bytes]:
    """Name the part that failed, and a reference under which the log tells how."""
    part, reference = address.part.title, noted(fault, address.path)
    title = Said("This page of “{part}” could not be shown", part=part)
    view = View("fault.html", title, {"reference": reference, "posted": asked.posted})
    return _shown(host, visitor, asked, view, 500)


def plain_page(host: Host, asked: Asked, status: int, sentence: Said) -> Response[bytes]:
    """Show a sentence with nothing round it that would have to be asked for."""
    return answers.page(_bare(asked).show(host, "web", _refused(status, sentence)), asked, status=status)


def something_failed(reference: str) -> Said:
    """Say that something went wrong outside of any part."""
    return _("Something failed. The reference is {reference}; the log tells more.", reference=reference)


def _refused(status: int, sentence: Said) -> View:
    facts = {"sentence": sentence, "picture": PICTURES.get(status, "notice")}
    return View("refused.html", TITLES.get(status, OTHER), facts)


def _shown(host: Host, visitor: Visitor | None, asked: Asked, view: View, status: int) -> Response[bytes]:
    html = _around(host, visitor, asked).show(host, "web", view)
    return answers.page(html, asked, status=status)


def _around(host: Host, visitor: Visitor | None, asked: Asked) -> Around:
    """What stands round a page, gathered anew; where even that fails, nothing does."""
    if visitor is None:
        return _bare(asked)
    try:
        with host.store.unit(visitor.actor, writing=False) as unit:
            return around(host, unit, visitor, asked)
    except Exception as fault:  # it may be the very fault that is being shown
        noted(fault, "what stands round a page")
        return _bare(asked)


def _bare(asked: Asked) -> Around:
    edition, look = asked.edition or Edition.STANDARD, asked.look(Look())
    return Around(edition=edition, look=look, mark=marking(asked))
