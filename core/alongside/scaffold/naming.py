"""What a new plugin may be called: its name stands in addresses, tables, permissions and commands."""

from __future__ import annotations

import re
from collections.abc import Collection

from alongside.house.core import TAKEN
from alongside.refusal import BadInput

LONGEST = 20
_NAME = re.compile(rf"[a-z][a-z0-9_]{{1,{LONGEST - 1}}}\Z")


def check_name(name: str, installed: Collection[str]) -> None:
    """Refuse a name that a plugin cannot have, or that stands for something else already.

    Raises:
        BadInput: saying why, and what to choose instead.
    """
    if not _NAME.match(name):
        remedy = f"Use 2 to {LONGEST} of a–z, 0–9 and _, a letter first, such as market_garden."
        raise BadInput(f"“{name}” cannot be the name of a plugin", remedy=remedy)
    if name in TAKEN:
        raise BadInput(f"the name “{name}” is taken by Alongside itself", remedy="Choose another.")
    if name in installed:
        raise BadInput(f"a plugin “{name}” is installed already", remedy="Choose another name, or uninstall it.")
