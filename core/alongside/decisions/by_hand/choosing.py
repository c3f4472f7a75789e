"""Acts with marks and coins: who has a place, who is out, and whose cards move.

A name has at most the marks In, Out and Moved. A coin lies on names that are being looked at.
"""

from __future__ import annotations

from enum import Enum

import attrs

from alongside.decisions.by_hand.acts import Act


class Mark(Enum):
    """What a name is marked with."""

    IN = "In"
    OUT = "Out"
    MOVED = "Moved"


@attrs.frozen
class MarkEnough(Act):
    """Mark each name without a mark In that has at least what stands in a ``box``."""

    box: str


@attrs.frozen
class IfFull(Act):
    """Where as many names are marked In as there are ``places``, go to a step."""

    places: int
    go: str


@attrs.frozen
class IfNoMoreLeft(Act):
    """Where no more names are without a mark than places are free, mark them all In and go to a step."""

    places: int
    go: str


@attrs.frozen
class IfSpare(Act):
    """Where a name marked In and not Moved has more than stands in a ``box``, go to a step; else to another."""

    box: str
    go: str
    other: str


@attrs.frozen
class CoinOnMost(Act):
    """Lay a coin on each name that has the most votes, of those that are In, not Moved, and above a ``box``.

    Without a box: of those without a mark.
    """

    box: str = ""


@attrs.frozen
class CoinOnFewest(Act):
    """Lay a coin on each name that has the fewest votes, of those without a mark."""


@attrs.frozen
class LookBack(Act):
    """Where several coins lie: stage by stage back, leave coins on those with the ``most``, or else the fewest."""

    most: bool


@attrs.frozen
class ByLot(Act):
    """Where several coins lie: leave one on the ``first``, or else the last of them in the order of the lot."""

    first: bool


@attrs.frozen
class MarkCoin(Act):
    """Mark the name with the coin."""

    mark: Mark
    go: str = ""


@attrs.frozen
class IfNone(Act):
    """Where the names with a coin have nothing, go to a step."""

    go: str


@attrs.frozen
class MarkIfRoom(Act):
    """Where places are free for all names with a coin, mark them In and take the coins away; else go to a step."""

    places: int
    other: str


@attrs.frozen
class IfMore(Act):
    """Where places are free and names are without a mark, go to a step; else to another."""

    places: int
    go: str
    other: str


@attrs.frozen
class MarkByLot(Act):
    """Mark names with a coin In, in the order of the lot, until no place is free."""

    places: int


@attrs.frozen
class Carried(Act):
    """Of some names, mark the one In that has at least what stands in a ``box``."""

    of: tuple[str, ...]
    box: str
