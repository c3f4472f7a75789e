"""Telling counts in plain lines of text, for a terminal: answers, ticks, and what every tie leaves possible."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from alongside.decisions.counting.ballots import Contest, Election, names_of
from alongside.decisions.counting.sheets import many

if TYPE_CHECKING:
    from alongside.decisions.counting.approval import Approval
    from alongside.decisions.counting.majority import Verdict

_FIGURE = 14
_NAME = 28
_ELECTED = "✓"
MOST_TOLD = 12
"""Of the ways that a lot may fall, as many are told as fit on a screen."""


def possible(election: Contest, tied: Sequence[Sequence[int]], width: int = 80) -> Iterator[str]:
    """Lines that say that there is a tie, and who is chosen if the lot falls this way or that."""
    if not tied:
        return
    yield ""
    yield from textwrap.wrap("Nothing on the ballots parts a tie. Throw a lot, and give it with --lot.", width)
    yield f"It may fall in {len(tied):,} ways:"
    for one in tied[:MOST_TOLD]:
        yield from textwrap.wrap(
            names_of(election, one), max(width, 20), initial_indent="  ", subsequent_indent="    "
        )
    if len(tied) > MOST_TOLD:
        yield f"  and {len(tied) - MOST_TOLD:,} more, which --json lists."


def not_counted(election: Election) -> Iterator[str]:
    """Lines that say which ballots a single transferable vote cannot count, and why."""
    if election.unmarked:
        yield f"Not counted, because nobody is ranked: {many(election.unmarked, 'ballot')}."
    if shared := election.empty_ballots - election.unmarked:
        yield f"Not counted, because several share the first rank: {many(shared, 'ballot')}."


def verdict(reached: Verdict, title: str = "") -> str:
    """What a vote on a proposal came to, in three lines."""
    outcome = "Carried" if reached.carried else "Not carried"
    return "\n".join(
        [
            *([title] if title else []),
            f"{outcome}. {reached.threshold.title}: {reached.needed:,} votes For were needed.",
            f"For {reached.in_favour:,}, against {reached.against:,}, abstained {reached.abstain:,}.",
        ]
    )


def approvals(counted: Approval, width: int = 80) -> str:
    """A count of ticks: who is chosen, whether there is a tie, and a line for each candidate."""
    election, standing = counted.election, len(counted.election.standing)
    sizes = (many(election.seats, "seat"), many(standing, "candidate"), many(counted.ballots, "ballot"))
    lines = [
        f"Chosen: {names_of(election, counted.winners)}." if counted.winners else "Nobody is chosen yet.",
        *_tie(counted),
        *(f"A lot decides: {election.name(lot.drawn)} (seed {counted.seed})." for lot in counted.lots),
        "",
        " · ".join(("Approval", *sizes)),
        "",
    ]
    most_first = sorted(counted.approvals.items(), key=lambda item: (-item[1], item[0]))
    room = max(min(_NAME, width - _FIGURE), 8)
    for number, ticks in most_first:
        mark = _ELECTED if number in counted.winners else "=" if number in counted.tied else ""
        lines.append(f"{textwrap.shorten(election.name(number), room, placeholder='…'):{room}}{ticks:>10,} {mark}")
    legend = f"{_ELECTED} chosen" + ("    = tied" if counted.tied else "")
    return "\n".join(line.rstrip() for line in [*lines, "", legend])


def _tie(counted: Approval) -> Iterator[str]:
    if counted.tied:
        places, between = many(counted.places_left, "place"), names_of(counted.election, counted.tied)
        yield f"Tied for {places}: {between}. Throw a lot, and give it with --lot."
