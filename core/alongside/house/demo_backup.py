"""The demo's backup: one good copy, and its key sheet as a file in the demo's folder.

The key is drawn at random, as in any enterprise, so the sheet is the one thing in which two demos of the same day
and seed differ. It is no paper of the demo: a real sheet is in no folder at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.house.backups import sheet
from alongside.house.backups.key import new_key
from alongside.house.backups.nightly import nightly
from alongside.house.backups.notes import SealingKey, find_key, keep_key
from alongside.refusal import Refusal

if TYPE_CHECKING:
    from pathlib import Path

    from alongside.cli.demo import Demo
    from alongside.house.opening import House


def fill(house: House, demo: Demo) -> None:
    """Make the key, the copy of the demo's day, and then the sheet, which is so in no copy."""
    key = new_key()
    keep_key(house.home, SealingKey(name=key.name, public=key.public, made=demo.today))
    made = nightly(house, demo.today)
    if made is None or not made.right:
        raise Refusal(f"The demo's copy could not be made. {made.text if made else ''}")
    paper = house.home / _file(key.name)
    sheet.write(paper, sheet.pdf(house, key, demo.today))
    demo.did("A copy of everything, opened again and compared: it is good.", "Backups, under Our enterprise")
    demo.did("The key sheet that opens it.", paper.name)


def sheet_in(home: Path) -> Path | None:
    """Return the demo's key sheet, or ``None`` where it is gone or of an older key."""
    key = find_key(home)
    paper = home / _file(key.name) if key else None
    return paper if paper and paper.is_file() else None


def _file(name: str) -> str:
    return f"key-sheet-{name}.pdf"
