"""The stylesheet of every page: typefaces and colours by the lists of this kit, then a file for each subject.

It is sent as one. Its address carries ``mark()``, which changes with every word of it, so a browser may keep it
for long and never shows a page in yesterday's clothes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from alongside.display import colours, web_fonts

SUBJECTS = (
    *("ground", "frame", "cards", "notices", "pictures", "buttons", "forms", "decisions", "tables", "rota"),
    *("charts", "days", "tiles", "week", "seeing", "coming_in"),
    # What changes the others stands after them.
    *("easy", "own_colours", "print"),
)
"""The files of ``static/page/``, in the order in which they are sent."""

FOLDER = Path(__file__).parent / "static"

_UNSENT = re.compile(r"/\*.*?\*/|^\s+|\s+$|(?<=[{};,])\n", re.DOTALL | re.MULTILINE)


@cache
def sheet() -> str:
    """The whole stylesheet, without remarks."""
    written = "\n".join((*_faces(), *_themes(), *map(_subject, SUBJECTS)))
    return _UNSENT.sub("", written)


@cache
def mark() -> str:
    """A short name for exactly this stylesheet."""
    return hashlib.sha256(sheet().encode()).hexdigest()[:10]


def _subject(name: str) -> str:
    return (FOLDER / "page" / f"{name}.css").read_text(encoding="utf-8")


def _faces() -> Iterator[str]:
    for face in web_fonts.FACES:
        file = f'src: url("/static/fonts/{face.file}?{web_fonts.mark()}"); font-display: swap;'
        which = f'font-family: "{face.family}"; font-weight: {face.weight}; unicode-range: {face.unicode_range};'
        yield f"@font-face {{ {which} {file} }}"


def _themes() -> Iterator[str]:
    """Light or dark as the device has it, unless the person has chosen one of them; paper is light for everybody.

    A choice also holds for a piece of a page, so that it can be shown beside the others.
    """
    light, dark = colours.variables(colours.LIGHT), colours.variables(colours.DARK)
    yield f':root, [data-colours="light"] {{\n{light}\n}}'
    yield ":root { color-scheme: light dark; }"
    yield f'@media screen and (prefers-color-scheme: dark) {{ :root:not([data-colours="light"]) {{\n{dark}\n}} }}'
    yield '[data-colours="light"] { color-scheme: light; }'
    yield f'@media screen {{ [data-colours="dark"] {{ color-scheme: dark;\n{dark}\n}} }}'
