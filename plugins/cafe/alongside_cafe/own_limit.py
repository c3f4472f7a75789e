"""The most that somebody wants to earn in a week: hers to set, for whatever reason, and nobody else's to read.

The rota is given hours alone: as many as that pays at her rate. What she looks at beside her work, the part about
benefits keeps apart from this, and neither is worked out from the other (decision records 0031 and 0039).
"""

from __future__ import annotations

import attrs

from alongside.api.values import BadInput, worded

LEAST, MOST = 1_00, 5_000_00
"""Pence a week between which a limit makes sense."""


@attrs.frozen(kw_only=True)
class OwnLimit:
    """The most that one person wants to earn in a week, in pence, in all cafés and at all her work together.

    Raises:
        BadInput: for an amount that is no limit.
    """

    id: str
    person: str
    pence: int = attrs.field()
    version: int = 1

    @pence.validator
    def _within(self, _: object, pence: int) -> None:
        if not LEAST <= pence <= MOST:
            raise BadInput(worded("cafe", "Write an amount from £1 to £5,000."), where="pence")


def minutes_for(pence: int, rate: int) -> int:
    """Return how many minutes of work pay no more than an amount, at a rate in pence an hour.

    Down to a whole minute: no wage of so many minutes, rounded up to a penny, is more than the amount.
    """
    return pence * 60 // rate
