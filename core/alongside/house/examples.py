"""Where the invented enterprise's plain files are: in the wheel, or beside the code in a checkout."""

from __future__ import annotations

from pathlib import Path

import alongside
from alongside.refusal import BadInput

_PACKAGE = Path(alongside.__file__).parent


def examples() -> Path:
    """Return the folder of the invented enterprise.

    Raises:
        BadInput: where the installation is not whole.
    """
    for folder in (_PACKAGE / "examples", _PACKAGE.parent.parent / "examples"):
        if (folder / "tideline" / "enterprise.toml").is_file():
            return folder / "tideline"
    raise BadInput("the example files are missing", remedy="Install Alongside again.")
