"""A session: one person is here in one browser, from coming in until leaving."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from enum import Enum

import attrs


class Way(Enum):
    """How somebody came in."""

    DEMO = "demo"  # looks around as one of a demo's invented people
    SET_UP = "set_up"  # has just set the enterprise up
    CARD = "card"  # has shown a card
    MAIL = "mail"  # a link that was mailed to her
    SCREEN = "screen"  # a link that whoever holds the enterprise's folder had printed on the screen
    PASSWORD = "password"  # noqa: S105 - a password and a second step
    SUPPORTER = "supporter"  # a supporter whom she chose has started the visit, and is beside her
    PASSKEY = "passkey"  # a key that her phone or computer keeps


FORMER_WORKS = timedelta(seconds=60)
"""For how long a secret still works after the browser was given another one."""

STAYS = timedelta(days=30)
"""For how long a browser of one's own stays signed in (its cookie says the same)."""

STAYS_BY_CARD = timedelta(days=90)
"""The same, where somebody came in with her card on a telephone of her own: nobody has to find it every month."""


STAYS_WITH_A_HELPER = timedelta(hours=12)
"""The same, where a supporter has started the visit: it never outlasts the day."""


@attrs.frozen(kw_only=True)
class Session:
    """``person`` is here, and ``helper`` beside her where somebody came in with her.

    ``seal`` is a digest of the secret that the browser holds; the secret itself is kept nowhere. Instants are
    UTC; ``ended`` is None while it goes on. ``card`` is the one that was shown, ``device`` the one of ours it was
    shown to; on a ``shared`` one somebody else comes next.

    What she may do has changed at ``turn_asked``: the browser is to be given another secret. That was done at
    ``turned``, and the ``former`` one still works for moments, as pages may be on their way.
    """

    id: str
    seal: str
    person: str
    helper: str | None = None
    way: Way
    begun: datetime
    ended: datetime | None = None
    shared: bool = False
    card: str | None = None
    device: str | None = None
    turn_asked: datetime | None = None
    former: str | None = attrs.field(default=None, repr=False)
    turned: datetime | None = None
    version: int = 1

    @property
    def until(self) -> datetime:
        """The instant at which it ends by itself."""
        return self.begun + _STAYS.get(self.way, STAYS)

    @property
    def turn_due(self) -> bool:
        """True if the browser is to be given another secret."""
        return self.turn_asked is not None and (self.turned is None or self.turned < self.turn_asked)


_STAYS = {Way.CARD: STAYS_BY_CARD, Way.SUPPORTER: STAYS_WITH_A_HELPER}


def new_token() -> str:
    """Return the secret of a new session."""
    return secrets.token_urlsafe(32)


def seal_of(token: str) -> str:
    """Return what is kept of a session's secret: from it nobody can work out the secret."""
    return hashlib.sha256(f"session:{token}".encode()).hexdigest()
