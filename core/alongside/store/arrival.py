"""Writing in order of arrival: one writer at a time on one SQLite file, first come, first served.

Threads of one process stand in a queue; processes take turns by a lock file beside the database. Without
the queue the slowest of eight writers waited four seconds, as SQLite hands its lock to anyone.
"""

from __future__ import annotations

import fcntl
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Queue:
    """A lock that threads get in the order in which they asked."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._taken = False

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for one's turn and hold it."""
        mine = threading.Event()
        with self._guard:
            if self._taken:
                self._waiting.append(mine)
            else:
                self._taken = True
                mine.set()
        mine.wait()
        try:
            yield
        finally:
            with self._guard:
                if self._waiting:
                    self._waiting.popleft().set()
                else:
                    self._taken = False


class Arrival:
    """The turns of all threads and processes that write to one database file."""

    def __init__(self, lock_file: Path) -> None:
        self._path = lock_file
        self._queue = Queue()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the file's turn to write; it ends with the process, however that ends."""
        with self._queue.turn(), self._path.open("a") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
