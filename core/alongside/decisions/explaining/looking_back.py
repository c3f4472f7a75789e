"""Ties in a count by stages, read off its figures: who was level, which earlier stage parts them, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from alongside.decisions.counting.stages import ONE_VOTE, Stage


@attrs.frozen(kw_only=True)
class Tie:
    """Who was ``level`` when votes had to move, and the stage that ``parted`` them, looking back.

    Where none did, those ``left`` had to draw lots. ``drawn`` is whose votes moved; nobody's, if nothing did.
    ``spare`` is true where a surplus moves: whoever is drawn comes first, and has a place; else she is out.
    """

    level: tuple[int, ...]
    left: tuple[int, ...]
    parted: int | None
    drawn: int | None
    spare: bool


def tie_after(stages: Sequence[Stage], number: int, quota: int, *, open_: bool) -> Tie | None:
    """The tie at the end of a stage, if there was one. ``open_`` says that one has stopped the count."""
    after = stages[number].transfer if number < len(stages) else None
    if after is None and not (open_ and number == len(stages)):
        return None
    votes = stages[number - 1].votes
    seated = {one for stage in stages[:number] for one in stage.elected}
    out = {one for stage in stages[: number - 1] for one in stage.excluded}
    spare = {one for one in seated if votes[one] > quota * ONE_VOTE}
    among, lowest = (spare, False) if spare else (votes.keys() - seated - out, True)
    level = _furthest(votes, among, lowest=lowest)
    if len(level) < 2:
        return None
    left, parted = level, None
    for stage in reversed(stages[: number - 1]):
        left = _furthest(stage.votes, left, lowest=lowest)
        if len(left) == 1:
            parted = stage.number
            break
    return Tie(level=level, left=left, parted=parted, drawn=after.giver if after else None, spare=not lowest)


def _furthest(votes: Mapping[int, int], among: Iterable[int], *, lowest: bool) -> tuple[int, ...]:
    some = sorted(among)
    end = (min if lowest else max)(votes[one] for one in some)
    return tuple(one for one in some if votes[one] == end)
