"""A second copy of the enterprise, beside the first: the keys of open votes are the first one's.

A drill puts a backup back on the machine that everybody works on. If that copy reached the keys, a count in it
would tell a result before the close, and destroy the key while the real votes still come in.
"""

from __future__ import annotations

from collections.abc import Container

from alongside.decisions.actions import keys, sealing
from alongside.decisions.level import Level
from alongside.decisions.life import ProposalState
from alongside.decisions.tables import PROPOSALS
from alongside.store import Unit


def leave_keys(unit: Unit, own: Container[str]) -> int:
    """Take the keys that lie on this machine away from the open votes of this copy; return how many it were.

    Those whose public half is in ``own`` stay: the copy takes the place of the enterprise that made them.

    Each gets a public half whose private one nobody has, so its key reads as lost: the vote is begun again, or
    left alone. A locked box stays as it is, for no key of it lies on a machine.
    """
    table = PROPOSALS.table
    here = unit.find(
        PROPOSALS,
        table.c.state == ProposalState.OPEN.value,
        table.c.level != Level.LOCKED.value,
        table.c.public_key.is_not(None),
    )
    reached = [one for one in here if one.public_key not in own and keys.is_there(str(one.public_key))]
    for one in reached:
        public, _thrown_away = sealing.new_pair()
        unit.change(PROPOSALS, one, public_key=public)
    return len(reached)
