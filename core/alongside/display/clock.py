"""The clock face: where its hands point, and its numerals as outlines, so that nobody hears “12 1 2 3”."""

from __future__ import annotations

from datetime import datetime, time
from functools import cache
from math import cos, radians, sin
from typing import Any

import attrs

from alongside.display import fonts

_NUMERAL_RADIUS = 36.0  # of a face that is 100 wide
_NUMERAL_HEIGHT = 9.0


@attrs.frozen(kw_only=True)
class Face:
    """A clock face in a square of 100 by 100: the ends of both hands, and a path for the twelve numerals."""

    hour: tuple[float, float]
    minute: tuple[float, float]
    numerals: str


def face(moment: time | datetime) -> Face:
    """The face at a wall time; the short hand moves on with the minutes."""
    return Face(
        hour=_end((moment.hour % 12 + moment.minute / 60) * 30, 18),
        minute=_end(moment.minute * 6, 27),
        numerals=_numerals(),
    )


def _end(degrees: float, length: float) -> tuple[float, float]:
    """Where a hand of that length ends, clockwise from the top."""
    return (round(50 + length * sin(radians(degrees)), 2), round(50 - length * cos(radians(degrees)), 2))


@cache
def _numerals() -> str:
    """All twelve numerals as one SVG path, in Lexend 600."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no types

    with TTFont(fonts.files()["lexend-600.ttf"]) as font:
        return " ".join(_numeral(font, hour) for hour in range(1, 13))


def _numeral(font: Any, hour: int) -> str:
    """One numeral, centred on its place on the face."""
    from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-untyped]  # it ships no types
    from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]  # the same

    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    drawn = [glyphs[names[ord(digit)]] for digit in str(hour)]
    height = font["OS/2"].sCapHeight
    scale = _NUMERAL_HEIGHT / height
    x, y = _end(hour * 30, _NUMERAL_RADIUS)
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.1f}")
    left = x - sum(glyph.width for glyph in drawn) * scale / 2
    for glyph in drawn:
        glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, left, y + _NUMERAL_HEIGHT / 2)))
        left += glyph.width * scale
    return str(pen.getCommands())
