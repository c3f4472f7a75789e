"""``alongside texts``: counts the texts that fall back because an edition has no wording for them."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.cli import Desk
from alongside.display.missing import missing_texts
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins


def count(desk: Desk, *, keys: bool) -> None:
    """Show for each part and edition how many texts there are and how many are missing."""
    packages = {"display": "alongside.display"}
    packages |= {part.name: part.package for part in (*core_parts(), *find_plugins().plugins)}
    found = missing_texts(_each_once(packages))
    if keys:
        desk.table(
            "Texts without a wording",
            ["Part", "Edition", "Text"],
            [(one.part, one.edition.value, key) for one in found for key in one.keys],
        )
        return
    rows = [(one.part, one.edition.value, one.used, len(one.keys)) for one in found]
    desk.table("Texts in each edition", ["Part", "Edition", "Texts", "Missing"], rows)


def _each_once(packages: Mapping[str, str]) -> dict[str, str]:
    """Parts of one package share its catalogue, which is counted once, for the first of them."""
    first: dict[str, str] = {}
    for name, package in packages.items():
        first.setdefault(package, name)
    return {name: package for package, name in first.items()}
