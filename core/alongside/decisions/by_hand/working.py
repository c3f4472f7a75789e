"""Acts with figures: what the writer works out into a box, or into the next stage of the sheet."""

from __future__ import annotations

import attrs

from alongside.decisions.by_hand.acts import Act


@attrs.frozen
class CheckHeaps(Act):
    """See that the stage adds up to what stands in a ``box``."""

    box: str


@attrs.frozen
class Work(Act):
    """Work out ``left`` ``sign`` ``right`` into a ``box``. What comes after the point is left out, or ``up``ped.

    Either side is a box or a whole number.
    """

    box: str
    left: str | int
    sign: str
    right: str | int
    up: bool = False


@attrs.frozen
class AtLeast(Act):
    """Where less than ``least`` stands in a ``box``, write ``least`` there."""

    box: str
    least: int


@attrs.frozen
class Spare(Act):
    """Take what stands in ``enough`` away from the votes of the name with the coin, into a ``box``."""

    enough: str
    box: str


@attrs.frozen
class NewLetters(Act):
    """For each letter on the cards of the name with the coin, find the next free letter and what it is worth.

    That is what stands in a ``box``, times what the letter is worth, divided by the votes of the name; five
    decimals, and the rest left out.
    """

    box: str


@attrs.frozen
class WorthCame(Act):
    """Work out what the cards that came to each name are worth together."""


@attrs.frozen
class NowOfCoin(Act):
    """Begin a new stage: the name with the coin has what stands in ``enough`` if it is In, and 0 if it is Out."""

    enough: str


@attrs.frozen
class AddUp(Act):
    """For each other name, add what came to what it had; the same for those that have no next choice."""


@attrs.frozen
class LeftOut(Act):
    """Take all of the stage away from what is in a ``box``: lost by cutting, and ``below`` a little."""

    box: str
    below: str


@attrs.frozen
class SumUp(Act):
    """Add up what some names have, into a ``box``."""

    of: tuple[str, ...]
    box: str
