"""Telling counts that compare candidates two by two: the order, and the figures of every pair."""

from __future__ import annotations

from collections.abc import Sequence

from alongside.decisions.counting.ballots import Election, names_of
from alongside.decisions.counting.pairs import Pairs
from alongside.decisions.counting.sheets import many, sheet, titled
from alongside.decisions.counting.telling import possible


def figures(election: Election, ranked: Sequence[Sequence[int]], pairs: Pairs, lot: str) -> dict[str, object]:
    """The order and the pairs as plain data; a place that nothing parts is a list of those who share it."""
    name = election.name
    return {
        "ranking": [name(place[0]) if len(place) == 1 else election.named(place) for place in ranked],
        "pairs": {
            name(one): {name(other): votes for other, votes in row.items() if other != one}
            for one, row in pairs.more.items()
        },
        "ballots_with_gaps": election.gaps,
        "ballots_with_shared_ranks": election.shared_ranks,
        "empty_ballots": election.unmarked,
        "withdrawn": election.named(sorted(election.withdrawn)),
        "seed": lot,
    }


def order(
    rule: str,
    election: Election,
    ranked: Sequence[Sequence[int]],
    pairs: Pairs,
    winners: Sequence[int],
    sets: Sequence[Sequence[int]],
    width: int,
) -> str:
    """The order from the top down, and how many ballots put each above each other."""
    sizes = (many(election.seats, "seat"), many(len(pairs.numbers), "candidate"), many(election.ballots, "ballot"))
    places = [f"{place:>3}. {names_of(election, who)}" for place, who in enumerate(ranked, 1)]
    rows = [
        (f"{number}. {election.name(number)}", [_cell(pairs, number, other) for other in pairs.numbers])
        for number in pairs.numbers
    ]
    lines = [
        *titled(election.title, width),
        f"Wins: {names_of(election, winners)}." if winners else "Nobody is chosen yet.",
        *possible(election, sets, width),
        "",
        " · ".join((rule, *sizes)),
        "",
        "From the top down:",
        *places,
        "",
        "Ballots that put the one on the left above the one at the top (> marks the larger number):",
        *sheet([f"{number}  " for number in pairs.numbers], rows, (), width),
    ]
    return "\n".join(lines).rstrip()


def _cell(pairs: Pairs, one: int, other: int) -> str:
    if one == other:
        return "–  "
    return f"{pairs.more[one][other]:,} {'>' if pairs.margin(one, other) > 0 else ' '}"
