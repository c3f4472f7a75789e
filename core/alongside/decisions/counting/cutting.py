"""The line between those who have a place and the others, drawn through one figure for each."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from math import comb

import attrs

from alongside.decisions.counting.ballots import Contest
from alongside.decisions.counting.lots import in_order
from alongside.decisions.counting.rule import MOST_SETS, too_many


@attrs.frozen
class Cut:
    """Who is above the line, and who stand on it together for the ``places`` that are left."""

    above: tuple[int, ...]
    level: tuple[int, ...] = ()
    places: int = 0
    source: str = ""

    def possible(self) -> list[tuple[int, ...]]:
        """Every set of winners that lots may lead to; none where there is no tie.

        Raises:
            BadInput: where there are too many to spell out.
        """
        if not self.level:
            return []
        if (ways := comb(len(self.level), self.places)) > MOST_SETS:
            found = f"{len(self.level)} candidates are tied for {self.places} places, in {ways:,} ways"
            raise too_many(found, self.source)
        return [tuple(sorted((*self.above, *more))) for more in combinations(sorted(self.level), self.places)]


def cut(contest: Contest, figures: Mapping[int, int], lot: str = "") -> Cut:
    """Give the places to the highest figures; a tie for the last of them stays, unless a lot was thrown."""
    ranked = sorted(figures, key=lambda number: (-figures[number], number))
    if contest.seats >= len(ranked) or figures[ranked[contest.seats - 1]] > figures[ranked[contest.seats]]:
        return Cut(tuple(ranked[: contest.seats]))
    line = figures[ranked[contest.seats]]
    above = tuple(number for number in ranked if figures[number] > line)
    level = tuple(number for number in ranked if figures[number] == line)
    if lot:
        return Cut((*above, *in_order(lot, level, contest.name)[: contest.seats - len(above)]))
    return Cut(above, level, contest.seats - len(above), contest.source)
