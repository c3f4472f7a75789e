"""The break that a long shift gets where nobody says another: one with which everybody may have the shift."""

from __future__ import annotations

import attrs

from .pattern import ShiftTemplate
from .rules import Limits


@attrs.frozen(kw_only=True)
class UsualBreak:
    """A break of ``length`` minutes in a shift of more than ``after`` minutes, none in a shorter one."""

    after: int
    length: int

    def of(self, minutes: int) -> int:
        """Return the break of a shift of so many minutes."""
        return self.length if minutes > self.after else 0

    def into(self, template: ShiftTemplate, said: int | None = None) -> ShiftTemplate:
        """Return a shift with the break that was said for it, else with the usual one.

        Raises:
            BadInput: for a break that leaves no work.
        """
        return attrs.evolve(template, break_minutes=self.of(template.minutes) if said is None else said)


def usual_break(limits: Limits) -> UsualBreak:
    """Return what the strictest of the limits asks for.

    It is the same whoever works here: a break that hung on their ages would tell them.
    """
    asked = [one for one in (limits.adults, limits.under_18) if one.break_after is not None]
    return UsualBreak(
        after=min((one.break_after or 0 for one in asked), default=24 * 60),
        length=max((one.break_length for one in asked), default=0),
    )
