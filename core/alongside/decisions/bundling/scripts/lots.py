"""A lot orders everybody: each name gets SHA-256 of what was thrown, a slash and the name; smallest first."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from itertools import combinations
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


def every_way(run: Callable[..., Iterable[int]], same: Iterable[set[int]] = ()) -> set[frozenset[int]]:
    """All sets of winners that lots may lead to: at each tie each is tried, of those who are alike one for all."""
    found, seen, todo = set[frozenset[int]](), set[object](), [list[int]()]
    while todo:
        picks = todo.pop()
        try:
            found.add(frozenset(run(lambda *tied, left=[*picks]: left.pop(0) if left else stop(*tied))))
        except Tie as tie:
            others = {two for some in same for two in sorted(some.intersection(tie.args[0]))[1:]}
            todo += [[*picks, one] for one in tie.args[0] if one not in others and tie.args[1] not in seen]
            seen.add(tie.args[1])
    for some in same:
        found = {(one - some).union(more) for one in found for more in combinations(some, len(one & some))}
    return found
