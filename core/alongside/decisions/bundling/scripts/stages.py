"""Counts in stages that a tie may stop."""

from __future__ import annotations

import contextlib
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import takewhile
from typing import Any

from alongside.decisions.bundling.scripts.lots import Tie, every_way, in_order, stop
from alongside.decisions.bundling.scripts.vote import Vote


def certain(vote: Vote) -> Counter[tuple[int, ...]]:
    """The order on each ballot: a rank left empty is passed over, and one that several share ends it."""
    orders: Counter[tuple[int, ...]] = Counter()
    for said, many in vote.ballots.items():
        orders[tuple(one for place in takewhile(lambda place: len(place) < 2, said) for one in place)] += many
    del orders[()]
    return orders


def parted(tied: Iterable[int], rows: Iterable[dict[int, int]], end: Callable[..., int]) -> set[int]:
    """Those at one end, by the first row that parts them."""
    left = set(tied)
    for row in rows:
        left = {one for one in left if row[one] == end(row[two] for two in left)}
    return left


def settled(vote: Vote, asked: dict[str, Any], run: Callable[..., Iterable[int]]) -> Any:
    """Every possible set of winners, and the sheets of the count as far as no lot matters to who is chosen."""
    sheets, named = list[Any](), Counter(one for said in vote.ballots for place in said for one in place)
    alone = {one: vote.ballots[frozenset({one}),] for one in vote.standing}
    same = [{one for one in alone if alone[one] == at and named[one] == bool(at)} for at in set(alone.values())]
    if not asked["lot"] and len(possible := every_way(lambda pick: run(pick, []), same)) > 1:
        with contextlib.suppress(Tie):
            run(stop, sheets)
        return possible, sheets
    orders = (f"{many} {' '.join(map(str, order))}" for order, many in sorted(certain(vote).items()))
    seed = asked["lot"] or hashlib.sha256("\n".join([str(asked["seats"]), *orders]).encode()).hexdigest()[:16]
    chosen = run(lambda tied, _, last: in_order(seed, tied, vote)[-1 if last else 0], sheets)
    return {frozenset(chosen)}, sheets
