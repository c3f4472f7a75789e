"""Where the invented enterprise's plain files are: in the package, which in a checkout links to ``examples``."""

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
    folder = _PACKAGE / "examples" / "tideline"
    if not (folder / "enterprise.toml").is_file():
        raise BadInput("the example files are missing", remedy="Install Alongside again.")
    return folder
