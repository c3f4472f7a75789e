"""Counts written from the rules' texts alone, plainly and with other arithmetic, to hold the program's against.

Nothing here is taken from the program: answers are looked at one by one and shares are fractions; Meek's rule is
worked in decimals as its text goes, and every lot is tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_DOWN, ROUND_UP, Context, Decimal
from fractions import Fraction

SHARES = {"two-thirds": Fraction(2, 3), "three-quarters": Fraction(3, 4)}


def carried(rule: str, said: Sequence[str]) -> bool:
    """Whether a proposal is carried, by the answers one by one."""
    if rule == "consent":
        return "yes" in said and "upheld-objection" not in said
    cast = [one for one in said if one in ("yes", "no")]
    share = Fraction(cast.count("yes"), len(cast)) if cast else Fraction(0)
    return share > Fraction(1, 2) if rule == "majority" else share >= SHARES[rule]


UP, DOWN = (Context(prec=40, rounding=way) for way in (ROUND_UP, ROUND_DOWN))
NINE, OMEGA = Decimal("0.000000001"), Decimal("0.000001")

Ballots = Sequence[tuple[int, Sequence[int]]]
Votes = Mapping[int, Decimal]


def meek(candidates: int, seats: int, ballots: Ballots) -> set[frozenset[int]]:
    """Every set of winners by the Reference Meek Rule of the Proportional Representation Foundation."""
    hopeful = frozenset(range(1, candidates + 1))
    return set(_round(seats, ballots, hopeful, (), dict.fromkeys(hopeful, Decimal(1)), []))


def _round(
    seats: int,
    ballots: Ballots,
    hopeful: frozenset[int],
    elected: tuple[int, ...],
    keep: dict[int, Decimal],
    earlier: list[Votes],
) -> Iterator[frozenset[int]]:
    """Step B of the rule; where several are lowest, and no earlier round has one behind, each goes once."""
    if len(elected) >= seats or len(elected) + len(hopeful) <= seats:
        yield frozenset(elected) if len(elected) >= seats else frozenset((*elected, *hopeful))
        return
    keep, last = dict(keep), Decimal("Infinity")
    while True:
        votes = _distributed(ballots, keep)
        quota = (sum(votes.values()) / (seats + 1)).quantize(NINE, ROUND_DOWN) + NINE
        new = tuple(one for one in hopeful if votes[one] >= quota)
        surplus = max(sum((votes[one] - quota for one in (*elected, *new)), Decimal(0)), Decimal(0))
        if new or surplus < OMEGA or surplus >= last:
            break
        last = surplus
        for one in elected:
            needed = UP.multiply(keep[one], quota).quantize(NINE, ROUND_UP)
            keep[one] = UP.divide(needed, votes[one]).quantize(NINE, ROUND_UP)
    if new:
        yield from _round(seats, ballots, hopeful - set(new), (*elected, *new), keep, [*earlier, votes])
        return
    lowest = min(votes[one] for one in hopeful)
    tied = [one for one in hopeful if votes[one] <= lowest + surplus]
    for before in earlier:
        tied = [one for one in tied if before[one] == min(before[other] for other in tied)]
    for one in tied:
        yield from _round(seats, ballots, hopeful - {one}, elected, keep | {one: Decimal(0)}, [*earlier, votes])


def _distributed(ballots: Ballots, keep: Mapping[int, Decimal]) -> dict[int, Decimal]:
    votes = dict.fromkeys(keep, Decimal(0))
    for many, order in ballots:
        weight = Decimal(1)
        for one in order:
            kept = UP.multiply(weight, keep[one]).quantize(NINE, ROUND_UP)
            votes[one] += kept * many
            weight -= kept
    return votes
