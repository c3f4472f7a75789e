"""What a PDF may do by itself or when it is pressed, as far as it is more than showing words."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

OURS = ("#", "http://127.0.0.1", "https://")
_RUNS = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition"})
_HOLDS = frozenset({"/JS", "/AA", "/EmbeddedFiles", "/AF", "/RichMedia", "/XFA"})


def acts(pdf: bytes) -> list[str]:
    """Everything in a PDF that runs, opens a program, sends, holds a file, or leads nowhere on the web."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [found for one in opened.objects for found in _in(one)]


def _in(one: Any) -> Iterator[str]:
    if isinstance(one, pikepdf.Array):
        for inner in one:
            if not getattr(inner, "is_indirect", False):
                yield from _in(inner)
    if not isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        return
    yield from (name for name in _HOLDS if name in one)
    if str(one.get("/S", "")) in _RUNS:
        yield str(one["/S"])
    if "/URI" in one and not str(one["/URI"]).lower().startswith(OURS):
        yield f"/URI {one['/URI']}"
    for inner in one.values() if isinstance(one, pikepdf.Dictionary) else ():
        if isinstance(inner, pikepdf.Dictionary | pikepdf.Array) and not inner.is_indirect:
            yield from _in(inner)
