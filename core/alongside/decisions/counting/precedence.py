"""What is settled so far about the order of a lot that nobody has thrown yet.

Following a tie both ways means supposing an order: first that Ann comes before Bo, then that Bo comes before Ann.
What was supposed once holds for the rest of that way, for one lot is thrown and orders everybody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import attrs

from alongside.decisions.counting.ballots import Contest
from alongside.decisions.counting.lots import in_order


@attrs.frozen
class Supposed:
    """Pairs of which the first comes before the second; whatever follows from two pairs is a pair as well.

    ``ranks`` is the whole order, where a lot was thrown.
    """

    pairs: frozenset[tuple[int, int]] = frozenset()
    ranks: Mapping[int, int] | None = None

    def may_be_first(self, tied: Collection[int]) -> list[int]:
        """Who of the tied may come first of them."""
        if self.ranks is not None:
            return [min(tied, key=self.ranks.__getitem__)]
        return [one for one in sorted(tied) if not any((other, one) in self.pairs for other in tied)]

    def first(self, one: int, tied: Iterable[int]) -> Supposed:
        """The same, and this one comes before all others of the tied."""
        new = {(one, other) for other in tied if other != one} - self.pairs
        if not new or self.ranks is not None:
            return self
        pairs = self.pairs | new
        # Whoever comes before this one comes before all after it: without that, a later tie could go in a circle.
        earlier = {one, *(before for before, after in pairs if after == one)}
        later = {other for _, other in new} | {after for before, after in pairs if (one, before) in new}
        return Supposed(pairs | {(before, after) for before in earlier for after in later})


def thrown(lot: str, contest: Contest) -> Supposed:
    """The order of a lot that was thrown; nothing is supposed without one."""
    if not lot:
        return Supposed()
    order = in_order(lot, contest.standing, contest.name)
    return Supposed(ranks={number: place for place, number in enumerate(order)})
