"""What goes back to the browser."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from litestar import Response
from litestar.datastructures import Cookie

from alongside.web.asked import Asked
from alongside.web.cookies import BROWSER, EDITION, NOTICE, cookie, forgotten
from alongside.web.visit import PdfAnswer


def page(html: str, asked: Asked, *, status: int = 200) -> Response[bytes]:
    """A page. A notice it was to show is shown by now, and an edition chosen on it stays chosen."""
    kept = []
    if NOTICE in asked.cookies:
        kept.append(forgotten(NOTICE))
    if asked.edition and "edition" in asked.query:
        kept.append(cookie(EDITION, asked.query["edition"]))
    if asked.fresh:
        kept.append(cookie(BROWSER, asked.browser))
    return Response(html.encode(), status_code=status, media_type="text/html; charset=utf-8", cookies=kept)


def go(path: str, cookies: Sequence[Cookie] = ()) -> Response[bytes]:
    """Go on to another page, to be read and not sent to."""
    return Response(
        b"", status_code=303, headers={"location": quote(path, safe="/?&=%#:+,;@~")}, cookies=list(cookies)
    )


def pdf(paper: PdfAnswer) -> Response[bytes]:
    """A paper, opened in the browser and kept under its name."""
    name = f"inline; filename*=UTF-8''{quote(paper.name, safe='')}"
    return Response(paper.content, media_type="application/pdf", headers={"content-disposition": name})
