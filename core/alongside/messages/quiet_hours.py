"""Quiet hours: when somebody is not rung and gets no mail. What there is to tell waits until they are over."""

from __future__ import annotations

from datetime import time

import attrs


@attrs.frozen(kw_only=True)
class QuietHours:
    """From ``since`` to ``until``, as clocks show it where the enterprise is; the same twice means never.

    ``since`` belongs to them and ``until`` does not. They may go over midnight. ``chosen`` is false for the usual
    hours of somebody who has said nothing: nobody rings her then, and mail, which wakes nobody up, still goes.
    """

    id: str = ""
    person: str
    since: time = time(20)
    until: time = time(8)
    version: int = 1

    @property
    def chosen(self) -> bool:
        """True if she has said so herself."""
        return bool(self.id)

    def hold(self, clock: time) -> bool:
        """Return whether this time of day is in them."""
        if self.since <= self.until:
            return self.since <= clock < self.until
        return clock >= self.since or clock < self.until
