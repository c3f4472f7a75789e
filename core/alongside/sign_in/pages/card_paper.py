"""Cards on paper: eight to a sheet, as large as a bank card, to be cut along their edges."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import attrs
import segno
from markupsafe import Markup

from alongside.display import Said as _
from alongside.display import View
from alongside.display.rendering import Display
from alongside.people.face import Face
from alongside.reports.pdf import make_pdf
from alongside.sign_in.card import path_of

ON_A_SHEET = 8
"""Four rows of two leave room for what to do with them."""

PART = "sign_in"


@attrs.frozen(kw_only=True)
class PrintedCard:
    """What stands on one card: whose it is, by the name she wants there, and the secret in its code."""

    face: Face
    name: str
    secret: str
    serial: str


def cards_pdf(
    cards: Sequence[PrintedCard],
    *,
    origin: str,
    owner: str,
    made_on: date,
    words: Mapping[str, str],
    photos: Mapping[str, bytes],
) -> bytes:
    """Return cards as an accessible PDF; their codes lead to our pages at ``origin``."""
    drawn = [{"card": one, "code": code(f"{origin}{path_of(one.secret)}", one.name)} for one in cards]
    facts: dict[str, Any] = {"sheets": tuple(_sheets(drawn)), "owner": owner, "made_on": made_on}
    html = Display({PART: "alongside.sign_in"}).render(
        PART,
        View("card_paper.html", _("Cards for {owner}", owner=owner), facts),
        frame="paper",
        sheet="cards",
        enterprise=owner,
        words=words,
    )
    return make_pdf(html, files=photos)


def _sheets(drawn: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (drawn[start : start + ON_A_SHEET] for start in range(0, len(drawn), ON_A_SHEET))


def code(address: str, name: str) -> Markup:
    """Draw an address as a code for readers and cameras; who listens hears whose it is, and not what is in it."""
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawing, kind="svg", xmldecl=False, omitsize=True, title=f"The code of {name}’s card", svgclass="code"
    )
    return Markup(drawing.getvalue().decode())  # noqa: S704 - segno escapes the title, and draws the rest
