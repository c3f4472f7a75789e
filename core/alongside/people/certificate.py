"""A certificate: what a person has been given, by whom, and until when it holds.

A certificate is never changed and never deleted: it runs out, or it is revoked with a reason, and a renewal is
a new one. Three days are kept apart, as they come from three places: ``last_day`` is what the issuer says,
``refresh_due`` is when learning it again is good practice, and ``until`` is what a rota goes by.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from hashlib import sha256

import attrs

from alongside.refusal import BadInput

NOTICE = timedelta(days=90)
"""How long before its last day a certificate is said to be running out: time enough to join a course."""

# Without I, L, O and U: nobody mistakes one for a digit, and no word comes about by chance.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 8


@attrs.frozen(kw_only=True)
class Certificate:
    """Given to a person by a part, a plugin or somebody outside (``awarded_by``).

    ``kind`` is what others ask for (``food_hygiene``), ``title`` what stands on the paper, ``serial`` what it is
    looked up by. It holds from ``first_day`` to ``last_day``, both included; None means that it does not run out.
    ``refresh_due`` is the day from which a refresher is advised. One that was revoked does not hold from
    ``revoked_on`` on. ``lapse_told`` is the day on which everybody was told that it had run out.

    Raises:
        BadInput: without kind or title, where it ends before it begins, is to be refreshed outside of its days, or
            is revoked without a reason.
    """

    id: str
    person: str
    kind: str
    title: str
    first_day: date
    last_day: date | None = None
    awarded_by: str
    serial: str = ""
    refresh_due: date | None = None
    revoked_on: date | None = None
    revoked_because: str = ""
    lapse_told: date | None = None
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        if not (self.kind.strip() and self.title.strip()):
            raise BadInput("the certificate has no kind or no title", remedy="Say what it is for.")
        if self.last_day is not None and self.last_day < self.first_day:
            found = f"the certificate ends on {self.last_day}, before it begins on {self.first_day}"
            raise BadInput(found, remedy="Give a last day on or after the first, or none.")
        if self.refresh_due is not None and not self._within(self.refresh_due):
            found = f"the certificate is to be refreshed on {self.refresh_due}, when it does not hold"
            raise BadInput(found, remedy="Give a day on which it holds, or none.")
        if self.revoked_on is not None and not self.revoked_because.strip():
            raise BadInput("the certificate is revoked without a reason", remedy="Say why.")

    def _within(self, day: date) -> bool:
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def holds(self, day: date) -> bool:
        """True if the certificate is good on the day."""
        return self._within(day) and (self.revoked_on is None or day < self.revoked_on)

    @property
    def until(self) -> date | None:
        """The last day on which a rota may count on it; None where there is no end."""
        ends = [self.last_day, self.revoked_on - timedelta(days=1) if self.revoked_on else None]
        return min((day for day in ends if day is not None), default=None)

    @property
    def reminder_day(self) -> date | None:
        """When its holder is reminded: as the refresh is due, else in time before its last day."""
        if self.refresh_due is not None or self.last_day is None:
            return self.refresh_due
        return max(self.last_day - NOTICE, self.first_day)

    def runs_out_soon(self, day: date) -> bool:
        """True if it is good on the day and will not be ``NOTICE`` later."""
        return self.holds(day) and self.last_day is not None and self.last_day < day + NOTICE


def newest_of_each_kind(certificates: Iterable[Certificate]) -> tuple[Certificate, ...]:
    """Return of each kind the one that holds longest: the others have been renewed by it, or were revoked."""
    newest: dict[str, Certificate] = {}
    for one in sorted(certificates, key=_by_end):
        newest[one.kind] = one
    return tuple(sorted(newest.values(), key=lambda one: (one.title, one.id)))


def _by_end(one: Certificate) -> tuple[date, date, str]:
    return one.until or date.max, one.first_day, one.id


def serial_of(id: str) -> str:  # noqa: A002 - what the column is called
    """Return the serial that goes with an id, such as ``7K2M-Q9XT``: short, and the id cannot be told from it."""
    number = int.from_bytes(sha256(id.encode()).digest()[:5], "big")
    return serial_typed("".join(_LETTERS[number >> 5 * place & 31] for place in range(_LENGTH)))


def serial_typed(text: str) -> str:
    """Return a serial as it is kept, from how somebody has typed it: ``7k2m q9xt`` is ``7K2M-Q9XT``."""
    alike = str.maketrans({"O": "0", "I": "1", "L": "1"})
    letters = "".join(letter for letter in text.upper().translate(alike) if letter in _LETTERS)
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def title_of(kind: str) -> str:
    """Return a kind as people read it: ``food_hygiene`` is “Food hygiene”."""
    return kind.replace("_", " ").strip().capitalize()
