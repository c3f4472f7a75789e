"""A way in that works once: a link that was mailed or printed, or the half that a password alone has opened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import Enum

import attrs


class Purpose(Enum):
    """What it is for."""

    MAIL = "mail"  # a link that was mailed
    SCREEN = "screen"  # a link that whoever holds the enterprise's folder had printed on the screen
    SECOND_STEP = "second_step"  # the password was right; the code is still to come


LASTS: Mapping[Purpose, timedelta] = {
    Purpose.MAIL: timedelta(minutes=15),
    Purpose.SCREEN: timedelta(hours=12),
    Purpose.SECOND_STEP: timedelta(minutes=5),
}
"""How long each works. A mail may take minutes to arrive; it is read by others the longer it lies about."""


@attrs.frozen(kw_only=True)
class OneTime:
    """``seal`` is a digest of its secret, which is kept nowhere; ``browser`` stands for the one it works in.

    A ``browser`` of None works in any: whoever had it printed may carry it to another. Instants are UTC.
    """

    id: str
    seal: str
    purpose: Purpose
    person: str
    browser: str | None = None
    made: datetime
    spent: datetime | None = None
    version: int = 1

    def works(self, now: datetime) -> bool:
        """True until it is spent or too old."""
        return self.spent is None and self.made <= now < self.made + LASTS[self.purpose]

    def works_in(self, browser: str) -> bool:
        """True for the browser that asked for it."""
        return self.browser is None or self.browser == browser
