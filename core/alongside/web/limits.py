"""How often one network address may ask: enough for a café of ten tablets, little for a program that guesses.

Each address has two buckets of tokens that fill up again by the second, one for all it asks and one for what
it sends. Nothing is written down: what is full again is forgotten.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

import attrs

from alongside.addresses import household
from alongside.web.arrival import Arrival, is_this_computer
from alongside.web.objections import Objection

PAGES_A_MINUTE = 600
FORMS_A_MINUTE = 120
"""A café has one address for all its tablets; a person sends a form every few seconds at the most."""

_OF_A_PAGE = 0.125
"""What a picture or a typeface costs, against a page: a page brings several, and browsers keep them."""

_MOST_ADDRESSES = 10_000

TOO_MANY = "Too many pages were asked for at once. {waiting}, then try again."
TOO_MANY_FORMS = "Too many forms were sent at once. Nothing was changed. {waiting}, then send it again."


@attrs.define
class _Bucket:
    """``left`` tokens at the moment ``at``; a minute fills it."""

    size: int
    at: float
    left: float = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.left = self.size

    def fill(self, now: float) -> None:
        self.left = min(self.size, self.left + (now - self.at) * self.size / 60)
        self.at = now

    def until(self, tokens: float) -> float:
        """Seconds until so many are in it."""
        return max(0.0, (tokens - self.left) * 60 / self.size)


class Limits:
    """Counts by network address. What came over no network is not counted.

    With ``spares_this_computer`` neither is what comes from the computer itself.
    """

    def __init__(self, *, spares_this_computer: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._spares_this_computer = spares_this_computer
        self._clock = clock
        self._buckets: dict[str, tuple[_Bucket, _Bucket]] = {}

    def objection(self, arrival: Arrival) -> Objection | None:
        """Count a request; return why it has to wait, or ``None``. One that has to wait costs nothing."""
        if self._is_spared(arrival.address):
            return None
        pages, forms = self._of(household(arrival.address))
        needed = [(pages, _OF_A_PAGE if arrival.path.startswith("/static/") else 1.0)]
        needed += [] if arrival.reads else [(forms, 1.0)]
        wait = math.ceil(max(bucket.until(tokens) for bucket, tokens in needed))
        if wait:
            return Objection(429, _sentence(arrival, wait), wait)
        for bucket, tokens in needed:
            bucket.left -= tokens
        return None

    def _is_spared(self, address: str) -> bool:
        return address == "" or (self._spares_this_computer and is_this_computer(address))

    def _of(self, household: str) -> tuple[_Bucket, _Bucket]:
        now = self._clock()
        # Taken out and put back: the dictionary stays in the order of use.
        pair = self._buckets.pop(household, None) or (_Bucket(PAGES_A_MINUTE, now), _Bucket(FORMS_A_MINUTE, now))
        self._buckets[household] = pair
        self._forget(now)
        for bucket in pair:
            bucket.fill(now)
        return pair

    def _forget(self, now: float) -> None:
        """Drop whoever has not asked for a minute, and whatever is too much to remember."""
        while len(self._buckets) > 1:
            first = next(iter(self._buckets))
            if len(self._buckets) <= _MOST_ADDRESSES and now - self._buckets[first][0].at < 60:
                return
            del self._buckets[first]


def _sentence(arrival: Arrival, wait: int) -> str:
    waiting = f"Wait {wait} second{'' if wait == 1 else 's'}"
    return (TOO_MANY if arrival.reads else TOO_MANY_FORMS).format(waiting=waiting)
