"""One person's roster: the cheapest legal one that a narrow search finds, day after day, without any solver.

Every hard rule of a published problem is about one person alone, so rosters of single people, each legal, are
together a legal roster of all. This is where a search begins, and what stands when its time is over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import attrs

from .problem import SATURDAY, Limits, Published

Prices = Sequence[Sequence[tuple[int, str]]]
"""For each day the kinds that may be worked on it, each with what it costs; a day off costs nothing."""
FEW_WEEKENDS = 4
"""Up to so many allowed weekends, how many are worked is a state of its own; beyond, that would be too many."""
WEEKEND = 960
"""Minutes that a weekend is worth which was not worked yet: two shifts."""
NEVER = -1_000_000_000
"""Minutes where there is no way on: so few that nothing makes up for them."""
SHORT = 60
"""Days up to which somebody's days off are seen ahead; in a longer problem they are met as they come."""


class _Day(NamedTuple):
    """How one may stand after a day: what was worked, the run it belongs to, and what was used up so far.

    A run is ``settled`` when it is long enough to end. ``counts`` are those of kinds that are limited.
    """

    cost: int
    minutes: int
    weekends: int
    kind: str
    run: int
    settled: bool
    counts: tuple[int, ...]
    before: _Day | None


def cheapest(problem: Published, person: Limits, prices: Prices, width: int) -> dict[int, str] | None:
    """Return the shifts of one person by day; None where the search found no legal way through the days.

    Args:
        problem: for its days and kinds.
        person: whose limits hold.
        prices: what a shift of hers would cost.
        width: how many ways to stand after a day are kept of each kind; more are slower and find better ones.
    """
    open_ = {kind for kind, most in person.most_of if most > 0}
    # Where the longest shifts are thought to follow, the hours may not come together in the end.
    for longest in sorted({kind.minutes for kind in problem.kinds if kind.id in open_} or {0}, reverse=True):
        found = _found(problem, _Way(problem, person, longest), prices, width)
        if found is not None:
            return found
    return None


def _found(problem: Published, way: _Way, prices: Prices, width: int) -> dict[int, str] | None:
    person = way.person
    days = [_Day(0, 0, 0, "", 0, True, (0,) * len(way.limited), None)]
    for day in range(problem.days):
        days = _kept(person, (new for one in days for new in way.on(day, one, prices[day])), width)
    found = [one for one in days if one.minutes >= person.least_minutes]
    return _shifts(min(found, key=lambda one: one.cost), problem.days) if found else None


def _shifts(last: _Day, days: int) -> dict[int, str]:
    shifts, one = {}, last
    for day in reversed(range(days)):
        if one.kind:
            shifts[day] = one.kind
        one = one.before or one
    return shifts


def _kept(person: Limits, days: Iterator[_Day], width: int) -> list[_Day]:
    """Return the cheapest of those that stand alike, and of the rest no more than ``width`` of each kind."""
    alike: dict[tuple[object, ...], _Day] = {}
    for one in days:
        key = one[1:7]
        if key not in alike or one.cost < alike[key].cost:
            alike[key] = one
    kinds: dict[tuple[object, ...], list[_Day]] = {}
    few = person.most_weekends <= FEW_WEEKENDS
    for one in sorted(alike.values(), key=lambda one: one.cost):
        kinds.setdefault((one.kind, one.run, one.settled, few and one.weekends), []).append(one)
    return [one for there in kinds.values() for one in (*there[:width], *_safest(there[width:]))]


def _safest(days: list[_Day]) -> list[_Day]:
    """Return the one, however dear, of which the hours come together most surely."""
    return [max(days, key=lambda one: one.minutes - WEEKEND * one.weekends)] if days else []


class _Way:
    """What somebody may do on a day after the days before it."""

    def __init__(self, problem: Published, person: Limits, longest: int) -> None:
        self.person = person
        self.minutes = {kind.id: kind.minutes for kind in problem.kinds}
        self.not_before = {kind.id: kind.not_before for kind in problem.kinds}
        most = dict(person.most_of)
        self.limited = [kind for kind in self.minutes if most.get(kind, 0) < problem.days]
        self.most = most
        hers = person if problem.days <= SHORT else attrs.evolve(person, days_off=frozenset())
        self.ahead = _ahead(attrs.evolve(hers, id="", most_of=()), problem.days, longest)

    def on(self, day: int, one: _Day, prices: Sequence[tuple[int, str]]) -> Iterator[_Day]:
        """Yield how she may stand after ``day``, standing so before it, where enough hours seem to follow."""
        for new in self._next(day, one, prices):
            left = self.person.most_weekends - new.weekends
            ahead = self.ahead(day + 1, bool(new.kind), new.run, new.settled, left)
            if new.minutes + ahead >= self.person.least_minutes:
                yield new

    def _next(self, day: int, one: _Day, prices: Sequence[tuple[int, str]]) -> Iterator[_Day]:
        if not one.kind or one.settled:
            run, settled = _rested(self.person, one.run if not one.kind else 0, not one.kind and one.settled)
            yield _Day(one.cost, one.minutes, one.weekends, "", run, settled, one.counts, one)
        begun = _worked(self.person, day, bool(one.kind), one.run, one.settled)
        weekends = one.weekends + _new_weekend(day, bool(one.kind))
        if begun is None or weekends > self.person.most_weekends:
            return
        for price, kind in prices:
            minutes, counts = one.minutes + self.minutes[kind], self._counted(one.counts, kind)
            may_follow = not one.kind or kind not in self.not_before[one.kind]
            if may_follow and minutes <= self.person.most_minutes and counts is not None:
                yield _Day(one.cost + price, minutes, weekends, kind, *begun, counts, one)

    def _counted(self, counts: tuple[int, ...], kind: str) -> tuple[int, ...] | None:
        """Return the counts with one more of a kind; None where that is too many."""
        if kind not in self.limited:
            return counts
        n = self.limited.index(kind)
        more = counts[n] + 1
        return (*counts[:n], more, *counts[n + 1 :]) if more <= self.most.get(kind, 0) else None


