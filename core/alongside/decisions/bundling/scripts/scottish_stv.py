"""Scottish STV: The Scottish Local Government Elections Order 2007, schedule 1, rules 46-52.

The quota is valid votes over seats + 1, cut, plus one. Each stage moves the largest surplus, or else the votes of
the one with fewest. A paper moves at its surplus's share of the value it came with, cut to five decimals; those
elected receive nothing more. A tie goes by the latest earlier stage that parts it, else by lot.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from alongside.decisions.bundling.scripts.stages import certain, parted, settled
from alongside.decisions.bundling.scripts.vote import Vote

ONE = 100_000  # one vote, in hundred-thousandths: all is counted in whole numbers


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Every possible set of winners, and the figures of each stage."""
    valid = certain(vote).total()
    if not valid:
        return {frozenset()}, {}
    possible, sheets = settled(vote, asked, lambda pick, sheets: stages(vote, asked["seats"], pick, sheets))
    return possible, {"valid_votes": valid, "quota": valid // (asked["seats"] + 1) + 1, "stages": sheets}


def stages(vote: Vote, seats: int, pick: Callable[..., int], sheets: list[Any]) -> list[int]:
    """One stage after the other."""
    left, votes = set(vote.standing), dict.fromkeys(vote.standing, 0)
    hands: dict[int, list[Any]] = defaultdict(list)

    def hand_out(papers: Any) -> None:
        """Give papers, so many alike of one value, to the next on each who can still be elected."""
        for order, many, value in papers:
            if who := next((one for one in order if one in left), 0):
                hands[who].append((order, many, value))
                votes[who] += many * value

    hand_out([(order, many, ONE) for order, many in certain(vote).items()])
    quota = (sum(votes.values()) // ONE // (seats + 1) + 1) * ONE
    chosen, surpluses, earlier = list[int](), set[int](), list[dict[int, int]]()
    while True:
        most_first = sorted(left, key=lambda one: (-votes[one], one))
        new = [one for one in most_first if votes[one] >= quota]
        surpluses.update(one for one in new if votes[one] > quota)
        if len(left) - len(new) <= seats - len(chosen) - len(new):
            new = most_first  # as many are left as places
        left.difference_update(new)
        chosen += new
        told = vote.by_name(votes, lambda figure: f"{figure // ONE}.{figure % ONE:05d}")
        sheets.append({"stage": len(sheets) + 1, "votes": told, "elected": vote.called(new), "excluded": []})
        if len(chosen) >= seats or not left:
            return chosen
        rows = [votes, *reversed(earlier)]
        tied = parted(surpluses, rows, max) if surpluses else parted(left, rows, min)
        giver = min(tied)
        if len(tied) > 1:
            still = sorted(left | surpluses)
            papers = tuple(tuple(sorted(hands[one])) for one in still)
            back = {one: [row[one] for row in rows] for one in still}
            past = tuple(sum(back[other] < back[one] for other in still) for one in still)
            giver = pick(tied, (frozenset(left), frozenset(chosen), papers, past), not surpluses)
        earlier.append(dict(votes))
        total, papers_of, hands[giver] = votes[giver], hands[giver], []
        if giver in surpluses:
            surpluses.remove(giver)
            votes[giver] = quota
            hand_out([(order, many, (total - quota) * value // total) for order, many, value in papers_of])
        else:
            left.remove(giver)
            votes[giver], sheets[-1]["excluded"] = 0, vote.called([giver])
            hand_out(papers_of)
