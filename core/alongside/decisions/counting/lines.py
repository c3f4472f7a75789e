"""Exact straight lines over whole steps: what a price is while the share of everybody rises step by step."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """The value ``(start + slope * step) / under`` for each step; ``under`` is above zero."""

    start: int
    slope: int
    under: int


def difference(line: Line, other: Line) -> tuple[int, int]:
    """Start and slope of ``other`` above ``line``, times a number above zero: signs are right, sizes are not."""
    return (
        other.start * line.under - line.start * other.under,
        other.slope * line.under - line.slope * other.under,
    )


def holds_until(start: int, slope: int, least: int, end: int) -> int:
    """The last step up to ``end`` for which ``start + slope * step`` is ``least`` or more, where it falls."""
    return end if slope >= 0 else min(end, (start - least) // -slope)
