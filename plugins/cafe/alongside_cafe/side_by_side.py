"""Several searches at once: the solver lets go of the interpreter, so that threads keep processors busy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
AT_ONCE = 2
"""A café's machine is small. Whoever asks goes on with the first answers meanwhile, so there may be three."""


def side_by_side(asks: Iterable[Callable[[], T]]) -> Iterator[T]:
    """Yield the answers in the order of the questions, while later ones are still sought."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from pool.map(lambda ask: ask(), asks)
