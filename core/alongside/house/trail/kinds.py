"""What the rows of each table are called, for those who read the audit trail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module

from alongside.house.lines import KITS
from alongside.plugin import Part
from alongside.store import Rows


def kinds(parts: Iterable[Part]) -> Mapping[str, str]:
    """Return what one row of each table is called, by the table's name, in the order of the words."""
    own = [import_module(f"{kit}.tables") for kit in KITS if kit != "alongside.store"]
    theirs = [part.tables.load(part.package) for part in parts if part.tables]
    found = {
        rows.table.name: rows.called
        for module in (*own, *theirs)
        for rows in vars(module).values()
        if isinstance(rows, Rows)
    }
    return dict(sorted(found.items(), key=lambda item: (item[1], item[0])))
