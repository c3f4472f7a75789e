"""The colours, by what they are for, light and dark; and how far apart two of them are.

Text is 7:1 or more on what it stands on, edges of controls 3:1: a test holds both.
"""

from __future__ import annotations

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "page": "#FBF7F2",
    "plate": "#FFFFFF",
    "sunk": "#F3ECE4",
    "ink": "#2B1820",
    "ink2": "#54424A",
    "act": "#0A4B4A",
    "onact": "#FFFFFF",
    "brand": "#8A1847",
    "now": "#FFCF56",
    "onnow": "#2B1820",
    "nowtint": "#FFF0C9",
    "brandtint": "#FBE4EB",
    "acttint": "#DCEFE9",
    "edge": "#83706F",
    "line": "#E2D6CD",
    "till": "#966000",
    "event": "#4B3A86",
    "eventtint": "#E9E3F3",
    "face": "#FFFFFF",
    "rim": "#2B1820",
    "hand": "#8A1847",
    "focus": "#2B1820",
    "halo": "#FFCF56",
}

DARK: Mapping[str, str] = {
    "page": "#1A1014",
    "plate": "#281A20",
    "sunk": "#36252C",
    "ink": "#FBF1EA",
    "ink2": "#D9C7C6",
    "act": "#93DDCD",
    "onact": "#1A1014",
    "brand": "#FFB0C8",
    "now": "#FFCF56",
    "onnow": "#2B1820",
    "nowtint": "#4A3608",
    "brandtint": "#4F1530",
    "acttint": "#0E3B39",
    "edge": "#A08D8E",
    "line": "#46343B",
    "till": "#FFCF56",
    "event": "#CFC2F5",
    "eventtint": "#2F2552",
    "face": "#FBF1EA",
    "rim": "#281A20",
    "hand": "#8A1847",
    "focus": "#FFCF56",
    "halo": "#1A1014",
}

# What text stands on what.
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("ink", "ink2") for ground in ("page", "plate", "sunk", "nowtint")),
    *((ink, ground) for ink in ("act", "brand") for ground in ("page", "plate")),
    *(("ink", ground) for ground in ("brandtint", "acttint", "eventtint")),
    ("onact", "act"),
    ("onnow", "now"),
    ("act", "acttint"),
    ("brand", "brandtint"),
    ("event", "eventtint"),
)

# What edge or mark stands on what.
EDGE_PAIRS: tuple[tuple[str, str], ...] = (
    *((edge, ground) for edge in ("edge", "act", "brand", "ink") for ground in ("page", "plate")),
    ("till", "nowtint"),
    *(("focus", ground) for ground in ("page", "plate", "halo")),
    ("event", "eventtint"),
)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def variables(colours: Mapping[str, str]) -> str:
    """The colours as CSS variables, one a line."""
    return "\n".join(f"  --{name}: {value};" for name, value in colours.items())
