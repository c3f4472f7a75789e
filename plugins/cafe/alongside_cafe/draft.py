"""A draft of the rota: what was filled or placed by hand and is not published; it claims nobody's time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

import attrs

from alongside.api.values import Interval, Period

from .house_rules import USUAL, HouseRules
from .problem import Ending, Layer, Problem, Waiver
from .rules import HER_YES
from .shift import Assignment, Gap, Shift
from .wages import wages


@attrs.frozen(kw_only=True)
class ToldGap:
    """An open place of a draft and the reasons; people stand in them as ``{id}``, as in what is kept of a rota."""

    shift: str
    place: int | None
    manager: str
    colleagues: str
    rule: str = ""

    @property
    def gap(self) -> Gap:
        """The place that is open."""
        return Gap(shift=self.shift, place=self.place)


@attrs.frozen(kw_only=True)
class Override:
    """A rule of the house that is set aside for one person on one shift, with the ``reason`` that was written.

    It is for the shift from ``starts`` to ``ends`` and for no other: with other times it counts no more.
    ``said_yes`` notes that she herself has said yes to it.
    """

    rule: str
    shift: str
    person: str
    reason: str
    starts: datetime
    ends: datetime
    said_yes: bool = False

    @property
    def waiver(self) -> Waiver:
        """The override as it is planned with."""
        return Waiver(rule=self.rule, shift=self.shift, person=self.person)


def in_force(overrides: Iterable[Override], shifts: Iterable[Shift]) -> tuple[Override, ...]:
    """Return which overrides count for shifts as they are now, of two for the same the first.

    One that asks for her yes counts with it alone.
    """
    times = {one.id: one.during for one in shifts}
    found: dict[Waiver, Override] = {}
    for one in overrides:
        agreed = one.said_yes or one.rule not in HER_YES
        if agreed and times.get(one.shift) == Interval(one.starts, one.ends):
            found.setdefault(one.waiver, one)
    return tuple(found.values())


@attrs.frozen(kw_only=True)
class Searched:
    """How the search ended that a draft comes from: ``cost``, ``bound`` and ``layers`` as in an answer."""

    ending: Ending
    cost: int
    bound: int
    layers: tuple[Layer, ...] = ()

    @property
    def unproven(self) -> str | None:
        """The first layer of which a better rota may be had; None where none is."""
        return next((one.name for one in self.layers if not one.proven), None)


@attrs.frozen(kw_only=True)
class Draft:
    """A draft for ``weeks`` times seven days of one business.

    ``base`` is what was published when it was made: what has changed since by other ways is not undone by it.
    ``based_on`` is the number of the publication that then stood, 0 for none. ``pinned`` are places that were
    given by hand and stay when it is filled again. ``by_hand`` says that it was changed since it was filled.
    ``rules`` are those of the house that it was made by.
    """

    id: str
    business: str
    first_day: date
    weeks: int
    assignments: tuple[Assignment, ...]
    base: tuple[Assignment, ...]
    pinned: tuple[Assignment, ...]
    overrides: tuple[Override, ...]
    gaps: tuple[ToldGap, ...]
    searched: Searched
    by_hand: bool
    based_on: int
    made_at: datetime
    rules: HouseRules = USUAL
    version: int = 1

    @property
    def period(self) -> Period:
        """Its days."""
        return weeks_from(self.first_day, self.weeks)


def weeks_from(first_day: date, weeks: int) -> Period:
    """Return the days of so many weeks, one at the least."""
    return Period(first_day, first_day + timedelta(days=7 * max(weeks, 1) - 1))


def meets(one: Period, other: Period) -> bool:
    """True if two stretches of days share one."""
    return one.first <= other.last and other.first <= one.last


def merged(draft: Draft, now: Sequence[Assignment]) -> list[Assignment]:
    """Return the draft with what has changed since on what is published: a shift that was changed there stays so.

    Somebody fell ill and somebody else said yes after the draft was made: it must not undo that.
    """
    base, there = _by_shift(draft.base), _by_shift(now)
    moved = {shift for shift in {*base, *there} if base.get(shift, set()) != there.get(shift, set())}
    kept = [one for one in draft.assignments if one.shift not in moved]
    return sorted([*kept, *(one for one in now if one.shift in moved)])


def _by_shift(rota: Iterable[Assignment]) -> dict[str, set[tuple[int, str]]]:
    found: dict[str, set[tuple[int, str]]] = {}
    for one in rota:
        found.setdefault(one.shift, set()).add((one.place, one.person))
    return found


# --- what would change


@attrs.frozen(kw_only=True)
class Difference:
    """What publishing would change: places somebody has now and had before, gaps, people and their days, wages.

    ``people`` are those of whom any day is another one, ``days`` how many days of people that are in all. Wages
    are pence.
    """

    places: int
    filled: int
    before: int
    gaps: int
    people: frozenset[str]
    days: int
    pence: int

    @property
    def more(self) -> int:
        """How many more places are filled than in what is published; fewer where it is below nothing."""
        return self.filled - self.before


def difference(
    problem: Problem, published: Mapping[str, Shift], before: Sequence[Assignment], after: Sequence[Assignment]
) -> Difference:
    """Compare what is to be published with what is; ``published`` are the shifts of what is, by their ids."""
    shifts = {shift.id: shift for shift in problem.shifts}
    old, new = _days(published, before), _days(shifts, after)
    changed = {day for day in {*old, *new} if old.get(day) != new.get(day)}
    team = [one for one in after if one.place < len(shifts[one.shift].places)]
    places = sum(len(shift.places) for shift in problem.shifts)
    return Difference(
        places=places,
        filled=len(team),
        before=sum(one.place < len(published[one.shift].places) for one in before),
        gaps=places - len(team),
        people=frozenset(person for person, _ in changed),
        days=len(changed),
        pence=wages(problem, after),
    )


def _days(shifts: Mapping[str, Shift], rota: Iterable[Assignment]) -> dict[tuple[str, date], frozenset[object]]:
    found: dict[tuple[str, date], set[object]] = {}
    for one in rota:
        shift = shifts[one.shift]
        found.setdefault((one.person, shift.day), set()).add((shift.during, shift.job))
    return {day: frozenset(work) for day, work in found.items()}
