"""A second condition beside the quorum: how many of all who may vote have to be for what is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction

import attrs

from alongside.decisions.ballot import BallotKind
from alongside.decisions.vote_rule import Found, VoteRule
from alongside.refusal import BadInput


class YesShare(Enum):
    """A share of all who may vote, those too who do not take part."""

    QUARTER = "quarter"
    THIRD = "third"
    HALF = "half"
    TWO_THIRDS = "two-thirds"


SHARES: Mapping[YesShare, Fraction] = {
    YesShare.QUARTER: Fraction(1, 4),
    YesShare.THIRD: Fraction(1, 3),
    YesShare.HALF: Fraction(1, 2),
    YesShare.TWO_THIRDS: Fraction(2, 3),
}

ASKED_OF = frozenset({BallotKind.ONE, BallotKind.CONSENT})
"""Ballots by which each voter says one thing: those who are for it are held against all who may vote."""


def check_share(share: YesShare | None, how: VoteRule) -> None:
    """Refuse a share where voters say more than one thing each."""
    if share and how.ballot not in ASKED_OF:
        found = f"a share of all who may vote cannot be asked for by the rule “{how.name}”"
        raise BadInput(found, remedy="Leave it out, or ask for one answer, or for consent.")


def needed(share: YesShare, on_roll: int) -> int:
    """Return how many have to be for it, of so many on the roll: the share, or the next whole number above it."""
    return -(-SHARES[share] * on_roll // 1)


def met(found: Found, least: int) -> bool | None:
    """Say whether enough are for what was found; None where nothing was. Of a consent, those who agree count."""
    chosen = found.winners or (tuple(found.votes)[:1] if found.waits else ())
    return found.votes[chosen[0]] >= least if len(chosen) == 1 else None


def held(found: Found, least: int) -> Found:
    """Return what was found, and nothing chosen where too few are for it."""
    return attrs.evolve(found, winners=(), tied=(), drawn=(), waits=False) if met(found, least) is False else found


def share_named(name: str) -> YesShare:
    """Return the share of that name.

    Raises:
        BadInput: where there is none; the sentence names all of them.
    """
    if name not in {share.value for share in YesShare}:
        names = ", ".join(share.value for share in YesShare)
        raise BadInput(f"there is no share “{name}” of all who may vote", remedy=f"The shares are {names}.")
    return YesShare(name)
