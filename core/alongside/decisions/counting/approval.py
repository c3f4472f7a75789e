"""Approval: everybody ticks all they could live with, and those with the most ticks are chosen.

Source of the rule: S. Brams and P. Fishburn, “Approval Voting” (1983). With several places, those with the most
ticks get them. Where more stand equal than places are left, the tie stays a tie until a lot is thrown.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations, islice
from math import comb

import attrs

from alongside.decisions.counting import telling
from alongside.decisions.counting.ballots import Election, Kind
from alongside.decisions.counting.lots import Lot, draw
from alongside.decisions.counting.rule import MOST_SETS, Asking, Result, Rule, too_many

NAME = "approval"


@attrs.frozen(kw_only=True)
class Approval:
    """A finished count. Candidates are numbers; ``winners`` have a place whatever happens.

    ``tied`` stand equal for the ``places_left``; both are empty and 0 where there is no tie. ``lots`` says which
    draws have decided one.
    """

    election: Election
    approvals: Mapping[int, int]
    winners: tuple[int, ...]
    tied: tuple[int, ...] = ()
    places_left: int = 0
    lots: tuple[Lot, ...] = ()
    seed: str = ""

    @property
    def ballots(self) -> int:
        """How many ballots there were, those without a tick too."""
        return sum(pile.ballots for pile in self.election.piles)


def count(election: Election, seed: str = "") -> Approval:
    """Count ticks; any rank on a ballot is a tick. A tie stays one unless ``seed`` is what was thrown for it."""
    approvals = dict.fromkeys(election.standing, 0)
    for pile in election.ticked:
        for number in pile.preferences:
            approvals[number] += pile.ballots
    winners, tied = _cut(approvals, election.seats)
    counted = Approval(
        election=election,
        approvals=approvals,
        winners=winners,
        tied=tied,
        places_left=min(election.seats, len(approvals)) - len(winners),
    )
    return _drawn(counted, seed) if seed and tied else counted


def _cut(approvals: Mapping[int, int], seats: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who is above the line, and who stand on it together."""
    ranked = sorted(approvals, key=lambda number: (-approvals[number], number))
    if seats >= len(ranked) or approvals[ranked[seats - 1]] > approvals[ranked[seats]]:
        return tuple(ranked[:seats]), ()
    line = approvals[ranked[seats]]
    return (
        tuple(number for number in ranked if approvals[number] > line),
        tuple(number for number in ranked if approvals[number] == line),
    )


def _drawn(counted: Approval, seed: str) -> Approval:
    left, lots = set(counted.tied), []
    for place in range(1, counted.places_left + 1):
        lots.append(draw(seed, place, left, "who is chosen", counted.election.name))
        left.discard(lots[-1].drawn)
    chosen = tuple(lot.drawn for lot in lots)
    winners = (*counted.winners, *chosen)
    return attrs.evolve(counted, winners=winners, tied=(), places_left=0, lots=tuple(lots), seed=seed)


def possible_winners(counted: Approval) -> list[tuple[int, ...]]:
    """Return every set of winners that a tie leaves possible; none where there is no tie.

    Raises:
        BadInput: where there are too many to spell out.
    """
    if not counted.tied:
        return []
    sets = comb(len(counted.tied), counted.places_left)
    if sets > MOST_SETS:
        found = f"{len(counted.tied)} candidates are tied for {counted.places_left} places, in {sets:,} ways"
        raise too_many(found, counted.election.source)
    chosen = combinations(sorted(counted.tied), counted.places_left)
    return [tuple(sorted((*counted.winners, *more))) for more in islice(chosen, MOST_SETS)]


def _result(election: Election, asking: Asking) -> Result:
    counted = count(election, asking.lot)
    name = election.name
    figures: dict[str, object] = {
        "approvals": {name(number): votes for number, votes in counted.approvals.items()},
        "empty_ballots": election.unmarked,
    }
    if counted.lots:
        figures |= {"seed": counted.seed, "drawn": [name(lot.drawn) for lot in counted.lots]}
    return Result(
        rule=NAME,
        contest=election,
        winners=tuple(sorted(counted.winners)),
        tied=lambda: possible_winners(counted),
        figures=figures,
        told=lambda width: telling.approvals(counted, width),
    )


RULE = Rule(NAME, (Kind.TICKS, Kind.RANKS), _result)
