"""Forms that were sent and done: the same form sent once more does nothing, and leads where the first one led.

What counts as the same is the whole of what was sent, mark and all, to the same address. The note is written in
the unit that does the work; so it is kept or undone with it, and of two at the same time the second finds it.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta

from alongside.display import Said as _
from alongside.store import Unit
from alongside.web.asked import Asked
from alongside.web.sent_form import SentForm
from alongside.web.tables import SENT, sent

DONE_BEFORE = _("This was done before. Nothing was done twice.")

KEPT = timedelta(days=2)
"""How long it is known that a form was done: a page that is older is opened anew."""


def led_to(unit: Unit, asked: Asked) -> str | None:
    """Return where this very form led when it was done before; ``None`` where it was not."""
    found = unit.find(SENT, sent.c.id == _digest(asked))
    return found[0].went_to if found else None


def note(unit: Unit, asked: Asked, went_to: str) -> None:
    """Note that this form is done.

    Raises:
        Guarded: where somebody has just done the same.
    """
    unit.add(SENT, SentForm(id=_digest(asked), went_to=went_to, at=unit.now))


def forget_old(unit: Unit) -> None:
    """Forget forms that were done long ago."""
    for old in unit.find(SENT, sent.c.at < unit.now - KEPT):
        unit.remove(SENT, old)


def _digest(asked: Asked) -> str:
    return hashlib.sha256(asked.here.encode() + b"\0" + asked.what_was_sent).hexdigest()
