"""Lots: a tie that the ballots cannot part is drawn so that everybody can draw it again.

What was thrown in the room orders all options once and for all: each gets SHA-256 of the text, a slash and its
name (``printf '3 5 1/Ann Lee' | sha256sum``), and the smallest comes first. Whoever comes earlier in that order
has the better of every tie: is chosen, or passes her surplus on first; whoever comes last is excluded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

import attrs


@attrs.frozen(kw_only=True)
class Lot:
    """One draw: at which stage, between whom (candidates' numbers), for what, and who was drawn."""

    stage: int
    tied: tuple[int, ...]
    purpose: str
    drawn: int


def in_order(lot: str, numbers: Iterable[int], name: Callable[[int], str]) -> list[int]:
    """The candidates in the order of the lot; ``name`` says what each is called."""
    return sorted(numbers, key=lambda number: hashlib.sha256(f"{lot}/{name(number)}".encode()).digest())


def draw(
    lot: str, stage: int, tied: Iterable[int], purpose: str, name: Callable[[int], str], *, last: bool = False
) -> Lot:
    """Draw one of the tied candidates: the first in the order of the lot, or the ``last``."""
    order = in_order(lot, tied, name)
    return Lot(stage=stage, tied=tuple(sorted(order)), purpose=purpose, drawn=order[-1 if last else 0])
