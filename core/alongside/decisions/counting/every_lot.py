"""Every way that lots can fall in a count: which sets of winners are possible, found by following all of them.

Ways that meet again at the same state of the table are followed once, so what costs is not how many orders there
are but how many different states they lead to.
"""

from __future__ import annotations

from typing import Protocol, TypeVar

from alongside.decisions.counting.rule import too_many

MOST_STATES = 10_000
"""More states than this are not followed: the tie is refused, and a lot asked for."""

T = TypeVar("T", bound="Counting")


class Counting(Protocol):
    """A count under way that stops wherever a lot is needed."""

    @property
    def winners(self) -> tuple[int, ...]:
        """Who is elected so far."""

    def until_a_lot(self) -> frozenset[int]:
        """Go on until a lot is needed, and say between whom; nobody where the count is over."""

    def go_on(self, giver: int) -> None:
        """Go on with the one whom the lot names."""

    def copy(self: T) -> T:
        """The same count, which may go on in another way."""

    def worth_trying(self, tied: frozenset[int]) -> frozenset[int]:
        """Of the tied, those whose turn can make a difference."""

    def state(self) -> object:
        """All that what comes next depends on; two counts with equal states end alike."""


def possible_winners(stopped: T, between: frozenset[int], where: str = "") -> list[frozenset[int]]:
    """Every set of winners that lots may lead to, from a count that a tie ``between`` some has stopped.

    Raises:
        BadInput: where there are too many ways to follow.
    """
    found: set[frozenset[int]] = set()
    seen: set[object] = set()
    todo = [(stopped, between)]
    while todo:
        table, tied = todo.pop()
        if not tied:
            found.add(frozenset(table.winners))
        for one in table.worth_trying(tied) if tied else ():
            other = table.copy()
            other.go_on(one)
            rest = other.until_a_lot()
            if (state := other.state()) not in seen:
                seen.add(state)
                todo.append((other, rest))
            if len(seen) > MOST_STATES:
                raise too_many("ties can be drawn in too many ways to follow them all", where)
    return sorted(found, key=sorted)
