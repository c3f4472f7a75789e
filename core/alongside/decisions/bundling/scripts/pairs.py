"""How many ballots put one candidate above another; whoever is on a ballot is above whoever is not."""

from __future__ import annotations

from typing import Any

from alongside.decisions.bundling.scripts.lots import in_order
from alongside.decisions.bundling.scripts.vote import Vote

Above = dict[int, set[int]]  # for each candidate those whom she stands above


def compared(vote: Vote) -> dict[int, dict[int, int]]:
    """For each candidate how many ballots put her above each of the others."""
    more = {one: dict.fromkeys((other for other in vote.standing if other != one), 0) for one in vote.standing}
    for said, many in vote.ballots.items():
        below = set(vote.standing)
        for place in said:
            below -= place
            for one in place:
                for other in below:
                    more[one][other] += many
    return more


def free(left: set[int], above: Above) -> set[int]:
    """Those above whom nobody who is left stands."""
    return left - {loser for one in left for loser in above[one]}


def tops(vote: Vote, above: Above, seats: int) -> set[frozenset[int]]:
    """Every set of candidates that can stand first, if those whom nothing parts may come in any order."""
    found, left = {frozenset[int]()}, set(vote.standing)
    for _ in range(min(seats, len(left))):
        found = {top | {one} for top in found for one in free(left - top, above)}
    return found


def ranking(vote: Vote, above: Above, lot: str) -> list[Any]:
    """The names from the top down; those whom nothing parts in one list, unless a lot orders them."""
    left, found = set(vote.standing), list[Any]()
    while left:
        place = free(left, above)
        place = set(in_order(lot, place, vote)[:1]) if lot else place
        left -= place
        names = vote.called(sorted(place))
        found.append(names[0] if len(names) == 1 else names)
    return found


def told(vote: Vote, more: dict[int, dict[int, int]], order: list[Any]) -> dict[str, Any]:
    """The order, and the comparisons by name."""
    return {"ranking": order, "pairs": vote.by_name({one: vote.by_name(row) for one, row in more.items()})}


def first(vote: Vote, order: list[Any], seats: int) -> set[frozenset[int]]:
    """The one set of winners where a lot has ordered everybody."""
    return {frozenset(vote.names.index(name) + 1 for name in order[:seats])}
