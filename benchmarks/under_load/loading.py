"""A steady load: pages are asked for when they are due, whether or not those before have come."""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import attrs

from .visiting import Visitor, Where

RATE = 20
"""Requests a second."""

PATIENCE = 60
"""Seconds after which a load that has not ended is given up."""


@attrs.frozen
class Site:
    """A served application as one visitor sees it."""

    where: Where
    cookies: dict[str, str] = attrs.field(factory=dict)
    spare: queue.SimpleQueue = attrs.field(factory=queue.SimpleQueue)

    def get(self, path: str) -> int:
        """Ask for a page by a connection that is free, and return the status."""
        try:
            browser = self.spare.get_nowait()
        except queue.Empty:
            browser = Visitor(self.where, self.cookies)
        status = browser.get(path).status
        self.spare.put(browser)
        return status


@attrs.frozen
class Asked:
    """One request: at which site, for what, and the seconds from when it was due until all of it was there."""

    site: str
    path: str
    seconds: float
    status: int


def load(sites: dict[str, tuple[Site, Sequence[str]]], seconds: float) -> list[Asked]:
    """Ask each site for its paths in turn, 20 times a second each, all at the same time.

    A page's time counts from when it was due, so that a server which stalls is not asked less.
    """
    done: list[Asked] = []
    stop = threading.Event()

    def one(name: str, site: Site, path: str, due: float) -> None:
        if not stop.is_set():
            status = site.get(path)
            done.append(Asked(name, path, time.perf_counter() - due, status))

    began = time.perf_counter() + 0.05
    threads = ThreadPoolExecutor(24)
    try:
        for turn in range(int(RATE * seconds)):
            for place, (name, (site, paths)) in enumerate(sites.items()):
                due = began + (turn + place / len(sites)) / RATE
                time.sleep(max(0.0, due - time.perf_counter()))
                threads.submit(one, name, site, paths[turn % len(paths)], due)
        threads.shutdown(wait=True)
    finally:
        stop.set()
        threads.shutdown(wait=False, cancel_futures=True)
    return done


def within(times: Sequence[float], share: float) -> float:
    """Return the milliseconds within which that share of them came."""
    ordered = sorted(times)
    return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def figures(times: Sequence[float]) -> str:
    """Return p50, p95, p99 and the slowest, in words."""
    told = "  ".join(f"p{share} {within(times, share / 100):5.0f}" for share in (50, 95, 99))
    return f"{told}  slowest {1000 * max(times):5.0f} ms"


def busyness() -> str:
    """Return how busy the machine is."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
