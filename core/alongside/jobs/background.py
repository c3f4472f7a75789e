"""Work beside the pages: a thread that begins soon after the start, comes back, and ends when it is told to."""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import TracebackType

from alongside.faults import noted

SOON = 3.0  # seconds after the start, when the first page has been shown
EVERY = 15 * 60.0
PATIENCE = 10.0
"""Seconds that the end waits for work going on. What is cut off after that is undone, as in any crash."""

Stopped = Callable[[], bool]


class Background:
    """Does ``work`` soon and then again and again, while it is entered.

    ``work`` gets a question, whether it should stop, to ask between its steps. What it raises is noted, and it has
    its next turn all the same.
    """

    def __init__(self, work: Callable[[Stopped], object], *, soon: float = SOON, every: float = EVERY) -> None:
        self._work = work
        self._waits = (soon, every)
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="the daily round", daemon=True)

    def __enter__(self) -> Background:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending.set()
        self._thread.join(PATIENCE)

    def _run(self) -> None:
        soon, every = self._waits
        wait = soon
        while not self._ending.wait(wait):
            wait = every
            try:
                self._work(self._ending.is_set)
            except Exception as fault:  # the next turn may go better
                noted(fault, "the work beside the pages")
