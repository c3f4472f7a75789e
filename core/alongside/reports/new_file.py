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
    part: Path | None = None
    try:
        # Under another name first, so that whoever is interrupted is left with no half of a paper.
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            part = Path(file.name)
            file.write(make())
        part.chmod(0o644)
        part.replace(path)
    except OSError as wrong:
        remedy = "Name a new file in a folder of yours."
        raise BadInput(f"this cannot be written ({wrong.strerror})", where=str(path), remedy=remedy) from wrong
    finally:
        if part:
            part.unlink(missing_ok=True)
