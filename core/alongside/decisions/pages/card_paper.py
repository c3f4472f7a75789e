"""Key cards on paper: one sheet each, with a code to scan and groups to type, in Easy Read for every holder."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import segno
from markupsafe import Markup

from alongside.decisions.key_share import KeyShare
from alongside.decisions.proposal import Proposal
from alongside.display import Edition, View
from alongside.display import Said as _
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.reports.pdf import make_pdf
from alongside.store import Unit

PART = "decisions"


def compose(unit: Unit, asked: Proposal, shares: Sequence[KeyShare], holders: Sequence[str], day: date) -> str:
    """Return the three sheets as one document; ``holders`` are names, in the order of the cards."""
    own = enterprise.the_enterprise(unit)
    cards = [_facts(share, holder) for share, holder in zip(shares, holders, strict=True)]
    facts: dict[str, Any] = {"cards": cards, "question": asked.easy_title, "day": day, "mark": shares[0].mark}
    return Display({PART: "alongside.decisions"}).render(
        PART,
        View("key_cards.html", _("Key cards"), facts),
        frame="paper",
        edition=Edition.EASY,
        words=own.words,
        zone=own.zone,
        enterprise=own.name,
    )


def _facts(share: KeyShare, holder: str) -> Mapping[str, Any]:
    return {"number": share.number, "groups": share.groups, "holder": holder, "code": _code(share)}


def _code(share: KeyShare) -> Markup:
    """Draw a card for a reader; who listens hears which card it is, and not what is in it."""
    drawing = io.BytesIO()
    title = f"The code of key card {share.number}"
    made = segno.make(share.text, error="m", micro=False)
    made.save(drawing, kind="svg", xmldecl=False, omitsize=True, title=title, svgclass="code")
    return Markup(drawing.getvalue().decode())  # noqa: S704 - segno escapes the title, and draws the rest


def file_of(asked: Proposal) -> str:
    """Return what the paper is called."""
    return f"key-cards-{asked.id[:8]}.pdf"


def pdf(html: str) -> bytes:
    """Set the sheets as an accessible PDF."""
    return make_pdf(html)
