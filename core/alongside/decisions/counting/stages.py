"""The record of a count in stages: what moved, how everybody stood, who was elected or excluded.

Votes are whole hundred-thousandths; candidates are known by their number.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from alongside.decisions.counting.ballots import Election
from alongside.decisions.counting.lots import Lot

ONE_VOTE = 100_000


@attrs.frozen(kw_only=True)
class Transfer:
    """What a stage moved: the surplus of somebody elected, or all votes of somebody excluded."""

    giver: int
    kind: str
    votes: int


@attrs.frozen(kw_only=True)
class Stage:
    """How things stood at the end of a stage; votes in hundred-thousandths, candidates by number.

    ``excluded`` is who this stage's figures exclude: their votes move in the next stage, as in the official
    record sheets. ``non_transferable`` and ``rounding_loss`` are running totals.
    """

    number: int
    transfer: Transfer | None
    votes: Mapping[int, int]
    elected: tuple[int, ...]
    excluded: tuple[int, ...]
    non_transferable: int
    rounding_loss: int


@attrs.frozen(kw_only=True)
class Count:
    """A finished count, and all it takes to count again: the election, the seed of its lots, every stage."""

    rule: str
    election: Election
    valid_votes: int
    quota: int
    stages: tuple[Stage, ...]
    lots: tuple[Lot, ...]
    seed: str

    @property
    def winners(self) -> tuple[int, ...]:
        """Who is elected, in the order they were."""
        return tuple(number for stage in self.stages for number in stage.elected)


def said(votes: int) -> str:
    """Hundred-thousandths as votes with five decimals: ``299.00000``."""
    return f"{votes // ONE_VOTE}.{votes % ONE_VOTE:05d}"
