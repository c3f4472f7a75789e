"""Chapters and figures become one document: how it went, what is in it, then chapter after chapter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from functools import cache

import attrs
from markupsafe import Markup

from alongside.display.rendering import Display
from alongside.display.view import Edition, View
from alongside.reports.figure import Figure, first_five


@attrs.frozen(kw_only=True)
class Ask:
    """Whom readers may ask about the report: a name, and the address of a photo if there is one."""

    name: str
    photo: str | None = None


def assemble(
    title: str,
    enterprise: str,
    period: str,
    figures: Sequence[Figure],
    chapters: Sequence[tuple[str, str]],
    edition: Edition = Edition.STANDARD,
    *,
    lead: str = "",
    ask: Ask | None = None,
) -> str:
    """One HTML document, ready for ``make_pdf``.

    ``title`` names the document (“Report to the trustees”), ``period`` is its time in words. Each chapter is
    a title with its inside as HTML, whose headings begin at ``<h2>``. The five figures of lowest rank stand
    on the first page, under ``lead``, a sentence or three in words.
    """
    facts = {
        "title": title,
        "enterprise": enterprise,
        "period": period,
        "figures": first_five(tuple(figures)),
        "chapters": [(name, Markup(inside)) for name, inside in chapters],  # noqa: S704 - rendered with escaping
        "lead": lead,
        "ask": ask,
        "ten": time(10),
    }
    return _display().render("reports", View("report.html", title, facts), edition=edition, on_paper=True)


def failing_chapter(owner: str, edition: Edition = Edition.STANDARD) -> str:
    """What stands in the place of a chapter that could not be written: a sentence that names whose it is."""
    view = View("failing.html", owner, {"owner": owner})
    return _display().render("reports", view, edition=edition, on_paper=True)


@cache
def _display() -> Display:
    return Display({"reports": "alongside.reports"})
