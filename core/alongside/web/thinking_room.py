"""How much slow work goes on at once: each thread that thinks is one fewer for pages, and keeps a core busy.

Without this, twenty people who each ask for a paper would keep everybody else from every page.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from alongside.refusal import Refusal, worded

AT_ONCE = 2
"""Pieces of slow work at one time."""

WAITING = 12
"""As many wait for their turn; the server has 40 threads, so that most are left for pages."""

PATIENCE = 60.0
"""Seconds after which whoever waits is told to try again."""


class TooManyAtOnce(Refusal):
    """Too many people ask for slow work at this moment; nothing was done."""

    status = 503

    def __init__(self) -> None:
        super().__init__(worded("web", "Many people ask for this just now. Please try again in a minute."))


class ThinkingRoom:
    """Lets in so many at once; a few more wait for their turn, and everybody else is asked to come again."""

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING, patience: float = PATIENCE) -> None:
        self._chairs, self._all = threading.Semaphore(at_once), threading.Semaphore(at_once + waiting)
        self._patience = patience

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for one's turn, and give it up at the end.

        Raises:
            TooManyAtOnce: where too many wait already, or it takes too long.
        """
        if not self._all.acquire(blocking=False):
            raise TooManyAtOnce
        try:
            if not self._chairs.acquire(timeout=self._patience):
                raise TooManyAtOnce
            try:
                yield
            finally:
                self._chairs.release()
        finally:
            self._all.release()


ROOM = ThinkingRoom()
"""The room of this process: what it counts are its threads."""
