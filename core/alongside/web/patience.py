"""Whoever connects has to say in time what is wanted, and one address may not hold every line.

Without this a single laptop on the Wi-Fi could open a thousand connections, say nothing on them, and nobody else
would come through.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

from alongside.web.arrival import is_this_computer, plain_address

FOR_THE_FIRST_WORDS = 20.0
"""Seconds for the head of a request; browsers send it at once."""

FOR_A_FORM = 300.0
"""Seconds for what is sent with it: a photo over a poor Wi-Fi takes a minute."""

MOST_LINES = 200
"""Connections of one address at a time: ten tablets behind one address hold six each."""


class ImpatientProtocol(H11Protocol):
    """One connection. This computer itself is trusted, and a proxy on it holds the lines of many."""

    held: ClassVar[Counter[str]] = Counter()

    _waits: float | None = None
    _hanging_up: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as theirs does
        """Take the call, unless this address holds too many lines."""
        super().connection_made(transport)
        self._caller = plain_address(self.client[0]) if self.client else ""
        self.held[self._caller] += 1
        if self.held[self._caller] > MOST_LINES and not is_this_computer(self._caller):
            transport.abort()
        else:
            self._watch()

    def data_received(self, data: bytes) -> None:
        """Listen, and look whether all was said."""
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        """Answered: until the next word the usual time for an idle connection runs."""
        super().on_response_complete()
        self._stop()

    def connection_lost(self, exc: Exception | None) -> None:
        """The line is free again."""
        self._stop()
        self.held[self._caller] -= 1
        if not self.held[self._caller]:
            del self.held[self._caller]
        super().connection_lost(exc)

    def _watch(self) -> None:
        """Let the time run that belongs to what is waited for; a word in between does not begin it anew."""
        waits = self._seconds()
        if waits == self._waits and self._hanging_up:
            return
        self._stop()
        if waits is not None and not self.transport.is_closing():
            self._waits, self._hanging_up = waits, self.loop.call_later(waits, self.transport.abort)

    def _seconds(self) -> float | None:
        """How long what is missing may take; ``None`` where nothing is and we are the ones to speak."""
        if self.cycle is None or self.cycle.response_complete:
            return FOR_THE_FIRST_WORDS
        return FOR_A_FORM if self.cycle.more_body else None

    def _stop(self) -> None:
        if self._hanging_up:
            self._hanging_up.cancel()
        self._waits = self._hanging_up = None
