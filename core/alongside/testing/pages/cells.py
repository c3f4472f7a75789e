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
_EASY = tuple(one for one in CELLS if one.edition == "easy")
_OTHER = tuple(one for one in CELLS if one.edition == "standard" and one not in ALWAYS)


def cells_in_turn(route: str) -> tuple[Cell, ...]:
    """Both widths in light and standard, one of the other four in standard, and one of six in Easy Read.

    Which, hangs on the route: the same for one each time, and all of them in turn over the routes.
    """
    turn = zlib.crc32(route.encode())
    return (*ALWAYS, _OTHER[turn % len(_OTHER)], _EASY[turn // len(_OTHER) % len(_EASY)])


def two_in_turn(state: str) -> tuple[Cell, ...]:
    """One cell in each edition, for what is only another state of a page that is looked at in others."""
    turn = zlib.crc32(state.encode())
    standard = (*ALWAYS, *_OTHER)
    return standard[turn % len(standard)], _EASY[turn // len(standard) % len(_EASY)]
