"""Files papers in the enterprise's folder and notes whose names stand in them, so that erasing finds them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from alongside.enterprise import offers as enterprise

if TYPE_CHECKING:
    from alongside.store import Actor, Store


def file_paper(store: Store, home: Path, actor: Actor, name: str, content: bytes, named: Iterable[str]) -> Path:
    """Note the paper, then write it whole or not at all; return where it is."""
    folder = home / "papers"
    folder.mkdir(parents=True, exist_ok=True)
    with store.unit(actor) as unit:
        enterprise.note_paper(unit, name, hashlib.sha256(content).hexdigest(), sorted(named))
    unfinished = folder / f".{name}.part"
    unfinished.write_bytes(content)
    unfinished.replace(folder / name)
    return folder / name
