"""Cells: the ways in which one page may be seen, by width, colours and edition."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from itertools import product

import attrs

WIDTHS = (320, 1280)
LOOKS: Mapping[str, Mapping[str, str]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
"""Colours as the browser is told to want them; “forced” are a person's own, here light words on black."""

EDITIONS = ("standard", "easy")


@attrs.frozen
class Cell:
    """One way to see a page; ``width`` in CSS pixels."""

    width: int
    look: str
    edition: str

    def __str__(self) -> str:
        return f"{self.edition} {self.look} {self.width}"


CELLS = tuple(Cell(width, look, edition) for edition, look, width in product(EDITIONS, LOOKS, WIDTHS))
ALWAYS = tuple(one for one in CELLS if (one.look, one.edition) == ("light", "standard"))
_IN_TURN = tuple(one for one in CELLS if one not in ALWAYS)


def cells_in_turn(route: str, many: int) -> tuple[Cell, ...]:
    """Both widths in light and standard, and ``many`` of the others: the same for a route each time."""
    begin = zlib.crc32(route.encode())
    # A step without a common factor with ten takes all of them in turn.
    return ALWAYS + tuple(_IN_TURN[(begin + 3 * turn) % len(_IN_TURN)] for turn in range(many))
