"""Sequential proportional approval: places go one by one, and a ballot counts less with each it helped to fill.

Source of the rule: T. N. Thiele, “Om Flerfoldsvalg” (1895), as surveyed by M. Lackner and P. Skowron,
“Multi-Winner Voting with Approval Preferences” (2023). A ballot on which ``k`` are already elected adds ``1/(k +
1)`` to each other candidate it ticks; the highest sum has the next place. An empty ballot adds to nobody.

Equal sums are a tie: each way that a lot may fall is followed, and every committee that comes of one is listed.
"""

from __future__ import annotations

from functools import partial
from math import lcm

from alongside.decisions.counting.ballots import Election, Kind
from alongside.decisions.counting.committee import committees, result
from alongside.decisions.counting.rule import Asking, Result, Rule

NAME = "seq-pav"


def possible(election: Election, lot: str = "") -> list[frozenset[int]]:
    """Every committee that may be elected."""
    # What ballots are worth is counted in parts, so that 1, 1/2, 1/3 … of a vote are whole numbers.
    # No more can be elected than stand, however many seats a file has: the parts would be endless numbers.
    vote = lcm(*range(1, min(election.seats, len(election.standing)) + 1))
    return committees(election, None, partial(_next, election, vote), lot)


def _next(election: Election, vote: int, chosen: frozenset[int], _: None) -> dict[int, None]:
    sums = {number: 0 for number in election.standing if number not in chosen}
    for pile in election.ticked:
        worth = vote // (len(chosen.intersection(pile.preferences)) + 1) * pile.ballots
        for number in sums.keys() & pile.preferences:
            sums[number] += worth
    most = max(sums.values())
    return {number: None for number, worth in sums.items() if worth == most}


def count(election: Election, asking: Asking) -> Result:
    """Count by sequential proportional approval; a rank on a ballot is a tick."""
    return result(NAME, "Sequential proportional approval", election, asking, possible(election, asking.lot))


RULE = Rule(NAME, (Kind.TICKS, Kind.RANKS), count)
