"""Where the lines and bars of a chart lie. Templates draw them; the same numbers stand in a table below.

Bars begin at zero, so that a small change looks small.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil, floor, log10

import attrs

Number = int | float

# First series thick and plain, then dashed, then dotted: told apart without colour.
STYLES = (("brand", ""), ("act", "11 7"), ("ink2", "0.1 7"))


# So many letters of the size of a bar's name go into its drawing.
_LONGEST_NAME = 36


@attrs.frozen(kw_only=True)
class Line:
    """One line of a chart: its points, its style, and the height at which its name stands at the end."""

    name: str
    values: tuple[Number, ...]
    points: tuple[tuple[float, float], ...]
    colour: str
    dashes: str
    label_y: float

    @property
    def path(self) -> str:
        """The points as SVG writes them."""
        return " ".join(f"{x},{y}" for x, y in self.points)


@attrs.frozen(kw_only=True)
class LineChart:
    """Lines over ``labels``, in a plane ``width`` by ``height``; ``ticks`` pairs a value with its height."""

    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    ticks: tuple[tuple[Number, float], ...]
    columns: tuple[float, ...]
    left: float
    right: float
    width: float
    height: float

    @property
    def spoken(self) -> str:
        """All numbers in words, for somebody who hears the chart."""
        return " ".join(f"{line.name}: {', '.join(self._points_of(line))}." for line in self.lines)

    def _points_of(self, line: Line) -> list[str]:
        return [f"{label} {value:,}" for label, value in zip(self.labels, line.values, strict=True)]


@attrs.frozen(kw_only=True)
class Bar:
    """One bar: its name, its value, the value in words, its length, and whether it is the one spoken of.

    The name is drawn ``short`` where it would leave the drawing; whole, it stands in the table.
    """

    name: str
    short: str
    value: Number
    said: str
    length: float
    chosen: bool


def line_chart(series: Mapping[str, Sequence[Number]], labels: Sequence[str]) -> LineChart:
    """Lay out up to three lines in a plane of 720 by 220.

    Raises:
        ValueError: for no line, more than three, or a line without a value for each label.
    """
    if not 1 <= len(series) <= len(STYLES):
        raise ValueError(f"a chart shows 1 to {len(STYLES)} lines, not {len(series)}")
    for name, values in series.items():
        if len(values) != len(labels):
            raise ValueError(f"“{name}” has {len(values)} values for {len(labels)} labels")
    width, height, left, right, top, bottom = 720.0, 220.0, 104.0, 632.0, 16.0, 200.0
    ticks = nice_ticks(max(value for values in series.values() for value in values))
    step = (right - left) / len(labels)
    columns = tuple(round(left + step * (place + 0.5), 1) for place in range(len(labels)))

    def at(value: Number) -> float:
        return round(bottom - (bottom - top) * value / (ticks[-1] or 1), 1)

    ends = _apart([at(values[-1]) for values in series.values()])
    lines = tuple(
        Line(
            name=name,
            values=tuple(values),
            points=tuple((x, at(value)) for x, value in zip(columns, values, strict=True)),
            colour=STYLES[place][0],
            dashes=STYLES[place][1],
            label_y=ends[place],
        )
        for place, (name, values) in enumerate(series.items())
    )
    heights = tuple((tick, at(tick)) for tick in ticks)
    return LineChart(
        labels=tuple(labels),
        lines=lines,
        ticks=heights,
        columns=columns,
        left=left,
        right=right,
        width=width,
        height=height,
    )


def _apart(heights: list[float], least: float = 21.0) -> list[float]:
    """The same heights, moved down where two names would touch."""
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    moved = list(heights)
    for above, below in pairwise(order):
        moved[below] = max(moved[below], moved[above] + least)
    return moved


def nice_ticks(highest: Number) -> tuple[Number, ...]:
    """Round numbers from zero to at least ``highest``, three to six of them."""
    if highest <= 0:
        return (0, 1)
    size = 10 ** floor(log10(highest))
    step = next(part * size for part in (0.2, 0.25, 0.5, 1, 2) if highest / (part * size) <= 5)
    step = max(int(step), 1) if highest >= 5 else step
    return tuple(step * place for place in range(ceil(highest / step) + 1))


def bar_chart(
    values: Mapping[str, Number],
    chosen: str | None = None,
    said: Mapping[str, str] | None = None,
    longest: float = 260,
) -> tuple[Bar, ...]:
    """Lay out one bar a name, the highest ``longest`` units long; ``said`` words a value."""
    highest = max(values.values(), default=0) or 1
    return tuple(
        Bar(
            name=name,
            short=name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…",
            value=value,
            said=(said or {}).get(name, f"{value:,}"),
            length=round(longest * max(value, 0) / highest, 1),
            chosen=name == chosen,
        )
        for name, value in values.items()
    )


def chart_rows(chart: LineChart) -> list[list[str]]:
    """The numbers of a chart as rows of a table, each headed by the line's name."""
    return [[line.name, *(f"{value:,}" for value in line.values)] for line in chart.lines]


def bar_rows(bars: tuple[Bar, ...]) -> list[list[str]]:
    """The numbers of a bar chart as rows of a table."""
    return [[bar.name, bar.said] for bar in bars]


def pair_of_bars(now: Number, before: Number | None, longest: float = 84) -> tuple[float, float | None]:
    """The lengths of now and before, the longer of them ``longest``; below zero has no length."""
    highest = max(now, before or 0, 0) or 1

    def length(value: Number) -> float:
        return round(longest * max(value, 0) / highest, 1)

    return length(now), None if before is None else length(before)
