"""Objections: why members do not consent to a proposal, and what others found when they looked at the reasons."""

from __future__ import annotations

from datetime import date

import attrs


@attrs.frozen(kw_only=True)
class Objection:
    """One reason, as it was opened at the count; numbers follow the words, and tell nothing of who wrote them.

    ``person`` is the one who objects in an open vote, and nobody in any other. ``upheld`` is None until two people
    other than the proposer have looked at it: ``looked_by`` and ``looked_with`` found, on that ``day``, that it
    holds or not, and their ``answer`` says why. A paper ballot may leave the reason out.
    """

    id: str
    proposal: str
    number: int
    person: str | None
    reason: str
    upheld: bool | None = None
    answer: str = ""
    looked_by: str | None = None
    looked_with: str | None = None
    day: date | None = None
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Whoever looked at it has answered on a day."""
        if (self.upheld is None) != (self.day is None) or (self.upheld is None) != (not self.answer):
            raise ValueError("an objection was looked at without an answer or a day, or the other way round")
