"""Sheets become one paper: a first page that says what is in it, then sheet after sheet, each with its own style.

All of it is one document, so its tags are one tree, its fonts are kept once and its pages are numbered through.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

import attrs
from markupsafe import Markup

from alongside.display import Said as _
from alongside.display.rendering import Display
from alongside.display.view import Edition, View
from alongside.instants import LONDON


@attrs.frozen(kw_only=True)
class Sheet:
    """One sheet: its name in the list of contents, its id, and itself as HTML (``render(frame="sheet")``)."""

    name: str
    id: str
    html: str


@attrs.frozen(kw_only=True)
class Cover:
    """What the first page says: for whom, for which day, and when it was made."""

    owner: str
    day: date
    made_at: datetime
    zone: str = LONDON


def pack(cover: Cover, sheets: Sequence[Sheet], edition: Edition = Edition.STANDARD) -> str:
    """Return one HTML document, ready for ``make_pdf``."""
    facts = {"cover": cover, "sheets": [(one.name, one.id, Markup(one.html)) for one in sheets]}  # noqa: S704 - rendered with escaping
    view = View("pack.html", _("Papers of a day"), facts)
    return _display().render("reports", view, edition=edition, zone=cover.zone, on_paper=True)


def failing_sheet(title: str, owner: str, id: str, edition: Edition = Edition.STANDARD) -> str:  # noqa: A002 - as HTML calls it
    """Return what stands in the place of a sheet that could not be made: a sentence that names it."""
    view = View("failing_sheet.html", _("{title}", title=title), {"title": title})
    return _display().render("reports", view, frame="sheet", edition=edition, enterprise=owner, id=id)


@cache
def _display() -> Display:
    return Display({"reports": "alongside.reports"})
