"""A supporter: somebody whom a person has chosen to be beside her, from a day until a day."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from alongside.refusal import BadInput, worded

USUAL = timedelta(days=365)
"""How long a choice lasts where she says nothing else: a year, then she is asked again."""

LONGEST = timedelta(days=3 * 366)

NOTICE = timedelta(days=28)
"""How long before its last day she is told that a choice ends."""


@attrs.frozen(kw_only=True)
class ChosenSupporter:
    """``supporter`` supports ``person``, who chose that; both days are included.

    A choice always has an end, so that nobody supports somebody for ever because it was forgotten. One that was
    taken back ends with the day before.

    ``starts_visits`` where she herself has said that this supporter may come in with her, by an act of the
    supporter's: by choosing her, or later. What others note down for her gives no right to that.

    Raises:
        BadInput: for oneself, or for more than three years.
    """

    id: str
    person: str
    supporter: str
    first_day: date
    last_day: date
    starts_visits: bool = False
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        if self.person == self.supporter:
            raise BadInput(worded("people", "Nobody is her own supporter. Choose somebody else."))
        if self.last_day - self.first_day > LONGEST:
            raise BadInput(
                worded("people", "A supporter is chosen for three years at the most. Choose an earlier end.")
            )

    def holds(self, day: date) -> bool:
        """True if she is supported by this choice on the day. One ended before it began never holds."""
        return self.first_day <= day <= self.last_day
