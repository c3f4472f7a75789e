"""A paper as a file of its own: written whole or not at all, and never over another."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from alongside.refusal import BadInput


def write_new(path: Path, make: Callable[[], bytes]) -> None:
    """Write what ``make`` gives as a new file. It is made only once it is known where it will stand.

    Raises:
        BadInput: where there is such a file already, or none can be written there.
    """
    if path.exists():
        raise BadInput("there is such a file already", where=str(path), remedy="Give another name.")
    if not path.parent.is_dir():
        raise BadInput(
            "there is no such folder", where=str(path.parent), remedy="Name a file in a folder of yours."
        )
    content = make()
    try:
        _write(path, content)
    except OSError as wrong:
        remedy = "Name a new file in a folder of yours."
        raise BadInput(f"this cannot be written ({wrong.strerror})", where=str(path), remedy=remedy) from wrong


def _write(path: Path, content: bytes) -> None:
    """Write under another name first, so that whoever is interrupted is left with no half of a paper."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        part = Path(file.name)
        try:
            file.write(content)
            file.flush()
            part.chmod(0o644)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
