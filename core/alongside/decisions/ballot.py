"""Ballots: what one person says in a vote, and the one text in which it is sealed.

A ballot holds the keys of options: one of them, all that were ticked, or several in order of preference.
"""

from __future__ import annotations

import hashlib
from enum import Enum

import attrs

ABSTAIN = "abstain"
"""The choice of taking part and choosing none; it counts towards the quorum, never in the share."""

_BETWEEN = ","


class BallotKind(Enum):
    """What a ballot asks for."""

    ONE = "one"  # one answer
    TICKS = "ticks"  # every answer one could live with
    RANKS = "ranks"  # answers in order of preference


@attrs.frozen
class Ballot:
    """What one person chose, without her: keys of options, or ``ABSTAIN`` alone."""

    keys: tuple[str, ...]

    @property
    def abstains(self) -> bool:
        """True if she takes part and chooses none."""
        return self.keys == (ABSTAIN,)

    @property
    def text(self) -> str:
        """The ballot as it is sealed."""
        return _BETWEEN.join(self.keys)

    @classmethod
    def of(cls, text: str) -> Ballot:
        """Read a ballot that was unsealed."""
        return cls(tuple(text.split(_BETWEEN)))

    def fits(self, kind: BallotKind, options: tuple[str, ...]) -> bool:
        """True if it says what is asked for: something, nothing twice, and of the options alone."""
        if self.abstains:
            return True
        at_most = 1 if kind is BallotKind.ONE else len(options)
        known = set(self.keys) <= set(options)
        return known and len(set(self.keys)) == len(self.keys) and 1 <= len(self.keys) <= at_most

    def in_order_of(self, options: tuple[str, ...]) -> Ballot:
        """Return it with ticks in the order of the paper, so that equal ballots are equal texts."""
        return Ballot(tuple(sorted(self.keys, key=options.index))) if not self.abstains else self


def drawn_order(keys: tuple[str, ...], seed: str) -> tuple[str, ...]:
    """Return keys in an order drawn from ``seed``, so that nobody always stands first on the paper."""
    return tuple(sorted(keys, key=lambda key: hashlib.sha256(f"{seed}/{key}".encode()).digest()))