def _rested(person: Limits, run: int, settled: bool) -> tuple[int, bool]:  # noqa: FBT001 - a state is handed on
    """Return the run of rest after one more day of it; longer than it needs to be, its length tells nothing."""
    least = person.shortest_rest
    return min(run + 1, least), settled or run + 1 >= least


def _worked(person: Limits, day: int, works: bool, run: int, settled: bool) -> tuple[int, bool] | None:  # noqa: FBT001
    """Return the run of work after one more day of it; None where none may follow."""
    if day in person.days_off or (works and run >= person.longest_run) or not (works or settled):
        return None
    length = run + 1 if works else 1
    # A run that touches the first day has no least length.
    return length, (works and settled) or length >= person.shortest_run or day == 0


def _new_weekend(day: int, works: bool) -> int:  # noqa: FBT001
    return int(day % 7 == SATURDAY or (day % 7 == SATURDAY + 1 and not works))


class _Ahead:
    """The most minutes that can be worked from a day on, whatever the kinds; kept for people with equal limits."""

    def __init__(self, person: Limits, days: int, longest: int) -> None:
        self.person, self.longest, self.days = person, longest, days
        self.after: dict[tuple[int, bool, int, bool, int], int] = {}
        # From the last day on, since each day asks what the next one allows.
        for day in reversed(range(days)):
            for works, run, settled, weekends in _states(person):
                each = self._each(day, works, run, settled, weekends)
                self.after[day, works, run, settled, weekends] = max(each, default=NEVER)

    def __call__(self, day: int, works: bool, run: int, settled: bool, weekends: int) -> int:  # noqa: FBT001
        """Return it for who stands so before ``day``, with so many weekends left."""
        return self.after.get((day, works, run, settled, weekends), NEVER) if day < self.days else 0

    def _each(self, day: int, works: bool, run: int, settled: bool, weekends: int) -> Iterator[int]:  # noqa: FBT001
        if not works or settled:
            yield self(day + 1, False, *_rested(self.person, 0 if works else run, not works and settled), weekends)
        begun, left = _worked(self.person, day, works, run, settled), weekends - _new_weekend(day, works)
        if begun is not None and left >= 0:
            yield self.longest + self(day + 1, True, *begun, left)


def _states(person: Limits) -> Iterator[tuple[bool, int, bool, int]]:
    """Yield every way to stand before a day: at work or not, how long, whether the run may end, weekends left."""
    # A run that is long enough may end; a shorter one may if it began with the first day.
    runs = [(True, n, True) for n in range(1, person.longest_run + 1)]
    runs += [(True, n, False) for n in range(1, person.shortest_run)]
    rests = [(False, n, True) for n in range(person.shortest_rest + 1)]
    rests += [(False, n, False) for n in range(1, person.shortest_rest)]
    for state in (*runs, *rests):
        yield from ((*state, left) for left in range(person.most_weekends + 1))


@cache
def _ahead(person: Limits, days: int, longest: int) -> _Ahead:
    return _Ahead(person, days, longest)


def prices_of(
    problem: Published, person: Limits, marginal: Mapping[tuple[int, str], int], choice: int, scale: int = 1
) -> list[list[tuple[int, str]]]:
    """Return what each shift would cost one person, the ``choice`` cheapest of each day alone.

    ``marginal`` is told in parts of a cost of 1, ``scale`` of them to the whole, and so is what is returned.
    """
    asked: Counter[tuple[int, str]] = Counter()
    for one in problem.requests:
        if one.person == person.id:
            asked[one.day, one.kind] += scale * (-one.weight if one.on else one.weight)
    open_ = [kind for kind, most in person.most_of if most > 0]
    each = (
        sorted((marginal.get((day, kind), 0) + asked[day, kind], kind) for kind in open_)
        for day in range(problem.days)
    )
    return [there[:choice] for there in each]
