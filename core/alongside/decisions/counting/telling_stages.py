"""Telling a count in stages in plain lines of text: who is elected, a column for each stage, and what moved."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from alongside.decisions.counting.ballots import names_of
from alongside.decisions.counting.sheets import many
from alongside.decisions.counting.stages import ONE_VOTE, Count, Stage, said
from alongside.decisions.counting.telling import not_counted, possible

_FIGURE = 14  # room for 1,000,000 votes with five decimals would be 13; two more columns hold the mark
_NAME = 28
_ELECTED, _EXCLUDED = "✓", "×"


def count(result: Count, width: int = 80, tied: Sequence[Sequence[int]] = ()) -> str:
    """A count in stages as text no wider than ``width`` where that leaves room for one stage.

    Where only a lot can tell what comes next, ``tied`` holds the sets of winners that are possible.
    """
    lines = [
        *_headline(result, width),
        *possible(result.election, tied, width),
        "",
        *_tables(result, width),
        f"{_ELECTED} elected    {_EXCLUDED} excluded: these votes move in the next stage",
        "",
        *_story(result, width),
    ]
    return "\n".join(line.rstrip() for line in lines)


def _headline(result: Count, width: int) -> Iterator[str]:
    election = result.election
    if election.title:
        yield election.title
        yield "─" * min(len(election.title), width)
    if not result.winners:
        yield "Nobody is elected yet."
    else:
        yield (
            f"Elected: {names_of(election, result.winners)}."
            if len(result.winners) == 1
            else "Elected, in this order:"
        )
    if len(result.winners) > 1:
        yield from (f"  {place}. {election.name(number)}" for place, number in enumerate(result.winners, 1))
    yield ""
    yield (
        f"Scottish STV · {many(election.seats, 'seat')} · {many(len(election.standing), 'candidate')} · "
        f"{many(result.valid_votes, 'valid ballot')} · quota {result.quota:,}"
    )
    yield from _remarks(result)


def _remarks(result: Count) -> Iterator[str]:
    election, empty = result.election, result.election.seats - len(result.election.standing)
    if empty > 0:
        yield f"{many(empty, 'seat')} without anybody to fill {'it' if empty == 1 else 'them'}."
    if election.withdrawn:
        yield f"Withdrawn: {names_of(election, sorted(election.withdrawn))}."
    yield from not_counted(election)
    if election.gaps:
        yield f"With a rank left empty, later preferences moved up: {many(election.gaps, 'ballot')}."
    if election.shared_ranks:
        yield f"With a rank that two share, read up to there alone: {many(election.shared_ranks, 'ballot')}."


def _tables(result: Count, width: int) -> Iterator[str]:
    longest = max(len(result.election.name(number)) for number in result.election.standing)
    name = min(max(longest, len("Non-transferable")), _NAME)
    together = max(1, (width - name) // _FIGURE)
    for first in range(0, len(result.stages), together):
        yield from _table(result, result.stages[first : first + together], name)
        yield ""


def _table(result: Count, stages: Sequence[Stage], name: int) -> Iterator[str]:
    rule = "─" * (name + _FIGURE * len(stages))
    yield _row("", [f"Stage {stage.number}  " for stage in stages], name)
    yield rule
    for number in result.election.standing:
        yield _row(result.election.name(number), [_figure(stage, number, result) for stage in stages], name)
    yield rule
    yield _row("Non-transferable", [f"{_grand(stage.non_transferable)}  " for stage in stages], name)
    yield _row("Lost by cutting", [f"{_grand(stage.rounding_loss)}  " for stage in stages], name)
    yield _row("Together", [f"{_grand(_together(stage))}  " for stage in stages], name)


def _row(head: str, cells: Iterable[str], name: int) -> str:
    shown = head if len(head) <= name else f"{head[: name - 1]}…"
    return f"{shown:<{name}}" + "".join(f"{cell:>{_FIGURE}}" for cell in cells)


def _figure(stage: Stage, number: int, result: Count) -> str:
    gone = any(number in earlier.excluded for earlier in result.stages[: stage.number - 1])
    mark = _ELECTED if number in stage.elected else _EXCLUDED if number in stage.excluded else " "
    return f"{'–' if gone else _grand(stage.votes[number])} {mark}"


def _together(stage: Stage) -> int:
    return sum(stage.votes.values()) + stage.non_transferable + stage.rounding_loss


def _story(result: Count, width: int) -> Iterator[str]:
    for stage in result.stages:
        line = f"Stage {stage.number}. {' '.join(_sentences(result, stage))}"
        yield from textwrap.wrap(line, max(width, 20), subsequent_indent="         ", break_on_hyphens=False)


def _sentences(result: Count, stage: Stage) -> Iterator[str]:
    election, moved = result.election, stage.transfer
    if moved is None:
        yield "First preferences."
    elif moved.kind == "surplus":
        yield f"{election.name(moved.giver)} has {_votes(moved.votes)} more than the quota: they move on."
    else:
        move = "moves" if moved.votes == ONE_VOTE else "move"
        yield f"{election.name(moved.giver)} is out: {_votes(moved.votes)} {move} on."
    yield from _elected(result, stage)
    for lot in result.lots:
        if lot.stage == stage.number:
            yield (
                f"{names_of(election, lot.tied)} are tied and no earlier stage parts them. A lot decides "
                f"{lot.purpose}: {election.name(lot.drawn)} (seed {result.seed})."
            )
    if stage.excluded:
        yield f"Fewest votes: {names_of(election, stage.excluded)}, excluded."


def _elected(result: Count, stage: Stage) -> Iterator[str]:
    reached = [number for number in stage.elected if stage.votes[number] >= result.quota * ONE_VOTE]
    rest = [number for number in stage.elected if number not in reached]
    if reached:
        yield f"Elected: {names_of(result.election, reached)}."
    if rest:
        yield f"Elected below the quota, because as many are left as places: {names_of(result.election, rest)}."
    if not stage.elected:
        yield "Nobody is elected."


def _grand(votes: int) -> str:
    whole, _, decimals = said(votes).partition(".")
    return f"{int(whole):,}.{decimals}"


def _votes(votes: int) -> str:
    shown = f"{votes // ONE_VOTE:,}" if votes % ONE_VOTE == 0 else _grand(votes)
    return f"{shown} vote{'' if votes == ONE_VOTE else 's'}"
