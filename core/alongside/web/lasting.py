"""What stays the same from page to page: the stylesheet, the mark, typefaces and pictures.

Names are looked up in the display kit's own lists; no name becomes a path.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

import alongside.display
from alongside.display import fonts, pictures

_FOLDER = Path(alongside.display.__file__).parent / "static"
_MONTH = "public, max-age=2592000"
_MINUTES = "public, max-age=300"  # the stylesheet changes with an update, under the same name


@cache
def _file(name: FromPath[str]) -> bytes:
    return (_FOLDER / name).read_bytes()


def _lasting(content: bytes, kind: str, how_long: str) -> Response[bytes]:
    return Response(content, media_type=kind, headers={"cache-control": how_long})


@get("/static/page.css", sync_to_thread=True)
def stylesheet() -> Response[bytes]:
    """The stylesheet of every page."""
    return _lasting(_file("page.css"), "text/css; charset=utf-8", _MINUTES)


@get("/static/mark.svg", sync_to_thread=True)
def mark() -> Response[bytes]:
    """The mark in the browser's tab."""
    return _lasting(_file("mark.svg"), "image/svg+xml", _MONTH)


@get("/static/fonts/{name:str}", sync_to_thread=True)
def font(name: FromPath[str]) -> Response[bytes]:
    """One weight of a typeface."""
    path = fonts.files().get(name)
    if path is None:
        raise NotFoundException
    return _lasting(path.read_bytes(), "font/ttf", _MONTH)


@get("/static/pictures/{name:str}", sync_to_thread=True)
def picture(name: FromPath[str]) -> Response[bytes]:
    """One picture."""
    short = name.removesuffix(".svg")
    if short not in pictures.NAMES or short == name:
        raise NotFoundException
    return _lasting(pictures.svg(short).encode(), "image/svg+xml", _MONTH)


LASTING: tuple[HTTPRouteHandler, ...] = (stylesheet, mark, font, picture)
