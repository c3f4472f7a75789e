"""Filling places one by one, and every committee that may come of it where candidates stand equal for the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from alongside.decisions.counting.approval import count as approvals
from alongside.decisions.counting.ballots import Election
from alongside.decisions.counting.lots import in_order
from alongside.decisions.counting.rule import Asking, Result, over, too_many
from alongside.decisions.counting.telling_figures import Told, told

MOST_STATES = 20_000
"""More half-filled committees than this are not followed."""

S = TypeVar("S", bound=Hashable)
Next = Callable[[frozenset[int], S], dict[int, S]]
"""Who may have the next place, given who is chosen and how things stand; and how they stand afterwards."""


def committees(election: Election, begin: S, after: Next[S], lot: str = "") -> list[frozenset[int]]:
    """Every committee that lots may lead to; one alone where nobody is tied, or a lot was thrown.

    Ways that meet again, because the same are chosen and things stand the same, are followed once.

    Raises:
        BadInput: where there are too many ways.
    """
    states = {(frozenset[int](), begin)}
    for _ in range(min(election.seats, len(election.standing))):
        states = {
            (chosen | {one}, stand)
            for chosen, how in states
            for one, stand in _turns(election, after(chosen, how), lot).items()
        }
        if len(states) > MOST_STATES:
            raise too_many("ties can be drawn in too many ways to follow them all", election.source)
    return [chosen for chosen, _ in states]


def _turns(election: Election, tied: dict[int, S], lot: str) -> dict[int, S]:
    """All of the tied, or whoever the lot puts first."""
    if not lot or len(tied) < 2:
        return tied
    first = in_order(lot, tied, election.name)[0]
    return {first: tied[first]}


def result(rule: str, title: str, election: Election, asking: Asking, found: list[frozenset[int]]) -> Result:
    """What a rule for committees found, as every rule tells it; ticks are told beside it."""
    winners, tied = over(found)
    ticks = approvals(election).approvals
    return Result(
        rule=rule,
        contest=election,
        winners=winners,
        tied=lambda: tied,
        figures={
            "approvals": {election.name(number): votes for number, votes in ticks.items()},
            "empty_ballots": election.unmarked,
            **({"seed": asking.lot} if asking.lot else {}),
        },
        told=lambda width: told(
            Told(contest=election, title=title, winners=winners, possible=tied, figures=ticks), width
        ),
    )
