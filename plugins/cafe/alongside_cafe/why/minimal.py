"""Making a set of rules in conflict as small as it can be: leave one out, ask again, and keep what is needed.

The oracle answers whether some rules can all hold: True, False, or None where it did not find out in time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
Oracle = Callable[[frozenset[T]], bool | None]


def smallest(rules: Sequence[T], can_hold: Oracle[T]) -> tuple[tuple[T, ...], bool]:
    """Return rules in conflict of which none can be left out, and whether that is proven of each.

    What stands first is left out first, so the last ones stay where there is a choice. A rule about which the
    oracle finds nothing out in time stays, and then nothing is proven.

    The one pass is proof enough: what was needed in a larger set is needed in every smaller one.
    """
    left, proven = list(rules), True
    for one in rules:
        without = [other for other in left if other != one]
        answer = can_hold(frozenset(without))
        if answer is False:
            left = without
        elif answer is None:
            proven = False
    return tuple(left), proven
