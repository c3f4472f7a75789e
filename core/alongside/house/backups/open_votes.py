"""Open votes in a backup that is put back: which of them may reach the keys that lie on this machine.

Those of the enterprise that it takes the place of. In any other folder it is a second copy, such as a drill.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from alongside.decisions.actions.copied import leave_keys
from alongside.decisions.tables import PROPOSALS
from alongside.house.backups.replaced import looked_up
from alongside.refusal import Refusal
from alongside.store import Actor

if TYPE_CHECKING:
    from alongside.house.opening import House

_KEY = PROPOSALS.table.c.public_key


def keys_in(replaced: Path | None) -> set[str] | None:
    """Return the public halves of keys in the folder that is replaced; ``None`` if it is too broken to tell."""
    if replaced is None:
        return set()
    try:
        return looked_up(replaced, sa.select(_KEY).where(_KEY.is_not(None)))
    except (Refusal, sa.exc.SQLAlchemyError, OSError):
        return None


def leave_keys_to_others(house: House, own: set[str] | None) -> int:
    """Let no open vote of this house reach a key that is not its own; return how many it were."""
    if own is None:
        return 0
    with house.store.unit(Actor.keyboard("the house")) as unit:
        return leave_keys(unit, own)
