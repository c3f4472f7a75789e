"""The typefaces as browsers get them: the letters of one page and no more, packed as WOFF2.

A phone should show its first page before anybody has waited, so Lexend is one small file for all its weights,
Atkinson Hyperlegible brings no digits (see ``fonts.py``), and letters that English and Welsh names seldom need
are fetched where a page holds one of them. Made once from the installed packages and kept with the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from alongside.display import fonts

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no types

Span = tuple[int, int]

# Basic Latin and Latin-1, the Welsh letters beyond them, quotation marks, dashes, euro, minus.
USUAL: tuple[Span, ...] = (
    *((0x20, 0x7E), (0xA0, 0xFF), (0x131, 0x131), (0x152, 0x153), (0x174, 0x177), (0x2C6, 0x2C6)),
    *((0x2DA, 0x2DA), (0x2DC, 0x2DC), (0x2000, 0x206F), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2212, 0x2212)),
)
# The rest of Latin, other money, fractions and arrows.
SELDOM: tuple[Span, ...] = ((0x100, 0x2FF), (0x1E00, 0x1EFF), (0x2070, 0x22FF))
DIGITS: tuple[Span, ...] = ((0x30, 0x39), (0xBC, 0xBE))

_LEXEND_WEIGHTS = (400, 600)


@attrs.frozen
class Face:
    """One ``@font-face``: family, weight or range of weights, file, and the letters it is asked for."""

    family: str
    weight: str
    file: str
    spans: tuple[Span, ...]

    @property
    def unicode_range(self) -> str:
        """The letters as CSS names them."""
        return ", ".join(f"U+{first:X}-{last:X}" if last > first else f"U+{first:X}" for first, last in self.spans)


FACES: tuple[Face, ...] = (
    # Where two hold a letter the later one is asked for, so what is usual stands last.
    Face("Lexend", "400 600", "lexend-seldom.woff2", SELDOM),
    Face("Lexend", "400 600", "lexend.woff2", USUAL),
    Face("Reading", "400", "reading-400.woff2", USUAL),
    Face("Reading", "600", "reading-700.woff2", USUAL),
    Face("Reading digits", "400", "digits-300.woff2", DIGITS),
    Face("Reading digits", "600", "digits-600.woff2", DIGITS),
)


@cache
def files() -> Mapping[str, Path]:
    """Every file by name, such as ``lexend.woff2``; made now where the cache lacks it."""
    makers: dict[str, Callable[[], TTFont]] = {
        "lexend.woff2": lambda: _lexend(USUAL),
        "lexend-seldom.woff2": lambda: _lexend(SELDOM, without=USUAL),
        "reading-400.woff2": lambda: _cut("reading-400.ttf", USUAL),
        "reading-700.woff2": lambda: _cut("reading-700.ttf", USUAL),
        "digits-300.woff2": lambda: _cut("lexend-300.ttf", DIGITS),
        "digits-600.woff2": lambda: _cut("lexend-600.ttf", DIGITS),
    }
    folder = fonts.cache_folder()
    return {name: fonts.kept(folder / name, make) for name, make in makers.items()}


@cache
def mark() -> str:
    """A short name for exactly these files, by which a browser asks for new ones after an update."""
    cut = f"{fonts.cache_folder().name} {USUAL} {SELDOM} {_LEXEND_WEIGHTS}"
    return hashlib.sha256(cut.encode()).hexdigest()[:6]


def _cut(name: str, spans: Iterable[Span]) -> TTFont:
    from fontTools.ttLib import TTFont

    return _packed(_only(TTFont(fonts.files()[name], recalcTimestamp=False), _letters(spans)))


def _lexend(spans: Iterable[Span], without: Iterable[Span] = ()) -> TTFont:
    """Lexend with the weights that pages use: first the letters are cut out, since all of them take seconds."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import (  # type: ignore[import-untyped]  # it ships no types
        instantiateVariableFont,
    )

    cut = BytesIO()
    _only(fonts.lexend_source(), _letters(spans) - _letters(without)).save(cut)
    few = TTFont(BytesIO(cut.getvalue()), recalcTimestamp=False)
    return _packed(instantiateVariableFont(few, {"wght": _LEXEND_WEIGHTS}, inplace=True))


def _only(font: TTFont, letters: set[int]) -> TTFont:
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]  # it ships no types

    options = Options(hinting=False, recalc_timestamp=False, name_IDs=[1, 2, 4, 6])
    options.layout_features = ["kern", "liga", "ccmp", "mark", "mkmk", "locl", "tnum"]
    cutter = Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    return font


def _packed(font: TTFont) -> TTFont:
    font.flavor = "woff2"
    return font


def _letters(spans: Iterable[Span]) -> set[int]:
    return {letter for first, last in spans for letter in range(first, last + 1)}
