"""The story of a count that comes down to one figure for each candidate: ticks or scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from alongside.decisions.counting import approval
from alongside.decisions.counting.ballots import Contest, Election
from alongside.decisions.counting.cutting import Cut, cut
from alongside.decisions.counting.scores import Scores
from alongside.decisions.explaining import margins
from alongside.decisions.explaining.claim import Told
from alongside.decisions.explaining.claim import told as _


def by_ticks(contest: Election, lot: str) -> Iterator[Told]:
    """Tell how many ticked each candidate, most first, and who has a place."""
    ticks = approval.count(contest).approvals
    return ticked(contest, ticks, _drawn(contest, ticks, lot), ballots=contest.ballots, blank=contest.unmarked)


def ticked(
    contest: Contest, ticks: Mapping[int, int], drawn: Sequence[int], *, ballots: int, blank: int
) -> Iterator[Told]:
    """The same, told from figures: of the contest, who stands for how many places, and whom a lot chose."""
    yield _("**{n}** voted.", "people", "ballots", ballots)
    if blank:
        yield _("**{n}** ticked nobody.", "ballot", "blank", blank)
    for number in _highest_first(ticks):
        yield _("**{n}** ticked {name}.", "yes", "ticks", ticks[number], contest.name(number))
    found = cut(contest, ticks)
    yield from _places(contest, found, drawn)
    if not found.level and (margin := margins.of_ticks(ticks, found.above)) is not None:
        yield _("If **{n}** had ticked otherwise, it could have been different.", "changed", "margin", margin)


def by_scores(contest: Scores, lot: str) -> Iterator[Told]:
    """Tell what each candidate was given together, highest first, and who has a place."""
    totals = contest.totals()
    found = cut(contest, totals)
    return scored(
        contest,
        totals,
        _drawn(contest, totals, lot),
        ballots=contest.ballots,
        blank=contest.with_blanks,
        margin=None if found.level else margins.of_points(contest, totals, found.above),
    )


def scored(
    contest: Contest,
    totals: Mapping[int, int],
    drawn: Sequence[int],
    *,
    ballots: int,
    blank: int,
    margin: int | None,
) -> Iterator[Told]:
    """The same, told from figures: how many ballots left somebody out, and the fewest that could change it."""
    yield _("**{n}** voted.", "people", "ballots", ballots)
    if blank:
        yield _("**{n}** left somebody without points, which counts as none.", "ballot", "blank", blank)
    for number in _highest_first(totals):
        yield _("{name} has **{n}** points.", "chart", "total", totals[number], contest.name(number))
    yield from _places(contest, cut(contest, totals), drawn)
    if margin is not None:
        yield _("If **{n}** had given other points, it could have been different.", "changed", "margin", margin)


def _highest_first(figures: Mapping[int, int]) -> list[int]:
    return sorted(figures, key=lambda number: (-figures[number], number))


def _drawn(contest: Contest, figures: Mapping[int, int], lot: str) -> Sequence[int]:
    """Whom a lot has given a place."""
    return cut(contest, figures, lot).above[len(cut(contest, figures).above) :] if lot else ()


def _places(contest: Contest, found: Cut, drawn: Sequence[int]) -> Iterator[Told]:
    for number in found.above:
        yield _("**{name}** has a place.", "done", "place", True, contest.name(number))
    for number in found.level:
        yield _("**{name}** is level with others for a place.", "ring", "level", True, contest.name(number))
    if found.places:
        yield _("**{n}** of those who are level can have a place.", "scales", "places", found.places)
    for number in drawn:
        yield _("The lot gave **{name}** a place.", "question", "drawn", True, contest.name(number))
