"""A closure: a day on which the café is closed, so that no shift of the week falls on it."""

from __future__ import annotations

from datetime import date

import attrs

from alongside.api.values import BadInput, worded

LONGEST = 60
"""Letters of the words beside a day: they stand over a column of the rota."""


@attrs.frozen(kw_only=True)
class Closure:
    """A day on which a café is closed, and in a few words why: everybody reads them.

    What happens once on that day all the same (a party, a cleaning day) is a one-off shift, and stays.

    Raises:
        BadInput: where the words are more than fit over a column.
    """

    id: str
    business: str
    day: date
    words: str = attrs.field(default="")
    version: int = 1

    @words.validator
    def _fit(self, _: object, words: str) -> None:
        if len(words) > LONGEST:
            raise BadInput(worded("cafe", "This is long. Write at most {most} letters.", most=LONGEST))
