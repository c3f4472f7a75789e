"""Lots: a tie that the ballots cannot part is drawn so that everybody can draw it again.

The seed is stated with the result: what was thrown in the room, or else the ballots' own fingerprint. Each tied
candidate gets SHA-256 of ``seed/stage/number`` (``printf 'seed/3/2' | sha256sum``); the smallest is drawn.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import attrs


@attrs.frozen(kw_only=True)
class Lot:
    """One draw: at which stage, between whom (candidates' numbers), for what, and who was drawn."""

    stage: int
    tied: tuple[int, ...]
    purpose: str
    drawn: int


def draw(seed: str, stage: int, tied: Iterable[int], purpose: str) -> Lot:
    """Draw one of the tied candidates; the same seed, stage and numbers always draw the same one."""
    numbers = tuple(sorted(tied))
    drawn = min(numbers, key=lambda number: hashlib.sha256(f"{seed}/{stage}/{number}".encode()).digest())
    return Lot(stage=stage, tied=numbers, purpose=purpose, drawn=drawn)
