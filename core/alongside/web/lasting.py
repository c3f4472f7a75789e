"""What stays the same from page to page: the stylesheet, the mark, typefaces, pictures and scripts.

Names are looked up in the display kit's own lists; no name becomes a path.
"""

from __future__ import annotations

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from alongside.display import pictures, scripts, stylesheet, web_fonts

_MONTH = "public, max-age=2592000"


def _lasting(content: bytes, kind: str) -> Response[bytes]:
    return Response(content, media_type=kind, headers={"cache-control": _MONTH})


@get("/static/page.css", sync_to_thread=True)
def sheet() -> Response[bytes]:
    """The stylesheet of every page; each page names it with its mark, so a changed one is asked for anew."""
    return _lasting(stylesheet.sheet().encode(), "text/css")


@get("/static/mark.svg", sync_to_thread=True)
def mark() -> Response[bytes]:
    """The mark in the browser's tab."""
    return _lasting((stylesheet.FOLDER / "mark.svg").read_bytes(), "image/svg+xml")


@get("/static/fonts/{name:str}", sync_to_thread=True)
def font(name: FromPath[str]) -> Response[bytes]:
    """One file of a typeface."""
    path = web_fonts.files().get(name)
    if path is None:
        raise NotFoundException
    return _lasting(path.read_bytes(), "font/woff2")


@get("/static/pictures/{name:str}", sync_to_thread=True)
def picture(name: FromPath[str]) -> Response[bytes]:
    """One picture."""
    short = name.removesuffix(".svg")
    if short not in pictures.NAMES or short == name:
        raise NotFoundException
    return _lasting(pictures.svg(short).encode(), "image/svg+xml")


@get("/static/scripts/{name:str}", sync_to_thread=True)
def script(name: FromPath[str]) -> Response[bytes]:
    """One script; asked for anew now and then, as an update changes it under the same name."""
    if name not in scripts.names():
        raise NotFoundException
    headers = {"cache-control": "public, max-age=300"}
    return Response(scripts.script(name), media_type="text/javascript", headers=headers)


LASTING: tuple[HTTPRouteHandler, ...] = (sheet, mark, font, picture, script)
