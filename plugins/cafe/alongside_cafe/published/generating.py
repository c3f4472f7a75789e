"""Generating columns till the mixture can be no cheaper: that proves a bound, and whole columns make good rosters.

The mixture costs hardly less than the best roster where a problem has some weeks, not months.
"""

from __future__ import annotations

import random

from .columns import Columns
from .one_person import SHORT
from .pricing import add_cheaper, add_others, add_proven
from .proving import prove
from .searching import Found, size

GROWING = 0.6
"""The share of the time after which the best set is asked for, though columns are missing still."""
MANY = 170
"""Shifts of people on days to choose from, for each second: with more, columns were measured to come too late."""
WHOLE = 0.2
"""The share of the time that is left in which the solver is asked about the whole, after the first best set."""
ROUNDS = 4
"""How often columns are added at prices that are a little off, before the best set is asked for."""
BEST = 6.0
"""Seconds for the best set of whole columns: with enough columns beside those of the mixture it takes few."""


def generate(found: Found) -> None:
    """Find what the best roster costs at the least, and good rosters, until time is over or both are the same."""
    if found.roster is None or found.problem.days > SHORT or size(found.problem) > MANY * found.seconds:
        # Too few columns would be found for the mixture to tell anything in time.
        prove(found, found.seconds)
        return
    columns, dice = Columns(found.problem), random.Random(1)  # noqa: S311 which columns are tried is no secret
    _converge(found, columns, found.seconds * (1 - GROWING))
    _best(found, columns, dice)
    if not found.ended:
        prove(found, found.seconds * WHOLE)
    while found.seconds > 0:
        _best(found, columns, dice)


def _converge(found: Found, columns: Columns, left: float) -> None:
    """Add columns until nobody has one that makes the mixture cheaper, or so many seconds are left."""
    missing = True
    while missing and found.seconds > left and found.roster is not None:
        columns.add_all(found.roster)
        worth = columns.worth()
        missing = add_cheaper(found, columns, worth) or add_proven(found, columns, worth)


def _best(found: Found, columns: Columns, dice: random.Random) -> None:
    """Ask for the best set of whole columns, of more than the mixture needs."""
    worth = columns.worth()
    for _ in range(ROUNDS):
        add_others(found, columns, worth, dice)
    _converge(found, columns, found.seconds / 2)
    if found.roster is None or found.seconds <= 0:
        return
    columns.add_all(found.roster)
    roster = columns.best(min(BEST, found.seconds), found.roster)
    if roster is not None:
        found.offer(roster)
