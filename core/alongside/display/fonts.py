"""The two typefaces as files for papers: Lexend cut into static weights, Atkinson Hyperlegible without its digits.

Atkinson's zero is slashed and reads as a fault in money and times, so its digits are left out and Lexend's
stand in for them. The files are made once from the installed packages, with the same bytes everywhere,
and kept in the cache folder of whoever runs the program.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no types

WEIGHTS = (300, 400, 500, 600, 700)

# Family, weight and file for every @font-face. "Reading" has no digits, so "Reading digits" is listed after it.
FACES: tuple[tuple[str, int, str], ...] = (
    *(("Lexend", weight, f"lexend-{weight}.ttf") for weight in WEIGHTS),
    ("Reading", 400, "reading-400.ttf"),
    ("Reading", 700, "reading-700.ttf"),
    ("Reading digits", 400, "lexend-300.ttf"),
    ("Reading digits", 700, "lexend-600.ttf"),
)


@cache
def files() -> Mapping[str, Path]:
    """Every font file by name, such as ``lexend-400.ttf``; made now where the cache lacks it."""
    folder = cache_folder()
    makers: dict[str, Callable[[], TTFont]] = {
        **{f"lexend-{weight}.ttf": _lexend_maker(weight) for weight in WEIGHTS},
        "reading-400.ttf": lambda: _without_digits("AtkinsonHyperlegible-Regular.ttf"),
        "reading-700.ttf": lambda: _without_digits("AtkinsonHyperlegible-Bold.ttf"),
    }
    return {name: kept(folder / name, make) for name, make in makers.items()}


def cache_folder() -> Path:
    """Where made fonts are kept; named by the versions they came from, so that an update makes them anew."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    packages = ("fontpkg-lexend", "fontpkg-atkinson-hyperlegible", "fonttools")
    return base / "alongside" / "-".join(["fonts", *(version(package) for package in packages)])


def kept(path: Path, make: Callable[[], TTFont]) -> Path:
    """The file, made if it is not there; written beside and moved, so that nobody reads half a font."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        font = make()
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            font.save(file)
        Path(file.name).replace(path)
    return path


def _source(package: str, name: str) -> TTFont:
    from fontTools.ttLib import TTFont

    found = find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"No package named {package!r}", name=package)
    # The time of making is part of a font; it is left as the designers set it, for the sake of the same bytes.
    return TTFont(Path(found.origin).parent / "files" / name, recalcTimestamp=False)


def lexend_source() -> TTFont:
    """Lexend as it is installed, with all its weights in one."""
    return _source("fontpkg_lexend", "Lexend[wght].ttf")


def _lexend_maker(weight: int) -> Callable[[], TTFont]:
    return lambda: _lexend(weight)


def _lexend(weight: int) -> TTFont:
    from fontTools.varLib.instancer import (  # type: ignore[import-untyped]  # it ships no types
        instantiateVariableFont,
    )

    font = instantiateVariableFont(lexend_source(), {"wght": weight}, inplace=True)
    font["OS/2"].usWeightClass = weight
    name = font["name"]
    for number, text in ((1, f"Lexend {weight}"), (4, f"Lexend {weight}"), (6, f"Lexend-{weight}")):
        name.setName(text, number, 3, 1, 0x409)
    return font


def _without_digits(name: str) -> TTFont:
    font = _source("fontpkg_atkinson_hyperlegible", name)
    for table in font["cmap"].tables:
        for digit in range(ord("0"), ord("9") + 1):
            table.cmap.pop(digit, None)
    return font
