"""What goes back to the browser."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote

from litestar import Response
from litestar.datastructures import Cookie

from alongside.display import stylesheet
from alongside.web.asked import Asked
from alongside.web.cookies import BROWSER, FOR_NOW, NOTICE, cookie, forgotten
from alongside.web.outcomes import CalendarAnswer, PdfAnswer, Told


def page(html: str, asked: Asked, *, status: int = 200) -> Response[bytes]:
    """A page. A notice it was to show is shown by now, and what was chosen for now stays so."""
    kept = [*_chosen_for_now(asked)]
    if NOTICE in asked.cookies:
        kept.append(forgotten(NOTICE))
    if asked.fresh:
        kept.append(cookie(BROWSER, asked.browser))
    return Response(html.encode(), status_code=status, media_type="text/html", cookies=kept)


def _chosen_for_now(asked: Asked) -> Iterator[Cookie]:
    for name, answers in FOR_NOW.items():
        if asked.query.get(name) in answers:
            yield cookie(name, asked.query[name])
        elif asked.as_her_own and name in asked.cookies:
            yield forgotten(name)


def go(path: str, cookies: Sequence[Cookie] = ()) -> Response[bytes]:
    """Go on to another page, to be read and not sent to."""
    return Response(b"", status_code=303, headers={"location": _quoted(path)}, cookies=list(cookies))


_PASSED_ON = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Alongside</title>
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url={path}">
<link rel="stylesheet" href="/static/page.css?{sheet}">
</head>
<body class="easy"><main><h1>Alongside</h1><p><a class="button main" href="{path}">Go on</a></p></main></body>
</html>
"""


def pass_on(path: str, cookies: Sequence[Cookie] = ()) -> Response[bytes]:
    """Go on to another page by a step that the browser takes itself, telling nobody where it came from."""
    html = _PASSED_ON.format(path=escape(_quoted(path)), sheet=stylesheet.mark())
    return Response(html.encode(), media_type="text/html", cookies=list(cookies))


def _quoted(path: str) -> str:
    return quote(path, safe="/?&=%#:+,;@~")


def told(words: Told) -> Response[bytes]:
    """A few words for a script."""
    return Response(json.dumps(dict(words.words)).encode(), media_type="application/json")


def pdf(paper: PdfAnswer, *, saved: bool = False) -> Response[bytes]:
    """A paper, opened in the browser or ``saved`` by it, under its name."""
    name = f"{'attachment' if saved else 'inline'}; filename*=UTF-8''{quote(paper.name, safe='')}"
    # The server adds the letters that a text is written in by itself.
    kind = paper.media.removesuffix("; charset=utf-8")
    return Response(paper.content, media_type=kind, headers={"content-disposition": name})


def calendar(paper: CalendarAnswer, asked: Asked) -> Response[bytes]:
    """A calendar, or word that it is the one which the program has already (RFC 9110, section 13.1.2)."""
    # Weak: it says the same, and notes another moment at which it was written.
    tag = f'W/"{paper.tag}"'
    there = {one.strip().removeprefix("W/") for one in asked.has.split(",")}
    if there & {"*", f'"{paper.tag}"'}:
        return Response(b"", status_code=304, headers={"etag": tag})
    answered = pdf(paper)
    answered.headers["etag"] = tag
    return answered
