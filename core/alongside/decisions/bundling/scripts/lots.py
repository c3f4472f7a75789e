"""A lot orders everybody: each name gets SHA-256 of what was thrown, a slash and the name; smallest first."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Any

from alongside.decisions.bundling.scripts.vote import Vote


class Tie(Exception):
    """Only a lot can say who of these is next; all that the rest of the count hangs on comes with them."""


def stop(tied: Iterable[int], state: object, *_: Any) -> int:
    """Stop at a tie."""
    raise Tie(sorted(tied), state)


def in_order(lot: str, numbers: Iterable[int], vote: Vote) -> list[int]:
    """These candidates in the order of the lot."""
    return sorted(numbers, key=lambda one: hashlib.sha256(f"{lot}/{vote.names[one - 1]}".encode()).digest())


def every_way(run: Callable[..., Iterable[int]]) -> set[frozenset[int]]:
    """All sets of winners that lots may lead to: at each tie the count is made again with each of the tied."""
    found, seen, todo = set[frozenset[int]](), set[object](), [list[int]()]
    while todo:
        picks = todo.pop()
        try:
            found.add(frozenset(run(lambda *tied, left=[*picks]: left.pop(0) if left else stop(*tied))))
        except Tie as tie:
            # Two ways that have come to the same point go on alike.
            todo += [[*picks, one] for one in tie.args[0]] if tie.args[1] not in seen else []
            seen.add(tie.args[1])
    return found
