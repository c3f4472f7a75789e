"""The checker of the story of Scottish STV: reads the papers, and counts them by hand.

It knows the ballots and rules 46-52 of the Order, and nothing of the program that counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from alongside.decisions.counting.ballots import Election
from alongside.decisions.counting.rule import Asking
from alongside.decisions.explaining.claim import Facts, fact
from alongside.decisions.explaining.hands import VOTE, Room, votes_of


def of_transfers(contest: Election, asking: Asking) -> tuple[Facts, Facts]:
    """All figures that the story of this count has to tell, and all those of its table."""
    papers, facts = _read(contest)
    room = _opened(contest, papers)
    tied = room.end_stage()
    if tied and not asking.lot and len(ends := _ends(room, tied)) > 1:
        room.tell("unparted", *tied)
        facts |= _undecided(contest, ends, room)
    else:
        lot = asking.lot or _fingerprint(contest.seats, papers)
        while tied:
            room.tell("unparted", *tied)
            order = sorted(tied, key=lambda n: sha256(f"{lot}/{contest.candidates[n - 1]}".encode()).digest())
            drawn = order[0 if room.spare else -1]
            room.tell("lot" if asking.lot else "either", drawn)
            room.move(drawn, alone=False)
            tied = room.end_stage()
    if contest.seats > len(room.votes):
        facts[fact("empty")] = contest.seats - len(room.votes)
    return facts | room.facts, room.cells


def _read(contest: Election) -> tuple[dict[tuple[int, ...], int], Facts]:
    """What papers say that can be counted, and what is told of the others."""
    papers: dict[tuple[int, ...], int] = {}
    found = {"ballots": 0, "blank": 0, "gaps": 0, "shared": 0}
    for pile in contest.piles:
        found["ballots"] += pile.ballots
        order = pile.preferences
        if pile.ranks or contest.withdrawn:
            order, gap, shared = _order(order, pile.ranks, contest.withdrawn)
            found["gaps"] += pile.ballots * gap
            found["shared"] += pile.ballots * shared
        if order:
            papers[order] = papers.get(order, 0) + pile.ballots
        else:
            found["blank"] += pile.ballots
    facts: Facts = {fact(figure): many for figure, many in found.items() if many}
    if found["blank"]:
        facts[fact("valid")] = found["ballots"] - found["blank"]
    facts |= {fact("withdrawn", contest.candidates[n - 1]): True for n in contest.withdrawn}
    return papers, facts | {fact("seats"): contest.seats}


def _order(
    preferences: tuple[int, ...], ranks: tuple[int, ...], gone: frozenset[int]
) -> tuple[tuple[int, ...], bool, bool]:
    """Who is meant, one after the other; whether a place was left empty before one; whether two share one."""
    if not ranks:
        return tuple(n for n in preferences if n not in gone), False, False
    places: dict[int, list[int]] = {}
    for n, rank in zip(preferences, ranks, strict=True):
        places.setdefault(rank, []).append(n)
    left = {rank: [n for n in marked if n not in gone] for rank, marked in places.items()}
    last = max((rank for rank, marked in left.items() if marked), default=0)
    gap = any(rank not in places for rank in range(1, last))
    shared = min((rank for rank, marked in left.items() if len(marked) > 1), default=last + 1)
    return tuple(left[rank][0] for rank in sorted(left) if rank < shared and left[rank]), gap, shared <= last


def _opened(contest: Election, papers: Mapping[tuple[int, ...], int]) -> Room:
    """The room before the first stage: every paper with its first choice."""
    standing = [n for n in range(1, len(contest.candidates) + 1) if n not in contest.withdrawn]
    valid = sum(papers.values())
    room = Room(
        names=contest.candidates,
        seats=contest.seats,
        quota=(valid // (contest.seats + 1) + 1) * VOTE,
        running=standing,
        votes=dict.fromkeys(standing, 0),
        hands={n: [] for n in standing},
    )
    room.facts[fact("quota")] = room.quota // VOTE
    room.give((order, many, VOTE) for order, many in papers.items())
    for n in standing:
        room.facts[fact("stands", room.names[n - 1], stage=1)] = votes_of(room.votes[n])
        if (above := (room.votes[n] - room.quota) // VOTE) > 0:
            room.facts[fact("spare", room.names[n - 1])] = above
    return room


def _undecided(contest: Election, ends: set[frozenset[int]], room: Room) -> Facts:
    """What is told where a lot would have to be thrown: who has a place whatever it says, and who perhaps."""
    facts: Facts = {fact("lot_needed"): True}
    for n in frozenset.union(*ends):
        sure = all(n in one for one in ends)
        if not sure or n not in room.elected:
            facts[fact("sure" if sure else "perhaps", contest.candidates[n - 1])] = True
    return facts


def _ends(room: Room, tied: tuple[int, ...]) -> set[frozenset[int]]:
    """Who may have places in the end, however lots fall: each way is gone, and one that was gone before is not."""
    found: set[frozenset[int]] = set()
    seen: set[object] = set()
    todo = [(room, tied)]
    while todo:
        at, level = todo.pop()
        if not level:
            found.add(frozenset(at.elected))
            continue
        for one in _worth_going(at, level):
            other = at.copy()
            other.move(one, alone=False)
            rest = other.end_stage()
            if (left := other.all_that_matters()) not in seen:
                seen.add(left)
                todo.append((other, rest))
    return found


def _worth_going(room: Room, level: tuple[int, ...]) -> tuple[int, ...]:
    """Whoever has no vote goes without changing anything, so where all of them go, the order is nothing."""
    must_go = len(room.running) - (room.seats - len(room.elected))
    if not room.spare and not room.votes[level[0]] and must_go >= len(level):
        return level[:1]
    return level


def _fingerprint(seats: int, papers: Mapping[tuple[int, ...], int]) -> str:
    """What draws where nothing was thrown and nothing hangs on it: the ballots themselves."""
    lines = [str(seats), *(f"{papers[order]} {' '.join(map(str, order))}" for order in sorted(papers))]
    return sha256("\n".join(lines).encode()).hexdigest()[:16]
