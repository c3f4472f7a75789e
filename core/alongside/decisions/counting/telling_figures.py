"""Telling a count that comes down to one figure for each candidate, in plain lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping

import attrs

from alongside.decisions.counting.ballots import Contest, names_of
from alongside.decisions.counting.telling import possible as ways

_FIGURE, _NAME = 16, 40
_CHOSEN, _LEVEL = "✓", "="


@attrs.frozen(kw_only=True)
class Told:
    """What is told: who is chosen, who stand ``level`` for the rest or every ``possible`` set, and the figures.

    ``remarks`` are sentences under the headline; ``label`` says more of a candidate than the name.
    """

    contest: Contest
    title: str
    winners: tuple[int, ...]
    figures: Mapping[int, int]
    level: tuple[int, ...] = ()
    possible: tuple[tuple[int, ...], ...] = ()
    remarks: tuple[str, ...] = ()
    sizes: str = ""
    label: Callable[[int], str] | None = None


def told(what: Told, width: int = 80) -> str:
    """A count as text: the outcome first, then a line for each candidate, the highest figure first."""
    return "\n".join(line.rstrip() for line in _lines(what, max(width, 24)))


def _lines(what: Told, width: int) -> Iterator[str]:
    contest = what.contest
    if contest.title:
        yield from textwrap.wrap(contest.title, width)
    outcome = f"Chosen: {names_of(contest, what.winners)}."
    if not what.winners:
        outcome = "Nobody is chosen yet." if what.possible or what.level else "Nothing is chosen."
    yield from textwrap.wrap(outcome, width)
    if what.level:
        places = contest.seats - len(what.winners)
        tie = f"Tied for {places:,} place{'' if places == 1 else 's'}: {names_of(contest, what.level)}."
        yield from textwrap.wrap(f"{tie} Throw a lot, and give it with --lot.", width)
    yield from ways(contest, what.possible, width)
    for remark in what.remarks:
        yield from textwrap.wrap(remark, width)
    yield ""
    yield from textwrap.wrap(f"{what.title} · {what.sizes or _sizes(contest)}", width)
    yield ""
    yield from _table(what, width)


def _sizes(contest: Contest) -> str:
    seats, standing = contest.seats, len(contest.standing)
    return (
        f"{seats:,} seat{'' if seats == 1 else 's'} · {standing:,} candidate{'' if standing == 1 else 's'} · "
        f"{contest.ballots:,} ballot{'' if contest.ballots == 1 else 's'}"
    )


def _table(what: Told, width: int) -> Iterator[str]:
    room = max(min(_NAME, width - _FIGURE), 8)
    for number in sorted(what.figures, key=lambda one: (-what.figures[one], one)):
        mark = _CHOSEN if number in what.winners else _LEVEL if number in what.level else ""
        name = textwrap.shorten((what.label or what.contest.name)(number), room, placeholder="…")
        yield f"{name:{room}}{what.figures[number]:>12,} {mark}"
    yield ""
    yield f"{_CHOSEN} chosen" + (f"    {_LEVEL} tied" if what.level else "")
