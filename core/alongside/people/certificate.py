"""A certificate: what a person has been given, by whom, and until when it holds."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from alongside.refusal import BadInput

NOTICE = timedelta(days=90)
"""How long before its last day a certificate is said to be running out: time enough to join a course."""


@attrs.frozen(kw_only=True)
class Certificate:
    """Given to a person by a part, a plugin or somebody outside (``awarded_by``).

    ``kind`` is what others ask for (``food_hygiene``), ``title`` what stands on the paper. It holds from
    ``first_day`` to ``last_day``, both included; None means that it does not run out.

    Raises:
        BadInput: without kind or title, or where it ends before it begins.
    """

    id: str
    person: str
    kind: str
    title: str
    first_day: date
    last_day: date | None = None
    awarded_by: str
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        if not (self.kind.strip() and self.title.strip()):
            raise BadInput("the certificate has no kind or no title", remedy="Say what it is for.")
        if self.last_day is not None and self.last_day < self.first_day:
            found = f"the certificate ends on {self.last_day}, before it begins on {self.first_day}"
            raise BadInput(found, remedy="Give a last day on or after the first, or none.")

    def holds(self, day: date) -> bool:
        """True if the certificate is good on the day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def runs_out_soon(self, day: date) -> bool:
        """True if it is good on the day and will not be ``NOTICE`` later."""
        return self.holds(day) and self.last_day is not None and self.last_day < day + NOTICE


def title_of(kind: str) -> str:
    """Return a kind as people read it: ``food_hygiene`` is “Food hygiene”."""
    return kind.replace("_", " ").strip().capitalize()
