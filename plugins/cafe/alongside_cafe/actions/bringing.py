"""Reading what people bring into the question of a rota: learning, whom they are with, hours, and pay too low."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from alongside.api import placements
from alongside.api.store import Unit
from alongside.api.values import Period, monday_of

from ..house_rules import ROUTINE_LOOKS_BACK
from ..skill_wish import Side
from ..tables import places_of
from ..tables.bringing import APART, APARTS, SKILL_WISH, SKILL_WISHES
from ..worker import Coach, Held

WEEK = timedelta(days=7)


class Brought:
    """What the people of a café bring to the shifts of a period, each kind of row read once."""

    def __init__(self, unit: Unit, business: str, period: Period, ids: Collection[str]) -> None:
        self._unit, self._business, self._period, self._ids = unit, business, period, frozenset(ids)
        self._skills = _by_person(unit.find(SKILL_WISHES, SKILL_WISH.c.business == business))
        self._coaches = placements.coaches_beside(unit, period, business)
        self._lately = _on_lately(unit, business, self._coaches, period.first)
        every = placements.placements_in(unit, Period(monday_of(period.first), period.last))
        self._weeks = _agreed_by_week(every, period)
        paid = [one for one in every if one.business == business and one.rate is not None]
        self._low = {starts: placements.under_floor(unit, paid, starts) for starts in _months(period)}

    def of(self, hers: Sequence[placements.Placement], skills: Sequence[Held]) -> dict[str, Any]:
        """Return the fields of a worker that say it, by name; her placements come the oldest first."""
        who = hers[0].person
        coaches = self._coaches_here(who)
        return {
            **self._learning(who, skills),
            "coaches": coaches,
            "usual_coaches": frozenset(one.id for one in coaches if self._lately[one.id] & self._lately[who]),
            "underpaid": frozenset(day for one in hers for day in self._underpaid(one)),
            "plan": self._plan(hers),
            "agreed_here": self._agreed_here(hers),
        }

    # --- pairs, which are nobody's alone

    @property
    def apart(self) -> frozenset[frozenset[str]]:
        """The pairs of people here who are never on a shift together, whoever entered them and in which café."""
        found = self._unit.find(APARTS, APART.c.person.in_(self._ids))
        return frozenset(one.pair for one in found if one.pair <= self._ids)

    # --- coaches

    def _coaches_here(self, who: str) -> frozenset[Coach]:
        """Who of the people here may be the coach beside somebody, and when; empty where she needs none."""
        return frozenset(
            Coach(one.coach, one.first_day, one.last_day)
            for one in self._coaches.get(who, ())
            if one.coach in self._ids - {who}
        )

    def without_a_coach(self, who: str) -> frozenset[date]:
        """Return the days on which a coach is to be beside her and nobody here may be: nothing new comes then."""
        if who not in self._coaches:
            return frozenset()
        hers = self._coaches_here(who)
        return frozenset(day for day in self._period.days() if not any(one.on(day) for one in hers))

    # --- learning

    def _learning(self, who: str, skills: Sequence[Held]) -> dict[str, frozenset[str]]:
        """What she wants to learn and cannot do, and what she can do and is glad to show: the rest is over."""
        can = {held.skill for held in skills}
        said = self._skills.get(who, ())
        return {
            "learns": frozenset(one.skill for one in said if one.side is Side.LEARN) - can,
            "teaches": frozenset(one.skill for one in said if one.side is Side.SHOW) & can,
        }

    # --- hours that grow, and pay that is too low

    def _plan(self, hers: Sequence[placements.Placement]) -> tuple[tuple[date, int], ...]:
        """The steps of hours that change, from the first week on: none may go over them, and that is no step."""
        hours = [(monday, self.agreed(hers, monday)) for monday in self._weeks]
        steps = [two for one, two in pairwise(hours) if one[1] != two[1]]
        to_come = any(step.first_day > self._period.first for one in hers for step in one.plan)
        return (hours[0], *steps) if steps or to_come else ()

    def agreed(self, hers: Sequence[placements.Placement], monday: date) -> int:
        """Return the minutes agreed for a week, in all businesses together."""
        return max(
            self._weeks[monday][hers[0].person], *(one.minutes_on(monday) for one in _of_week(hers, monday))
        )

    def _agreed_here(self, hers: Sequence[placements.Placement]) -> tuple[tuple[date, int], ...]:
        """What of them is agreed in this business, week by week; nothing said where all of them are."""
        here = [(monday, self._of_these(hers, monday)) for monday in self._weeks]
        all_of_them = [(monday, self.agreed(hers, monday)) for monday in self._weeks]
        return () if here == all_of_them else tuple(here)

    def _of_these(self, hers: Sequence[placements.Placement], monday: date) -> int:
        then = sum(one.minutes_on(monday) for one in hers if one.runs_on(monday))
        return max(then, *(one.minutes_on(monday) for one in _of_week(hers, monday)))

    def most_agreed(self, hers: Sequence[placements.Placement]) -> int:
        """Return the most that is agreed for any week of the period."""
        return max(self.agreed(hers, monday) for monday in self._weeks)

    def _underpaid(self, placement: placements.Placement) -> Iterator[date]:
        """Its days in pay periods for which its rate lies under the floor, the law's or a promised one."""
        low = {starts for starts, those in self._low.items() if placement.id in those}
        return (day for day in self._period.days() if day.replace(day=1) in low and placement.runs_on(day))


def _of_week(hers: Sequence[placements.Placement], monday: date) -> Sequence[placements.Placement]:
    """Those that run in a week; where none does, the next that begins, else the last there was."""
    week = Period(monday, monday + timedelta(days=6))
    there = [one for one in hers if one.days_in(week)]
    return there or [next((one for one in hers if one.first_day > monday), hers[-1])]


def _by_person(rows: Iterable[Any]) -> Mapping[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for one in rows:
        found[one.person].append(one)
    return found


def _agreed_by_week(every: Iterable[placements.Placement], period: Period) -> dict[date, Counter[str]]:
    """The minutes that are agreed with each in all businesses, by the Monday of each week of a period."""
    first = monday_of(period.first)
    weeks: dict[date, Counter[str]] = {
        first + n * WEEK: Counter() for n in range((period.last - first).days // 7 + 1)
    }
    for one in every:
        for monday in (day for day in weeks if one.runs_on(day)):
            weeks[monday][one.person] += one.minutes_on(monday)
    return weeks


def _months(period: Period) -> list[date]:
    """Pay periods are calendar months: the first day of each that the period is in."""
    return sorted({day.replace(day=1) for day in period.days()})


def _on_lately(
    unit: Unit, business: str, coaches: Mapping[str, Collection[placements.Coaching]], before: date
) -> Mapping[str, set[str]]:
    """Return the shifts that coaches, and those they are there for, were on in the weeks that make a routine."""
    people = {*coaches, *(one.coach for theirs in coaches.values() for one in theirs)}
    found: dict[str, set[str]] = defaultdict(set)
    days = Period(before - ROUTINE_LOOKS_BACK, before - timedelta(days=1))
    for person, shift, _called in places_of(unit, business, people, days):
        found[person].add(shift)
    return found
