"""Files papers in the enterprise's folder and notes whose names stand in them, so that erasing finds them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from alongside.enterprise import offers as enterprise
from alongside.people import offers as people

if TYPE_CHECKING:
    from alongside.store import Actor, Store, Unit


def file_paper(store: Store, home: Path, actor: Actor, name: str, content: bytes, named: Iterable[str]) -> Path:
    """Note the paper and write it whole or not at all; return where it is.

    Raises:
        SomebodyWasFaster: where one of the people named was erased while the paper was made.
    """
    with store.unit(actor) as unit:
        return file_in(unit, home, name, content, named)


def file_in(unit: Unit, home: Path, name: str, content: bytes, named: Iterable[str]) -> Path:
    """The same, in a unit that is open: the file is there with whatever else the unit notes, or not at all.

    Raises:
        SomebodyWasFaster: where one of the people named was erased while the paper was made.
    """
    folder = home / "papers"
    folder.mkdir(parents=True, exist_ok=True)
    people_named = sorted(named)
    people.must_all_be_here(unit, people_named)
    enterprise.note_paper(unit, name, hashlib.sha256(content).hexdigest(), people_named)
    # Inside the unit: whoever erases one of them must find the file there, or not at all.
    _written(folder, name, content)
    return folder / name


def _written(folder: Path, name: str, content: bytes) -> None:
    unfinished = folder / f".{name}.part"
    try:
        unfinished.write_bytes(content)
        unfinished.replace(folder / name)
    finally:
        unfinished.unlink(missing_ok=True)
