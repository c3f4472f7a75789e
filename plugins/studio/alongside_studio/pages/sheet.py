"""The day's sheet for the wall or the desk: a page for each room."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from alongside.api import enterprise
from alongside.api.display import Display, Edition, View
from alongside.api.display import Said as _
from alongside.api.display import day as day_words
from alongside.api.reports import make_pdf
from alongside.api.web import PdfAnswer, Visit

from ..actions import looking
from ..booking import WORDS
from ..day import StudioDay
from .seen import day_asked, here


def sheet(visit: Visit) -> PdfAnswer:
    """Make the sheet of the day that the address names."""
    on = day_asked(visit, visit.path["day"])
    shown = looking.day(visit.unit, here(visit), on)
    business = enterprise.business(visit.unit, here(visit))
    content = sheet_pdf(
        shown, on, business.name, visit.today, visit.zone, enterprise.words(visit.unit), visit.edition
    )
    return PdfAnswer(content, sheet_name(business.slug, on, visit.edition))


def sheet_name(slug: str, on: date, edition: Edition = Edition.STANDARD) -> str:
    """Return the file name of a day's sheet."""
    return f"day-sheet-{slug}-{on}{'-easy' if edition is Edition.EASY else ''}.pdf"


def sheet_pdf(
    shown: StudioDay,
    on: date,
    owner: str,
    made_on: date,
    zone: str,
    words: Mapping[str, str],
    edition: Edition = Edition.STANDARD,
) -> bytes:
    """Return the day's sheet as a PDF that can be read and heard."""
    html = Display({"studio": __package__.rpartition(".")[0]}).render(
        "studio",
        sheet_view(shown, on),
        frame="paper",
        sheet="report",
        edition=edition,
        enterprise=owner,
        zone=zone,
        words=words,
        foot=f"{owner}. Made on {day_words(made_on, year=True)}.",
    )
    return make_pdf(html)


def sheet_view(shown: StudioDay, on: date) -> View:
    """Return the day's sheet as a view."""
    rooms = [room for room in shown.rooms if room.entries] or list(shown.rooms[:1])
    facts = {"rooms": rooms, "on": on, "words": WORDS, "reason": shown.reason, "open": shown.open_words}
    return View("sheet.html", _("{day}", day=day_words(on)), facts)
